import type { Transaction } from 'kysely';
import type { Block } from '../../src/contract/article';
import { chinaDate } from '../../src/domain/china-time';
import { detailsOfKind } from '../../src/domain/manuscript/whole';
import { indexArticles } from '../search/index-articles';
import type { StoredManuscript } from '../storage/newsroom/manuscript-store';
import { changePublicArticle, findPublicArticle, savePublicArticle, type PublicArticle } from '../storage/newsroom/public-article-store';
import { markVersion } from '../storage/newsroom/version-store';
import type { Database } from '../storage/tables';

/**
 * The one place where the newsroom puts something before the public: the article becomes exactly what the manuscript says,
 * and can be found. An article keeps the moment at which it was first published, and thereby its place in the lists.
 *
 * @param blocks the body as it was rendered when the content was found in order
 */
export async function putBeforeThePublic(
  trx: Transaction<Database>,
  { id, campaignId, content, version }: StoredManuscript,
  { blocks, pinnedUntil, now }: { readonly blocks: readonly Block[]; readonly pinnedUntil: Date | null; readonly now: Date },
): Promise<void> {
  const { kind, title, summary, markdown, officeId, lineId, activityId, tags, happenedOn, place, cover, details } = content;
  if (lineId === null) throw new Error(`The manuscript ${id} has no line.`);
  const former = await findPublicArticle(trx, id);
  await savePublicArticle(trx, {
    ...{ id, campaignId, kind, title, summary, markdown, blocks, officeId, lineId, activityId, tags, happenedOn, place, cover, pinnedUntil },
    details: detailsOfKind(kind, details),
    sortOn: happenedOn ?? dayWithout(former, now),
    // What came with the folder was public before, and correcting it is no news.
    publishedAt: former === undefined ? now : former.publishedAt,
  });
  await markVersion(trx, id, version, 'published');
  await indexArticles(trx, [id]);
}

/** The place in the lists of what says no day: that of its first publication, of the folder's articles where they stood. */
function dayWithout(former: PublicArticle | undefined, now: Date): string {
  if (former === undefined) return chinaDate(now);
  return former.happenedOn === null || former.publishedAt === null ? former.sortOn : chinaDate(former.publishedAt);
}

/** From here on no list has it, and its page says when and why. */
export async function takeFromThePublic(trx: Transaction<Database>, id: string, note: string, now: Date): Promise<void> {
  await changePublicArticle(trx, id, { pinnedUntil: null, withdrawnAt: now, withdrawalNote: note });
  await indexArticles(trx, [id]);
}

export const pinArticle = (trx: Transaction<Database>, id: string, pinnedUntil: Date | null): Promise<void> => changePublicArticle(trx, id, { pinnedUntil });
