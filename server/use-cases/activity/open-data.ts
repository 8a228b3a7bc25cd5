import { chinaDate } from '../../../src/domain/china-time';
import { listActivities } from '../../storage/activity/activity-store';
import { listLatestOfEach } from '../../storage/activity/evidence-store';
import { nameOf } from '../../campaign/name-of';
import type { UseCase } from '../../use-case';
import { activityView } from './activity-view';
import { readFacts } from './facts';

export const openActivities: UseCase<'open-data.activities'> = async (context) => {
  const { db, campaign, now } = context;
  const [activities, factsOf, latest] = await Promise.all([listActivities(db, campaign.id), readFacts(context), listLatestOfEach(db, campaign.id, chinaDate(now))]);
  return {
    campaignId: campaign.id,
    campaignName: campaign.name,
    organiser: campaign.organiser,
    startsOn: campaign.startsOn,
    endsOn: campaign.endsOn,
    activities: activities.map((activity) => {
      const { id, number, title, audience, state, evidenceCount, lastHappenedOn } = activityView(activity, campaign, factsOf(activity.id), now);
      const article = latest.find(({ activityId }) => activityId === id);
      return {
        ...{ number, id, title, lineId: activity.lineId, lineName: nameOf(campaign.lines, activity.lineId), audience, state, evidenceCount, lastHappenedOn },
        latestArticleId: article?.id ?? null,
        latestArticleTitle: article?.title ?? null,
      };
    }),
  };
};
