import { sql, type Kysely } from 'kysely';
import type { ArticleDetails, ArticleKind, Block } from '../../../src/contract/article';
import type { LineId } from '../../../src/contract/campaign';
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
}

export interface StoredArticle extends StoredArticleRow {
  readonly campaignId: string;
  readonly place: string | null;
  readonly activity: { readonly id: string; readonly number: number; readonly title: string } | null;
  readonly cover: { readonly file: string; readonly alt: string } | null;
  readonly blocks: readonly Block[];
  readonly tags: readonly string[];
  readonly details: ArticleDetails;
}

const rowColumns = ['article.id', 'article.kind', 'article.title', 'article.summary', 'article.officeId', 'article.lineId', 'article.happenedOn', 'article.sortOn'] as const;

/** News, newest first. */
export async function listLatestArticles(db: Kysely<Database>, campaignId: string, limit: number): Promise<StoredArticleRow[]> {
  return db
    .selectFrom('article')
    .select(rowColumns)
    .where('campaignId', '=', campaignId)
    .where('kind', '=', 'news')
    .where('withdrawnAt', 'is', null)
    .orderBy('sortOn', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export interface ArticleFilter {
  readonly campaignId: string;
  readonly kind: ArticleKind;
  readonly officeId?: string | undefined;
  readonly lineId?: string | undefined;
  readonly activityId?: string | undefined;
}

/** A page of those that meet the whole filter, newest first; those without a day count as of the campaign's first. */
export async function listArticles(
  db: Kysely<Database>,
  { campaignId, kind, officeId, lineId, activityId }: ArticleFilter,
  after: Position<string> | null,
): Promise<Page<StoredArticleRow>> {
  const rows = await db
    .selectFrom('article')
    .select(rowColumns)
    .where('campaignId', '=', campaignId)
    .where('kind', '=', kind)
    .where('withdrawnAt', 'is', null)
    .$if(officeId !== undefined, (query) => query.where('officeId', '=', officeId ?? ''))
    // Compared as text: a line that does not exist has no articles.
    .$if(lineId !== undefined, (query) => query.where(sql<boolean>`${sql.ref('lineId')} = ${lineId}`))
    .$if(activityId !== undefined, (query) => query.where('activityId', '=', activityId ?? ''))
    .$if(after !== null, (query) =>
      query.where((eb) => eb(eb.refTuple('sortOn', 'id'), '<', eb.tuple(after?.sort ?? '', after?.id ?? ''))),
    )
    .orderBy('sortOn', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.dateAndContentId, rows, ({ sortOn, id }) => ({ sort: sortOn, id }));
}

/** Of any campaign: an article that was shared stays where its link leads. */
export async function findArticle(db: Kysely<Database>, id: string): Promise<StoredArticle | null> {
  const row = await db
    .selectFrom('article')
    .leftJoin('activity', (join) =>
      join.onRef('activity.campaignId', '=', 'article.campaignId').onRef('activity.id', '=', 'article.activityId'),
    )
    .select([...rowColumns, 'article.campaignId', 'article.place', 'article.cover', 'article.blocks', 'article.tags', 'article.details'])
    .select(['activity.id as activityId', 'activity.number as activityNumber', 'activity.title as activityTitle'])
    .where('article.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { activityId, activityNumber, activityTitle, ...article } = row;
  const hasActivity = activityId !== null && activityNumber !== null && activityTitle !== null;
  return { ...article, activity: hasActivity ? { id: activityId, number: activityNumber, title: activityTitle } : null };
}

/** The offices and lines that have at least one article. */
export async function listArticleSources(
  db: Kysely<Database>,
  campaignId: string,
): Promise<{ officeIds: ReadonlySet<string>; lineIds: ReadonlySet<string> }> {
  const rows = await db.selectFrom('article').select(['officeId', 'lineId']).distinct().where('campaignId', '=', campaignId).execute();
  return { officeIds: new Set(rows.map(({ officeId }) => officeId)), lineIds: new Set(rows.map(({ lineId }) => lineId)) };
}
