import type { ArticleRow, ArticleView } from '../../../src/contract/article';
import { linkedBlocks, linkedCover, type PictureLink } from '../../article/picture-links';
import type { Campaign } from '../../campaign/schema';
import type { StoredArticle, StoredArticleRow } from '../../storage/stores/article-store';
import { nameOf } from '../../campaign/name-of';

const officeOf = ({ offices }: Campaign, id: string): Campaign['offices'][number] => {
  const office = offices.find((candidate) => candidate.id === id);
  if (!office) throw new Error(`The campaign has no office ${id}.`);
  return office;
};

/** Of what says no day: when it was published, or the campaign's first for what came with its folder and stands before it. */
export const articleMonth = ({ startsOn }: Campaign, { happenedOn, sortOn }: Pick<StoredArticleRow, 'happenedOn' | 'sortOn'>): string =>
  (happenedOn ?? (sortOn < startsOn ? startsOn : sortOn)).slice(0, 7);

export const articleRow = (campaign: Campaign, article: StoredArticleRow, pictureLink: PictureLink): ArticleRow => ({
  id: article.id,
  kind: article.kind,
  title: article.title,
  summary: article.summary,
  officeName: officeOf(campaign, article.officeId).shortName,
  lineId: article.lineId,
  lineName: nameOf(campaign.lines, article.lineId),
  happenedOn: article.happenedOn,
  month: articleMonth(campaign, article),
  section: article.section,
  cover: linkedCover(article.cover, pictureLink),
});

export const articleView = (campaign: Campaign, article: StoredArticle, pictureLink: PictureLink): ArticleView => ({
  ...articleRow(campaign, article, pictureLink),
  details: article.details,
  tags: article.tags,
  officeFullName: officeOf(campaign, article.officeId).name,
  place: article.place,
  activity: article.activity,
  blocks: linkedBlocks(article.blocks, pictureLink),
  organiser: campaign.organiser,
  campaignName: campaign.name,
});
