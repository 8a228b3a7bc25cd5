import { chinaDate, monthDay } from '../../../src/domain/china-time';
import { refuse } from '../../refusal';
import { countReaders, listRelated } from '../../storage/search/reading-store';
import { findArticle, listArticlesById } from '../../storage/stores/article-store';
import type { UseCase } from '../../use-case';
import { campaignOf } from '../../campaign/campaign-of';
import { articleRow, articleView } from './article-view';

const RELATED = 3;

export const getArticle: UseCase<'article.get'> = async (context, { id }) => {
  const article = await findArticle(context.db, id);
  if (!article) return refuse('not_found', '没有找到这篇文章，可能已经撤下。');
  if (article.withdrawn) return refuse('not_found', `这篇文章已于 ${monthDay(chinaDate(article.withdrawn.at))}撤下，原因：${article.withdrawn.note}`);
  const campaign = await campaignOf(context, article.campaignId);
  const [readers, related] = await Promise.all([
    countReaders(context.db, id),
    listRelated(context.db, { ...article, activityId: article.activity?.id ?? null }, RELATED).then((ids) => listArticlesById(context.db, ids)),
  ]);
  return { ...articleView(campaign, article, context.pictureLink), readers, related: related.map((row) => articleRow(campaign, row, context.pictureLink)) };
};
