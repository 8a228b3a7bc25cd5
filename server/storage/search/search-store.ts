import { sql, type Kysely, type RawBuilder } from 'kysely';
import { articleKinds, type ArticleKind, type Block } from '../../../src/contract/article';
import type { LineId } from '../../../src/contract/campaign';
import type { Phrase } from '../../../src/domain/search/bigrams';
import { cursorKinds, PAGE_SIZE, pageOf, searchedParts, type HitSort, type Page, type Position, type SearchedPart } from '../cursor';
import type { Database } from '../tables';

// Letters and numbers alone become words, so none has a quotation mark.
const queryOf = (phrases: readonly Phrase[]): string =>
  phrases.map(({ words, open }) => `(${words.map((word, index) => `'${word}'${open && index === words.length - 1 ? ':*' : ''}`).join(' <-> ')})`).join(' & ');

export interface Wanted {
  readonly campaignId: string;
  readonly phrases: readonly Phrase[];
  readonly kind?: ArticleKind | undefined;
}

interface Hit {
  readonly articleId: string;
  readonly sortOn: string;
}

// So many of the newest are looked through before the index of words is asked. A word that is not among them often enough is
// in about one article of a hundred or fewer, which that index answers fast; of a common one it would bring all. Measured by
// bench/search.ts; a title is read some times faster than a text, and that than a body.
const parts = {
  title: { table: 'searchTitle', lookedThrough: 2_000 },
  text: { table: 'searchText', lookedThrough: 800 },
  body: { table: 'searchBody', lookedThrough: 100 },
} as const;

function isHit(part: SearchedPart, query: string): RawBuilder<boolean> {
  const has = sql<boolean>`words @@ ${query}::tsquery`;
  switch (part) {
    case 'title':
      return has;
    case 'text':
      return sql`${has} and not title_words @@ ${query}::tsquery`;
    case 'body':
      return sql`${has} and not exists (select from search_text as beginning where beginning.article_id = search_body.article_id and beginning.words @@ ${query}::tsquery)`;
  }
}

/** The next hits that are in this part and in none before it. */
async function findPart(db: Kysely<Database>, part: SearchedPart, { campaignId, phrases, kind }: Wanted, after: Position<string> | null, limit: number): Promise<Hit[]> {
  const { table, lookedThrough } = parts[part];
  const hits = isHit(part, queryOf(phrases));
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
      select article_id, sort_on from (${entries.select(['articleId', 'sortOn', hits.as('hit')]).orderBy('sortOn', 'desc').orderBy('articleId', 'desc').limit(lookedThrough)}) as newest
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
  for (const part of searchedParts.slice(after === null ? 0 : searchedParts.indexOf(after.sort.part))) {
    if (hits.length >= most) break;
    const start = after?.sort.part === part ? { sort: after.sort.on, id: after.id } : null;
    const found = await findPart(db, part, wanted, start, most - hits.length);
    hits.push(...found.map(({ articleId, sortOn }) => ({ id: articleId, sort: { part, on: sortOn } })));
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
  readonly tags: readonly string[];
  readonly blocks: readonly Block[];
  readonly officeId: string;
  readonly lineId: LineId;
  readonly happenedOn: string | null;
  readonly sortOn: string;
}

export async function readHits(db: Kysely<Database>, ids: readonly string[]): Promise<StoredHit[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('article').select(['id', 'kind', 'title', 'summary', 'tags', 'blocks', 'officeId', 'lineId', 'happenedOn', 'sortOn']).where('id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
