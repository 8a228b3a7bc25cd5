import type { ActivityView } from '../../../src/contract/campaign';
import { audienceName } from '../../campaign/audience';
import { refuse } from '../../refusal';
import { listActivities, type StoredActivity } from '../../storage/stores/campaign-store';
import type { UseCase } from '../../use-case';

const activityView = ({ id, number, title, shortTitle, audience, summary, takePart, articleCount }: StoredActivity): ActivityView => ({
  id,
  number,
  title,
  shortTitle,
  audience: audience.map(audienceName),
  summary,
  takePart,
  articleCount,
});

export const activities: UseCase<'activity.list'> = async ({ db, campaign }, { lineId }) => {
  const lines = campaign.lines.filter(({ id }) => lineId === undefined || id === lineId);
  if (lines.length === 0) return refuse('not_found', '没有这个类别的活动，请从四类活动中选择。');
  const all = await listActivities(db, campaign.id);
  return {
    lines: lines.map((line) => ({ ...line, activities: all.filter((activity) => activity.lineId === line.id).map(activityView) })),
  };
};
