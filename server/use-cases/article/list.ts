import { Refusal } from '../../refusal';
import { countSections, listArticles, listArticleSources, listPinned } from '../../storage/stores/article-store';
import { cursorKinds } from '../../storage/cursor';
import type { UseCase } from '../../use-case';
import { pageStart } from '../page-start';
import { articleRow } from './article-view';

export const listArticlePage: UseCase<'article.list'> = async ({ db, campaign, now, pictureLink }, { cursor, ...input }) => {
  const after = pageStart(cursorKinds.dateAndContentId, cursor);
  if (after instanceof Refusal) return after;
  const filter = { ...input, campaignId: campaign.id };
  const pinned = await listPinned(db, filter, now);
  const { rows, nextCursor } = await listArticles(db, { ...filter, without: pinned.map(({ id }) => id) }, after);
  const sources = after ? null : await listArticleSources(db, campaign.id, input.kind);
  return {
    pinned: after ? [] : pinned.map((row) => articleRow(campaign, row, pictureLink)),
    articles: rows.map((row) => articleRow(campaign, row, pictureLink)),
    nextCursor,
    filters: sources && {
      offices: campaign.offices
        .filter(({ id }) => sources.officeIds.has(id))
        .map(({ id, shortName }) => ({ id, name: shortName })),
      lines: campaign.lines.filter(({ id }) => sources.lineIds.has(id)).map(({ id, name }) => ({ id, name })),
      // News stand in no sections, and are many.
      sections: input.kind === 'news' ? [] : await countSections(db, filter),
    },
  };
};
