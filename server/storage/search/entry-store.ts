import type { Transaction } from 'kysely';
import type { ArticleKind, Block } from '../../../src/contract/article';
import { wordsOf } from '../../../src/domain/search/bigrams';
import type { Database } from '../tables';

export interface ArticleToIndex {
  readonly id: string;
  readonly campaignId: string;
  readonly kind: ArticleKind;
  readonly sortOn: string;
  readonly title: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly blocks: readonly Block[];
  readonly withdrawnAt: Date | null;
}

/** Withdrawn ones too. In one order, so that two who index the same do not lock each other out. */
export async function listToIndex(trx: Transaction<Database>, ids: readonly string[]): Promise<ArticleToIndex[]> {
  return trx
    .selectFrom('article')
    .select(['id', 'campaignId', 'kind', 'sortOn', 'title', 'summary', 'tags', 'blocks', 'withdrawnAt'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
}

export async function listArticleIds(trx: Transaction<Database>, campaignId: string): Promise<string[]> {
  const rows = await trx.selectFrom('article').select('id').where('campaignId', '=', campaignId).orderBy('sortOn').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** An article as the index wants it. */
export interface Indexed {
  readonly id: string;
  readonly campaignId: string;
  readonly kind: ArticleKind;
  readonly sortOn: string;
  readonly title: string;
  /** Everything else under which it is to be found. */
  readonly text: string;
}

// Letters and numbers alone become words, so none has a quotation mark.
function vectorOf(text: string): string {
  const places = new Map<string, number[]>();
  for (const { word, at } of wordsOf(text)) places.set(word, [...(places.get(word) ?? []), at]);
  return [...places].map(([word, at]) => `'${word}':${at.join()}`).join(' ');
}

/** Puts these articles into the index, in place of what it had of them. */
export async function saveEntries(trx: Transaction<Database>, articles: readonly Indexed[]): Promise<void> {
  await deleteEntries(trx, articles.map(({ id }) => id));
  if (articles.length === 0) return;
  const rows = articles.map(({ id, title, text, ...article }) => ({ ...article, articleId: id, titleWords: vectorOf(title), words: vectorOf(`${title}。${text}`) }));
  await trx.insertInto('searchTitle').values(rows.map(({ titleWords, ...row }) => ({ ...row, words: titleWords }))).execute();
  await trx.insertInto('searchText').values(rows).execute();
}

export async function deleteEntries(trx: Transaction<Database>, articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return;
  for (const table of ['searchTitle', 'searchText'] as const) await trx.deleteFrom(table).where('articleId', 'in', articleIds).execute();
}
