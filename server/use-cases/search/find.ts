import type { FoundActivity, FoundArticle } from '../../../src/contract/search';
import { phrasesOf, type Phrase } from '../../../src/domain/search/bigrams';
import { excerptOf, firstHit, marksOf, tellingText } from '../../../src/domain/search/marks';
import { nameOf } from '../../campaign/name-of';
import type { Campaign } from '../../campaign/schema';
import { Refusal } from '../../refusal';
import { bodyText } from '../../search/article-text';
import { cursorKinds } from '../../storage/cursor';
import { findHits, listActivityWords, readHits, type StoredActivityWords, type StoredHit } from '../../storage/search/search-store';
import type { UseCase } from '../../use-case';
import { articleMonth } from '../article/article-view';
import { pageStart } from '../page-start';

const lacks = (text: string, phrase: Phrase): boolean => firstHit(text, [phrase]) === null;

function foundArticle(campaign: Campaign, { id, kind, title, summary, tags, blocks, officeId, lineId, happenedOn, sortOn }: StoredHit, phrases: readonly Phrase[]): FoundArticle {
  const notInTitle = phrases.filter((phrase) => lacks(title, phrase));
  const telling = tellingText([summary, `标签：${tags.join('、')}`, bodyText(blocks)], notInTitle);
  return {
    id,
    kind,
    title: marksOf(title, phrases),
    excerpt: marksOf(excerptOf(telling, notInTitle), phrases),
    lineId,
    lineName: nameOf(campaign.lines, lineId),
    officeName: campaign.offices.find((office) => office.id === officeId)?.shortName ?? '',
    happenedOn,
    month: articleMonth(campaign, { happenedOn, sortOn }),
  };
}

function foundActivities(campaign: Campaign, activities: readonly StoredActivityWords[], phrases: readonly Phrase[]): FoundActivity[] {
  return activities
    .filter(({ title, shortTitle, summary }) => !phrases.some((phrase) => lacks(`${title}。${shortTitle}。${summary}`, phrase)))
    .map(({ id, number, lineId, title, summary }) => ({
      id,
      kind: 'activity',
      number,
      title: marksOf(title, phrases),
      excerpt: marksOf(excerptOf(summary, phrases), phrases),
      lineId,
      lineName: nameOf(campaign.lines, lineId),
    }));
}

export const findWords: UseCase<'search.find'> = async ({ db, campaign }, { words, kind, cursor }) => {
  const after = pageStart(cursorKinds.hitAndContentId, cursor);
  if (after instanceof Refusal) return after;
  const phrases = phrasesOf(words);
  if (phrases.length === 0) return { found: [], nextCursor: null };
  const activities = after === null && (kind === undefined || kind === 'activity') ? foundActivities(campaign, await listActivityWords(db, campaign.id), phrases) : [];
  if (kind === 'activity') return { found: activities, nextCursor: null };
  const { rows, nextCursor } = await findHits(db, { campaignId: campaign.id, phrases, kind }, after);
  const articles = await readHits(db, rows.map(({ id }) => id));
  return { found: [...activities, ...articles.map((article) => foundArticle(campaign, article, phrases))], nextCursor };
};
