import { Refusal } from '../../refusal';
import { listArticles, listArticleSources } from '../../storage/stores/article-store';
import { cursorKinds } from '../../storage/cursor';
import type { UseCase } from '../../use-case';
import { pageStart } from '../page-start';
import { articleRow } from './article-view';

export const listArticlePage: UseCase<'article.list'> = async ({ db, campaign }, { cursor, ...filter }) => {
  const after = pageStart(cursorKinds.dateAndContentId, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listArticles(db, { ...filter, campaignId: campaign.id }, after);
  const sources = after ? null : await listArticleSources(db, campaign.id);
  return {
    articles: rows.map((row) => articleRow(campaign, row)),
    nextCursor,
    filters: sources && {
      offices: campaign.offices
        .filter(({ id }) => sources.officeIds.has(id))
        .map(({ id, shortName }) => ({ id, name: shortName })),
      lines: campaign.lines.filter(({ id }) => sources.lineIds.has(id)).map(({ id, name }) => ({ id, name })),
    },
  };
};
