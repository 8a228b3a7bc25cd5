import type { ArticleRow, ArticleView } from '../../../src/contract/article';
import type { Campaign } from '../../campaign/schema';
import type { StoredArticle, StoredArticleRow } from '../../storage/stores/article-store';
import { nameOf } from '../../campaign/name-of';

const officeOf = ({ offices }: Campaign, id: string): Campaign['offices'][number] => {
  const office = offices.find((candidate) => candidate.id === id);
  if (!office) throw new Error(`The campaign has no office ${id}.`);
  return office;
};

export const articleRow = (campaign: Campaign, article: StoredArticleRow): ArticleRow => ({
  id: article.id,
  kind: article.kind,
  title: article.title,
  summary: article.summary,
  officeName: officeOf(campaign, article.officeId).shortName,
  lineId: article.lineId,
  lineName: nameOf(campaign.lines, article.lineId),
  happenedOn: article.happenedOn,
  month: (article.happenedOn ?? campaign.startsOn).slice(0, 7),
});

/** @param mediaBase where the campaign's pictures are served, without a trailing slash */
export const articleView = (campaign: Campaign, article: StoredArticle, mediaBase: string): ArticleView => ({
  ...articleRow(campaign, article),
  details: article.details,
  tags: article.tags,
  officeFullName: officeOf(campaign, article.officeId).name,
  place: article.place,
  activity: article.activity,
  cover: article.cover && { url: `${mediaBase}/${article.cover.file}`, alt: article.cover.alt },
  blocks: article.blocks,
  organiser: campaign.organiser,
  campaignName: campaign.name,
});
