import type { CampaignView, ClockView } from '../../../src/contract/campaign';
import { campaignDay } from '../../../src/domain/campaign-calendar';
import { chinaIso } from '../../../src/domain/china-time';
import type { Campaign } from '../../campaign/schema';
import type { Capabilities } from '../../use-case';

export const clockView = ({ now, demoClock }: Pick<Capabilities, 'now' | 'demoClock'>): ClockView => ({
  now: chinaIso(now),
  demo: demoClock,
});

export function campaignView(campaign: Campaign, now: Date): CampaignView {
  const { id, year, name, organiser, theme, themeLines, introduction, fourOnes, startsOn, endsOn, archiveNote } = campaign;
  const day = campaignDay(campaign, now);
  return {
    id,
    year,
    name,
    organiser,
    theme,
    themeLines,
    introduction,
    fourOnes,
    startsOn,
    endsOn,
    ...day,
    archiveNote: day.phase === 'archive' ? archiveNote : null,
  };
}

/** Only while the campaign runs can something new be asked for. */
export const isOpen = (campaign: Campaign, now: Date): boolean => campaignDay(campaign, now).phase === 'running';
