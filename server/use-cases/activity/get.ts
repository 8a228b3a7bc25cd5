import type { ActivityPage } from '../../../src/contract/activity/activity';
import { nameOf } from '../../campaign/name-of';
import { refuse } from '../../refusal';
import { findActivity } from '../../storage/activity/activity-store';
import type { ActivityContent } from '../../storage/stores/content-store';
import { listFirstOf } from '../../storage/activity/evidence-store';
import type { Context, UseCase } from '../../use-case';
import { articleRow } from '../article/article-view';
import { activityView } from './activity-view';
import { readFacts, type Facts } from './facts';

const LATEST_NEWS = 5;
const ON_A_SHELF = 3;

export const getActivity: UseCase<'activity.get'> = async (context, { id }): Promise<ActivityPage | ReturnType<typeof refuse>> => {
  const { db, campaign, now, pictureLink } = context;
  const activity = await findActivity(db, campaign.id, id);
  if (!activity) return refuse('not_found', '没有找到这项活动，请从活动列表中选择。');
  const facts = (await readFacts(context, id))(id);
  const [news, shelves] = await Promise.all([
    listFirstOf(db, { campaignId: campaign.id, activityId: id }, 'news', LATEST_NEWS),
    readShelves(context, activity, facts),
  ]);
  return {
    ...activityView(activity, campaign, facts, now),
    lineId: activity.lineId,
    lineName: nameOf(campaign.lines, activity.lineId),
    when: activity.when,
    howTo: activity.howTo,
    news: news.map((article) => articleRow(campaign, article, pictureLink)),
    shelves,
    organiser: campaign.organiser,
  };
};

async function readShelves({ db, campaign, pictureLink }: Context<'activity.get'>, { id, ways }: ActivityContent, facts: Facts): Promise<ActivityPage['shelves']> {
  const kinds = ways.flatMap((way) => (way.kind === 'articles' && (facts.articles[way.of] ?? 0) > 0 ? [way.of] : []));
  return Promise.all(
    kinds.map(async (of) => {
      const articles = await listFirstOf(db, { campaignId: campaign.id, activityId: id }, of, ON_A_SHELF);
      return { of, articles: articles.map((article) => articleRow(campaign, article, pictureLink)) };
    }),
  );
}
