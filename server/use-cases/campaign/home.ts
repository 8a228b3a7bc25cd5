import { listLatestArticles, listPinned } from '../../storage/stores/article-store';
import { listActivities } from '../../storage/activity/activity-store';
import type { UseCase } from '../../use-case';
import { articleRow } from '../article/article-view';
import { campaignView, clockView, isOpen } from './campaign-view';

const LATEST_ARTICLES = 5;

export const home: UseCase<'home.get'> = async (context) => {
  const { db, campaign, now, pictureLink } = context;
  const [firstKind] = campaign.requestKinds;
  if (!firstKind) throw new Error('The campaign has no kind of request.');
  const news = { campaignId: campaign.id, kind: 'news' } as const;
  const [activities, pinned] = await Promise.all([listActivities(db, campaign.id), listPinned(db, news, now)]);
  const latest = await listLatestArticles(db, { ...news, without: pinned.map(({ id }) => id) }, LATEST_ARTICLES - pinned.length);
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
    articles: [...pinned, ...latest].map((article) => articleRow(campaign, article, pictureLink)),
    pinnedCount: pinned.length,
  };
};
