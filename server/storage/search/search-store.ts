import { sql, type Kysely, type RawBuilder } from 'kysely';
import { articleKinds, type ArticleKind, type Block } from '../../../src/contract/article';
import type { LineId } from '../../../src/contract/campaign';
import type { Phrase } from '../../../src/domain/search/bigrams';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';

// Letters and numbers alone become words, so none has a quotation mark.
const queryOf = (phrases: readonly Phrase[]): string =>
  phrases.map(({ words, open }) => `(${words.map((word, index) => `'${word}'${open && index === words.length - 1 ? ':*' : ''}`).join(' <-> ')})`).join(' & ');

export interface Wanted {
  readonly campaignId: string;
  readonly phrases: readonly Phrase[];
  readonly kind?: ArticleKind | undefined;
}

/** Where in the order a hit stands: those in the title come first, each of the two parts from the newest. */
export interface HitSort {
  readonly inTitle: boolean;
  readonly on: string;
}

interface Hit {
  readonly articleId: string;
  readonly sortOn: string;
}

// So many of the newest are looked through before the index of words is asked. A word that is not among them often enough is
// in about one article of a hundred or fewer, which that index answers fast; of a common one it would bring all. Measured by
// bench/search.ts; a title is read some times faster than a text.
const LOOKED_THROUGH = { searchTitle: 2_000, searchText: 800 } as const;

/** The next hits in titles, or the next in texts alone. */
async function findPart(db: Kysely<Database>, table: keyof typeof LOOKED_THROUGH, { campaignId, phrases, kind }: Wanted, after: Position<string> | null, limit: number): Promise<Hit[]> {
  const query = queryOf(phrases);
  const inTitle = table === 'searchTitle';
  const hits: RawBuilder<boolean> = inTitle ? sql`words @@ ${query}::tsquery` : sql`words @@ ${query}::tsquery and not title_words @@ ${query}::tsquery`;
  const entries = db
    .selectFrom(table)
    .where('campaignId', '=', campaignId)
    .$if(kind !== undefined, (some) => some.where(sql<boolean>`kind = ${kind}`))
    .$if(after !== null, (some) => some.where((eb) => eb(eb.refTuple('sortOn', 'articleId'), '<', eb.tuple(after?.sort ?? '', after?.id ?? ''))));
  const newestFirst = sql`sort_on desc, article_id desc`;
  const most = sql.lit(limit);
  // Materialized, so that the planner neither walks the whole order for a rare word nor sorts all of a common one's.
  const { rows } = await sql<Hit>`
    with near as materialized (
      select article_id, sort_on from (${entries.select(['articleId', 'sortOn', hits.as('hit')]).orderBy('sortOn', 'desc').orderBy('articleId', 'desc').limit(LOOKED_THROUGH[table])}) as newest
      where hit order by ${newestFirst} limit ${most}
    ), far as materialized (
      ${entries.select(['articleId', 'sortOn']).where(hits).where(sql<boolean>`(select count(*) from near) < ${most}`)}
    )
    select article_id, sort_on from (select article_id, sort_on from near where (select count(*) from near) = ${most} union all select article_id, sort_on from far) as hit
    order by ${newestFirst} limit ${most}`.execute(db);
  return rows;
}

/** A page of the articles that have all the phrases. */
export async function findHits(db: Kysely<Database>, wanted: Wanted, after: Position<HitSort> | null): Promise<Page<{ id: string; sort: HitSort }>> {
  const most = PAGE_SIZE + 1;
  const hits: { id: string; sort: HitSort }[] = [];
  for (const table of ['searchTitle', 'searchText'] as const) {
    const inTitle = table === 'searchTitle';
    if (hits.length >= most || (inTitle && after?.sort.inTitle === false)) continue;
    const start = after?.sort.inTitle === inTitle ? { sort: after.sort.on, id: after.id } : null;
    const part = await findPart(db, table, wanted, start, most - hits.length);
    hits.push(...part.map(({ articleId, sortOn }) => ({ id: articleId, sort: { inTitle, on: sortOn } })));
  }
  return pageOf(cursorKinds.hitAndContentId, hits, (hit) => hit);
}

export interface StoredActivityWords {
  readonly id: string;
  readonly number: number;
  readonly lineId: LineId;
  readonly title: string;
  readonly shortTitle: string;
  readonly summary: string;
}

/** The campaign's activities are twenty and need no index. */
export async function listActivityWords(db: Kysely<Database>, campaignId: string): Promise<StoredActivityWords[]> {
  return db.selectFrom('activity').select(['id', 'number', 'lineId', 'title', 'shortTitle', 'summary']).where('campaignId', '=', campaignId).orderBy('number').execute();
}

const NEWEST_OF_EACH_KIND = 40;

/** The tags of the newest articles, the most used first. */
export async function listTags(db: Kysely<Database>, campaignId: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ tag: string }>`
    select tag from (
      select article.tags from unnest(${sql.val([...articleKinds])}::text[]) as wanted (kind) cross join lateral (
        select tags from article where campaign_id = ${campaignId} and article.kind = wanted.kind and withdrawn_at is null order by sort_on desc, id desc limit ${sql.lit(NEWEST_OF_EACH_KIND)}
      ) as article
    ) as newest, jsonb_array_elements_text(tags) as tag
    group by tag order by count(*) desc, tag limit ${sql.lit(limit)}`.execute(db);
  return rows.map(({ tag }) => tag);
}

/** What a hit shows of itself, in the order of `ids`. */
export interface StoredHit {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly title: string;
  readonly summary: string;
  readonly blocks: readonly Block[];
  readonly officeId: string;
  readonly lineId: LineId;
  readonly happenedOn: string | null;
}

export async function readHits(db: Kysely<Database>, ids: readonly string[]): Promise<StoredHit[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('article').select(['id', 'kind', 'title', 'summary', 'blocks', 'officeId', 'lineId', 'happenedOn']).where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
