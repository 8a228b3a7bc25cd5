import type { Kysely, Transaction } from 'kysely';
import type { Block } from '../../../src/contract/article';
import type { Cover } from '../../../src/contract/newsroom/content';
import type { ArticleContent } from '../stores/content-store';
import type { ArticleOrigin, Database } from '../tables';

type Connection = Kysely<Database> | Transaction<Database>;

/** What an article says, apart from how its body is drawn. */
export interface ArticleSource extends Omit<ArticleContent, 'cover' | 'blocks'> {
  readonly campaignId: string;
  readonly cover: Cover | null;
  readonly publishedAt: Date | null;
  readonly pinnedUntil: Date | null;
}

export interface PublicArticle extends ArticleSource {
  readonly origin: ArticleOrigin;
  readonly withdrawnAt: Date | null;
  readonly withdrawalNote: string | null;
}

/** What the public reads, or read before it was withdrawn. */
export const findPublicArticle = (db: Connection, id: string): Promise<PublicArticle | undefined> =>
  db
    .selectFrom('article')
    .select(['id', 'campaignId', 'kind', 'origin', 'officeId', 'lineId', 'activityId', 'title', 'summary', 'place', 'happenedOn', 'sortOn', 'cover', 'markdown', 'tags', 'details'])
    .select(['publishedAt', 'pinnedUntil', 'withdrawnAt', 'withdrawalNote'])
    .where('id', '=', id)
    .executeTakeFirst();

/** Puts it in the place of what was there. From here on loading the campaign's folder leaves it alone. */
export async function savePublicArticle(trx: Transaction<Database>, { id, ...article }: ArticleSource & { readonly blocks: readonly Block[] }): Promise<void> {
  const row = {
    ...article,
    origin: 'newsroom' as const,
    cover: JSON.stringify(article.cover),
    blocks: JSON.stringify(article.blocks),
    tags: JSON.stringify(article.tags),
    details: JSON.stringify(article.details),
    withdrawnAt: null,
    withdrawalNote: null,
  };
  await trx
    .insertInto('article')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}

/**
 * From here on loading the campaign's folder leaves it alone: what it is pinned until and when it was withdrawn stand with it.
 *
 * @throws what the database calls a serialization failure, when the article has just been put there anew: run again, the change finds it
 */
export async function changePublicArticle(
  trx: Transaction<Database>,
  id: string,
  change: { readonly pinnedUntil: Date | null } | { readonly pinnedUntil: null; readonly withdrawnAt: Date; readonly withdrawalNote: string },
): Promise<void> {
  const { numUpdatedRows } = await trx.updateTable('article').set({ ...change, origin: 'newsroom' }).where('id', '=', id).executeTakeFirst();
  if (numUpdatedRows !== 1n) throw Object.assign(new Error(`The article ${id} was loaded anew meanwhile.`), { code: '40001' });
}
