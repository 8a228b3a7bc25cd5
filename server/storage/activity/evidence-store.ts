import { sql, type Kysely, type NotNull } from 'kysely';
import type { ArticleKind } from '../../../src/contract/article';
import { rowColumns, type StoredArticleRow } from '../stores/article-store';
import type { Database } from '../tables';

// What stands for an activity: its published articles and its events. A null `activityId` in `within` means all activities.

export interface Within {
  readonly campaignId: string;
  readonly activityId: string | null;
}

const articlesOf = (db: Kysely<Database>, { campaignId, activityId }: Within) =>
  db
    .selectFrom('article')
    .where('article.campaignId', '=', campaignId)
    .where('article.withdrawnAt', 'is', null)
    .$if(activityId !== null, (query) => query.where('article.activityId', '=', activityId));

/** The last day on which an article was published or what it tells of happened; days that have not come yet do not count. */
const lastOn = (today: string) =>
  // Articles of the folder have no day of publication; greatest() passes over nulls.
  sql<string | null>`greatest(
    case when ${sql.ref('happenedOn')} <= ${today}::date then ${sql.ref('happenedOn')} end,
    (${sql.ref('publishedAt')} at time zone 'Asia/Shanghai')::date)`;

export interface ArticleCount {
  readonly activityId: string;
  readonly kind: ArticleKind;
  readonly count: number;
  /** The last day on which one of them was published or what it tells of happened; null when neither is known. */
  readonly lastOn: string | null;
}

export async function countArticles(db: Kysely<Database>, within: Within, today: string): Promise<ArticleCount[]> {
  return articlesOf(db, within)
    .select(({ fn }) => ['article.activityId', 'article.kind', fn.countAll<number>().as('count'), fn.max(lastOn(today)).as('lastOn')])
    .where('article.activityId', 'is not', null)
    .groupBy(['article.activityId', 'article.kind'])
    .$narrowType<{ activityId: NotNull }>()
    .execute();
}

export type LatestArticle = Pick<StoredArticleRow, 'id' | 'kind' | 'title' | 'happenedOn' | 'sortOn'> & { readonly activityId: string };

/** Of each activity that has any the article of its last day, by the same measure as `countArticles`; of several the one that stands first in the lists. */
export async function listLatestOfEach(db: Kysely<Database>, campaignId: string, today: string): Promise<LatestArticle[]> {
  return articlesOf(db, { campaignId, activityId: null })
    .distinctOn('article.activityId')
    .select(['article.activityId', 'article.id', 'article.kind', 'article.title', 'article.happenedOn', 'article.sortOn'])
    .where('article.activityId', 'is not', null)
    .orderBy('article.activityId')
    .orderBy(lastOn(today), (order) => order.desc().nullsLast())
    .orderBy('article.sortOn', 'desc')
    .orderBy('article.id', 'desc')
    .$narrowType<{ activityId: NotNull }>()
    .execute();
}

/** The first few of one kind as its own page has them: lessons in the order of the course, everything else the latest first. */
export async function listFirstOf(db: Kysely<Database>, within: Within, kind: ArticleKind, limit: number): Promise<StoredArticleRow[]> {
  return articlesOf(db, within)
    .select(rowColumns)
    .where('article.kind', '=', kind)
    .orderBy('article.sortOn', kind === 'lesson' ? 'asc' : 'desc')
    .orderBy('article.id', kind === 'lesson' ? 'asc' : 'desc')
    .limit(limit)
    .execute();
}

export interface EventCount {
  readonly activityId: string;
  /** Not begun yet. */
  readonly toCome: number;
  readonly begun: number;
  /** The day in China on which the latest of those began. */
  readonly lastOn: string | null;
}

/** A cancelled event is none. */
export async function countEvents(db: Kysely<Database>, { campaignId, activityId }: Within, now: Date): Promise<EventCount[]> {
  return db
    .selectFrom('event')
    .where('campaignId', '=', campaignId)
    .where('cancelledAt', 'is', null)
    .$if(activityId !== null, (query) => query.where('activityId', '=', activityId ?? ''))
    .select(({ fn }) => [
      'activityId',
      fn.countAll<number>().filterWhere('startsAt', '>', now).as('toCome'),
      fn.countAll<number>().filterWhere('startsAt', '<=', now).as('begun'),
      sql<string | null>`(max(${sql.ref('startsAt')}) filter (where ${sql.ref('startsAt')} <= ${now}) at time zone 'Asia/Shanghai')::date`.as('lastOn'),
    ])
    .groupBy('activityId')
    .execute();
}

/** How many works stand in the gallery of the campaign's call for essays. */
export async function countGallery(db: Kysely<Database>, campaignId: string): Promise<number> {
  const { count } = await db
    .selectFrom('essay')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('campaignId', '=', campaignId)
    .where('state', '=', 'accepted')
    .executeTakeFirstOrThrow();
  return count;
}
