import { listLatestArticles } from '../../storage/stores/article-store';
import { listActivities } from '../../storage/stores/campaign-store';
import type { UseCase } from '../../use-case';
import { articleRow } from '../article/article-view';
import { campaignView, clockView, isOpen } from './campaign-view';

const LATEST_ARTICLES = 5;

export const home: UseCase<'home.get'> = async (context) => {
  const { db, campaign, now } = context;
  const [firstKind] = campaign.requestKinds;
  if (!firstKind) throw new Error('The campaign has no kind of request.');
  const [activities, articles] = await Promise.all([listActivities(db, campaign.id), listLatestArticles(db, campaign.id, LATEST_ARTICLES)]);
  return {
    clock: clockView(context),
    campaign: campaignView(campaign, now),
    lines: campaign.lines.map((line) => ({
      ...line,
      activities: activities
        .filter(({ lineId }) => lineId === line.id)
        .map(({ id, number, shortTitle }) => ({ id, number, shortTitle })),
    })),
    requests: { open: isOpen(campaign, now), title: firstKind.title, answerWithin: firstKind.answerWithin },
    articles: articles.map((article) => articleRow(campaign, article)),
  };
};
