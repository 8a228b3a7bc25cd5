import type { ActivityView, Way } from '../../../src/contract/activity/activity';
import { activityState } from '../../../src/domain/activity-state';
import { campaignDay } from '../../../src/domain/campaign-calendar';
import { audienceName } from '../../campaign/audience';
import type { Campaign } from '../../campaign/schema';
import type { ActivityContent } from '../../storage/stores/content-store';
import type { StoredWay } from '../../storage/tables/activity';
import { kindOf } from '../../campaign/request-words';
import { isOpen } from '../campaign/campaign-view';
import { takesEssays } from '../essay/essay-call';
import type { Facts } from './facts';

const comingUnless = (count: number, coming: string): string | null => (count > 0 ? null : coming);

export const checklistById = ({ checklists }: Campaign, id: string): Campaign['checklists'][number] | undefined => checklists.find((list) => list.id === id);

function wayView(way: StoredWay, campaign: Campaign, facts: Facts, now: Date): Way {
  switch (way.kind) {
    case 'news':
      return { kind: 'news', count: facts.articles.news ?? 0 };
    case 'contest':
      return { kind: 'contest', title: campaign.contest?.title ?? '' };
    case 'request':
      return { kind: 'request', kindId: way.kindId, title: kindOf(campaign, way.kindId).title, subjectId: way.subjectId, open: isOpen(campaign, now) };
    case 'articles': {
      const count = facts.articles[way.of] ?? 0;
      return { kind: 'articles', of: way.of, count, coming: comingUnless(count, way.coming) };
    }
    case 'events':
      return { kind: 'events', count: facts.eventsToCome, coming: comingUnless(facts.eventsToCome, way.coming) };
    case 'essays':
      return { kind: 'essays', count: facts.essaysInGallery, coming: comingUnless(facts.essaysInGallery, way.coming), open: takesEssays(campaign.essayCall, now) };
    case 'checklist': {
      const list = checklistById(campaign, way.checklistId);
      return { kind: 'checklist', checklistId: way.checklistId, title: list?.title ?? '', count: list?.items.length ?? 0 };
    }
  }
}

/** Whether somebody can take part in this way now. */
function isOpenWay(way: Way): boolean {
  switch (way.kind) {
    case 'news':
      return false;
    case 'contest':
    case 'checklist':
      return true;
    case 'request':
      return way.open;
    case 'essays':
      return way.open || way.count > 0;
    case 'articles':
    case 'events':
      return way.count > 0;
  }
}

export function activityView(activity: ActivityContent, campaign: Campaign, facts: Facts, now: Date): ActivityView {
  const { id, number, title, shortTitle, audience, summary } = activity;
  const { evidenceCount, lastHappenedOn } = facts;
  const ways = activity.ways.map((way) => wayView(way, campaign, facts, now));
  const { phase } = campaignDay(campaign, now);
  return {
    id,
    number,
    title,
    shortTitle,
    audience: audience.map(audienceName),
    summary,
    ways,
    state: activityState(phase, { evidenceCount, hasOpenWay: ways.some(isOpenWay) }),
    evidenceCount,
    lastHappenedOn,
  };
}
