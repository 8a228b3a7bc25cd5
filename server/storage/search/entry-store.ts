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
  /** Its title, summary and tags, and the beginning of its body. */
  readonly text: string;
  /** The same with all of its body; null when `text` has it already. */
  readonly whole: string | null;
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
  const rows = articles.map(({ id, campaignId, kind, sortOn, ...texts }) => ({ row: { articleId: id, campaignId, kind, sortOn }, ...texts }));
  await trx.insertInto('searchTitle').values(rows.map(({ row, title }) => ({ ...row, words: vectorOf(title) }))).execute();
  await trx.insertInto('searchText').values(rows.map(({ row, title, text }) => ({ ...row, titleWords: vectorOf(title), words: vectorOf(text) }))).execute();
  const longer = rows.flatMap(({ row, whole }) => (whole === null ? [] : { ...row, words: vectorOf(whole) }));
  if (longer.length > 0) await trx.insertInto('searchBody').values(longer).execute();
}

export async function deleteEntries(trx: Transaction<Database>, articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return;
  for (const table of ['searchTitle', 'searchText', 'searchBody'] as const) await trx.deleteFrom(table).where('articleId', 'in', articleIds).execute();
}
