import { sql, type Kysely } from 'kysely';
import type { ArticleDetails, ArticleKind, Block } from '../../../src/contract/article';
import type { LineId } from '../../../src/contract/campaign';
import type { Cover } from '../../../src/contract/newsroom/content';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';

export interface StoredArticleRow {
  readonly id: string;
  readonly kind: ArticleKind;
  readonly title: string;
  readonly summary: string;
  readonly officeId: string;
  readonly lineId: LineId;
  readonly happenedOn: string | null;
  readonly sortOn: string;
  readonly section: string | null;
  readonly cover: Cover | null;
}

export interface StoredArticle extends StoredArticleRow {
  readonly campaignId: string;
  readonly place: string | null;
  readonly activity: { readonly id: string; readonly number: number; readonly title: string } | null;
  readonly blocks: readonly Block[];
  readonly tags: readonly string[];
  readonly details: ArticleDetails;
  /** Null for what the public can read. */
  readonly withdrawn: { readonly at: Date; readonly note: string } | null;
}

const section = sql<string | null>`${sql.ref('article.details')} ->> 'section'`;

export const rowColumns = [
  ...(['article.id', 'article.kind', 'article.title', 'article.summary', 'article.officeId', 'article.lineId', 'article.happenedOn', 'article.sortOn', 'article.cover'] as const),
  section.as('section'),
] as const;

export interface ArticleFilter {
  readonly campaignId: string;
  readonly kind: ArticleKind;
  readonly officeId?: string | undefined;
  readonly lineId?: string | undefined;
  readonly activityId?: string | undefined;
  readonly section?: string | undefined;
  /** In the title, the summary or the section. */
  readonly contains?: string | undefined;
  /** Those that stand elsewhere on the page. */
  readonly without?: readonly string[];
}

const meeting = (db: Kysely<Database>, { campaignId, kind, officeId, lineId, activityId, section: inSection, contains, without = [] }: ArticleFilter) =>
  db
    .selectFrom('article')
    .select(rowColumns)
    .where('campaignId', '=', campaignId)
    .where('kind', '=', kind)
    .where('withdrawnAt', 'is', null)
    .$if(officeId !== undefined, (query) => query.where('officeId', '=', officeId ?? ''))
    // Compared as text: a line that does not exist has no articles.
    .$if(lineId !== undefined, (query) => query.where(sql<boolean>`${sql.ref('lineId')} = ${lineId}`))
    .$if(activityId !== undefined, (query) => query.where('activityId', '=', activityId ?? ''))
    .$if(inSection !== undefined, (query) => query.where(section, '=', inSection ?? ''))
    .$if(contains !== undefined, (query) => query.where(sql<boolean>`strpos(lower(concat_ws(E'\\n', ${sql.ref('title')}, ${sql.ref('summary')}, ${section})), lower(${contains})) > 0`))
    .$if(without.length > 0, (query) => query.where('id', 'not in', without))
    .orderBy('sortOn', 'desc')
    .orderBy('id', 'desc');

/** A page of those that meet the whole filter, newest first; those without a day count as of the campaign's first. */
export async function listArticles(db: Kysely<Database>, filter: ArticleFilter, after: Position<string> | null): Promise<Page<StoredArticleRow>> {
  const rows = await meeting(db, filter)
    .$if(after !== null, (query) =>
      query.where((eb) => eb(eb.refTuple('sortOn', 'id'), '<', eb.tuple(after?.sort ?? '', after?.id ?? ''))),
    )
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.dateAndContentId, rows, ({ sortOn, id }) => ({ sort: sortOn, id }));
}

/** The newest of those that meet the whole filter. */
export const listLatestArticles = (db: Kysely<Database>, filter: ArticleFilter, limit: number): Promise<StoredArticleRow[]> => meeting(db, filter).limit(limit).execute();

const PINNED_AT_MOST = 3;

/** What stands above the others now, the newest first. */
export const listPinned = (db: Kysely<Database>, filter: ArticleFilter, now: Date): Promise<StoredArticleRow[]> =>
  meeting(db, filter).where('pinnedUntil', '>', now).limit(PINNED_AT_MOST).execute();

/** Of any campaign: an article that was shared stays where its link leads. */
export async function findArticle(db: Kysely<Database>, id: string): Promise<StoredArticle | null> {
  const row = await db
    .selectFrom('article')
    .leftJoin('activity', (join) =>
      join.onRef('activity.campaignId', '=', 'article.campaignId').onRef('activity.id', '=', 'article.activityId'),
    )
    .select([...rowColumns, 'article.campaignId', 'article.place', 'article.blocks', 'article.tags', 'article.details', 'article.withdrawnAt', 'article.withdrawalNote'])
    .select(['activity.id as activityId', 'activity.number as activityNumber', 'activity.title as activityTitle'])
    .where('article.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { activityId, activityNumber, activityTitle, withdrawnAt, withdrawalNote, ...article } = row;
  const hasActivity = activityId !== null && activityNumber !== null && activityTitle !== null;
  const withdrawn = withdrawnAt && { at: withdrawnAt, note: withdrawalNote ?? '' };
  return { ...article, withdrawn, activity: hasActivity ? { id: activityId, number: activityNumber, title: activityTitle } : null };
}

/** In the order of `ids`. */
export async function listArticlesById(db: Kysely<Database>, ids: readonly string[]): Promise<StoredArticleRow[]> {
  if (ids.length === 0) return [];
  const rows = await db.selectFrom('article').select(rowColumns).where('article.id', 'in', ids).execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The offices and lines that have at least one article of a kind; one look into an index for each, however many articles there are. */
export async function listArticleSources(db: Kysely<Database>, campaignId: string, kind: ArticleKind): Promise<{ officeIds: ReadonlySet<string>; lineIds: ReadonlySet<string> }> {
  const published = sql`select from article where article.campaign_id = ${campaignId} and article.kind = ${kind} and article.withdrawn_at is null`;
  const [offices, lines] = await Promise.all([
    db.selectFrom('office').select('id').where('campaignId', '=', campaignId).where(sql<boolean>`exists (${published} and article.office_id = office.id)`).execute(),
    db
      .selectFrom('activity')
      .select('lineId')
      .distinct()
      .where('campaignId', '=', campaignId)
      .where(sql<boolean>`exists (${published} and article.line_id = activity.line_id)`)
      .execute(),
  ]);
  return { officeIds: new Set(offices.map(({ id }) => id)), lineIds: new Set(lines.map(({ lineId }) => lineId)) };
}

export interface SectionCount {
  readonly name: string;
  readonly count: number;
}

/** The sections of one kind of article, of one activity if it is given, by name. */
export async function countSections(db: Kysely<Database>, { campaignId, kind, activityId }: ArticleFilter): Promise<SectionCount[]> {
  return db
    .selectFrom('article')
    .select(({ fn }) => [sql<string>`${section}`.as('name'), fn.countAll<number>().as('count')])
    .where('campaignId', '=', campaignId)
    .where('kind', '=', kind)
    .where('withdrawnAt', 'is', null)
    .where(section, 'is not', null)
    .$if(activityId !== undefined, (query) => query.where('activityId', '=', activityId ?? ''))
    .groupBy(section)
    .orderBy('name')
    .execute();
}
