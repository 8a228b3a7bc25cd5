import { campaignDay } from '../../../src/domain/campaign-calendar';
import { monthDay } from '../../../src/domain/china-time';
import type { Campaign } from '../../campaign/schema';

/** Why nothing new can be filed now, in words; null while the campaign runs. */
export function closedReason(campaign: Campaign, now: Date): string | null {
  const { startsOn, endsOn } = campaign;
  switch (campaignDay(campaign, now).phase) {
    case 'before':
      return `本次活动 ${monthDay(startsOn)}开始受理，届时请再来提交。`;
    case 'running':
      return null;
    case 'archive':
      return `本次活动已于 ${monthDay(endsOn)}结束，不再受理新的申请；已经提交的申请会继续办理。`;
  }
}
