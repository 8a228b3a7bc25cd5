import { refuse } from '../../refusal';
import { findArticle } from '../../storage/stores/article-store';
import type { UseCase } from '../../use-case';
import { campaignOf } from '../../campaign/campaign-of';
import { articleView } from './article-view';

export const getArticle: UseCase<'article.get'> = async (context, { id }) => {
  const article = await findArticle(context.db, id);
  if (!article) return refuse('not_found', '没有找到这篇文章，可能已经撤下。');
  return articleView(await campaignOf(context, article.campaignId), article, context.mediaBase);
};
