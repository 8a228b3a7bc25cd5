import { refuse } from '../../refusal';
import { listActivities } from '../../storage/activity/activity-store';
import type { UseCase } from '../../use-case';
import { activityView } from './activity-view';
import { readFacts } from './facts';

export const activityList: UseCase<'activity.list'> = async (context, { lineId }) => {
  const { db, campaign, now } = context;
  const lines = campaign.lines.filter(({ id }) => lineId === undefined || id === lineId);
  if (lines.length === 0) return refuse('not_found', '没有这个类别的活动，请从四类活动中选择。');
  const [all, factsOf] = await Promise.all([listActivities(db, campaign.id), readFacts(context)]);
  return {
    lines: lines.map((line) => ({
      ...line,
      activities: all.filter((activity) => activity.lineId === line.id).map((activity) => activityView(activity, campaign, factsOf(activity.id), now)),
    })),
  };
};
