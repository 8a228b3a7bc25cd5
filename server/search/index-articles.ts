import type { Transaction } from 'kysely';
import { deleteEntries, listArticleIds, listToIndex, saveEntries, type ArticleToIndex, type Indexed } from '../storage/search/entry-store';
import type { Database } from '../storage/tables';
import { beginningOf, bodyText } from './article-text';

/** Of the whole index: when it changes, a campaign is loaded and its articles are indexed anew. */
export const INDEX_VERSION = 1;

const BATCH = 200;

function indexed({ id, campaignId, kind, sortOn, title, summary, tags, blocks }: ArticleToIndex): Indexed {
  const body = bodyText(blocks);
  const beginning = beginningOf(body);
  const text = [title, summary, ...tags, beginning].join('。');
  return { id, campaignId, kind, sortOn, title, text, whole: body === beginning ? null : `${text}${body.slice(beginning.length)}` };
}

/**
 * Brings the search to what these articles are now: what is published can be found, what was withdrawn no longer. Whatever
 * changes the table of articles calls it in the same transaction; what is deleted there is forgotten by itself.
 */
export async function indexArticles(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += BATCH) {
    const articles = await listToIndex(trx, ids.slice(from, from + BATCH));
    await deleteEntries(trx, articles.filter(({ withdrawnAt }) => withdrawnAt !== null).map(({ id }) => id));
    await saveEntries(trx, articles.filter(({ withdrawnAt }) => withdrawnAt === null).map(indexed));
  }
}

/** The same for all of a campaign, once it is loaded. */
export const indexCampaign = async (trx: Transaction<Database>, campaignId: string): Promise<void> => indexArticles(trx, await listArticleIds(trx, campaignId));
