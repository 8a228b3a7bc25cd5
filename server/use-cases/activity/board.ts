import type { BoardRow } from '../../../src/contract/activity/board';
import { quietDays, type ActivityState } from '../../../src/domain/activity-state';
import { chinaDate } from '../../../src/domain/china-time';
import type { Campaign } from '../../campaign/schema';
import { listActivities } from '../../storage/activity/activity-store';
import { listLatestOfEach, type LatestArticle } from '../../storage/activity/evidence-store';
import type { UseCase } from '../../use-case';
import { articleMonth } from '../article/article-view';
import { clockView } from '../campaign/campaign-view';
import { activityView } from './activity-view';
import { readFacts } from './facts';

const evidenceOf = (campaign: Campaign, article: LatestArticle | undefined): BoardRow['evidence'] =>
  article ? { id: article.id, kind: article.kind, title: article.title, happenedOn: article.happenedOn, month: articleMonth(campaign, article) } : null;

export const progressBoard: UseCase<'board.get'> = async (context) => {
  const { db, campaign, caller, now } = context;
  const today = chinaDate(now);
  const [activities, factsOf, latest] = await Promise.all([listActivities(db, campaign.id), readFacts(context), listLatestOfEach(db, campaign.id, today)]);
  // Whoever can do something about it; experts only make visits.
  const isStaff = caller.roles.some((role) => role !== 'expert');
  const rows = activities.map((activity) => {
    const { id, number, title, shortTitle, state, evidenceCount, lastHappenedOn } = activityView(activity, campaign, factsOf(activity.id), now);
    const row: BoardRow = {
      ...{ id, number, title, shortTitle, state, evidenceCount, lastHappenedOn },
      evidence: evidenceOf(campaign, latest.find(({ activityId }) => activityId === id)),
      quietDays: isStaff ? quietDays(campaign, lastHappenedOn, today) : null,
    };
    return { lineId: activity.lineId, row };
  });
  const counts: Record<ActivityState, number> = { 'not-started': 0, preparing: 0, running: 0, ended: 0 };
  for (const { row } of rows) counts[row.state] += 1;
  return {
    clock: clockView(context),
    campaignName: campaign.name,
    lines: campaign.lines.map((line) => ({ ...line, activities: rows.filter(({ lineId }) => lineId === line.id).map(({ row }) => row) })),
    counts,
  };
};
