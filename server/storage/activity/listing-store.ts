import { sql, type Kysely } from 'kysely';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position, type RankedDate } from '../cursor';
import { rowColumns, type StoredArticleRow } from '../stores/article-store';
import type { Database } from '../tables';

// Articles of the kind `listing`: what stands in a directory.

export interface ListingFilter {
  readonly campaignId: string;
  readonly activityId: string;
  readonly areaId?: string | undefined;
  readonly section?: string | undefined;
}

export interface StoredListing extends StoredArticleRow {
  readonly areaId: string | null;
}

const areaId = sql<string | null>`article.details ->> 'areaId'`;
const section = sql<string | null>`article.details ->> 'section'`;

const listings = (db: Kysely<Database>, { campaignId, activityId }: ListingFilter) =>
  db
    .selectFrom('article')
    .where('article.campaignId', '=', campaignId)
    .where('article.activityId', '=', activityId)
    .where('article.kind', '=', 'listing')
    .where('article.withdrawnAt', 'is', null);

/** @param areaIds the districts in their order; listings in none of them come last, and within a district the newest first */
export async function listListings(db: Kysely<Database>, filter: ListingFilter, areaIds: readonly string[], after: Position<RankedDate> | null): Promise<Page<StoredListing>> {
  // Negative, so that one order runs through the whole tuple.
  const rank = sql<number>`-coalesce(array_position(${[...areaIds]}::text[], ${areaId}), ${areaIds.length + 1})`;
  const rows = await listings(db, filter)
    .select(rowColumns)
    .select([areaId.as('areaId'), rank.as('rank')])
    .$if(filter.areaId !== undefined, (query) => query.where(areaId, '=', filter.areaId ?? ''))
    .$if(filter.section !== undefined, (query) => query.where(section, '=', filter.section ?? ''))
    .$if(after !== null, (query) => query.where(sql<boolean>`(${rank}, article.sort_on, article.id) < (${after?.sort.rank ?? 0}::int, ${after?.sort.date ?? ''}::date, ${after?.id ?? ''})`))
    .orderBy('rank', 'desc')
    .orderBy('article.sortOn', 'desc')
    .orderBy('article.id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  const { nextCursor, rows: page } = pageOf(cursorKinds.rankedDateAndContentId, rows, ({ rank: sortRank, sortOn, id }) => ({ sort: { rank: sortRank, date: sortOn }, id }));
  return { nextCursor, rows: page };
}

/** How many listings each district and each part of the directory has. */
export async function countListings(db: Kysely<Database>, filter: ListingFilter): Promise<{ areaId: string | null; section: string | null; count: number }[]> {
  return listings(db, filter)
    .select(({ fn }) => [areaId.as('areaId'), section.as('section'), fn.countAll<number>().as('count')])
    .groupBy([areaId, section])
    .orderBy(section)
    .execute();
}
