import { sql, type Kysely, type Transaction } from 'kysely';
import { questionsPerCheck } from '../../../src/domain/draw';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import { rowColumns, type StoredArticleRow } from '../stores/article-store';
import { practiceBank } from '../stores/practice-store';
import type { Database } from '../tables';

/** How far a person is in a lesson. */
export interface StoredProgress {
  readonly readPercent: number;
  readonly readAt: Date | null;
  readonly checkedAt: Date | null;
  /** The latest. */
  readonly check: { readonly practiceId: string; readonly questionCount: number; readonly answeredCount: number; readonly correctCount: number } | null;
}

export interface ProgressPlace {
  readonly personId: string;
  readonly articleId: string;
}

const lessons = (db: Kysely<Database>, campaignId: string) =>
  db.selectFrom('article').where('article.campaignId', '=', campaignId).where('article.kind', '=', 'lesson').where('article.withdrawnAt', 'is', null);

const topicId = sql<string | null>`article.details ->> 'topicId'`;

/** How many questions the lesson's check would have now. */
const checkQuestionCount = (db: Kysely<Database>, campaignId: string) =>
  practiceBank(db, campaignId)
    .where('question.topicId', '=', topicId)
    .select(({ fn }) => sql<number>`least(${fn.countAll<number>()}, ${sql.lit(questionsPerCheck)})::int`.as('count'));

export interface StoredLesson {
  readonly id: string;
  readonly title: string;
  readonly sortOn: string;
  readonly topicId: string | null;
  readonly checkQuestionCount: number;
}

export async function findLesson(db: Kysely<Database>, campaignId: string, id: string): Promise<StoredLesson | undefined> {
  return lessons(db, campaignId)
    .select(['article.id', 'article.title', 'article.sortOn', topicId.as('topicId')])
    .select(checkQuestionCount(db, campaignId).as('checkQuestionCount'))
    .where('article.id', '=', id)
    .$narrowType<{ checkQuestionCount: number }>()
    .executeTakeFirst();
}

/** The one after it in the order of the course. */
export async function findNextLesson(db: Kysely<Database>, campaignId: string, { sortOn, id }: Pick<StoredLesson, 'sortOn' | 'id'>): Promise<{ id: string; title: string } | undefined> {
  return lessons(db, campaignId)
    .select(['article.id', 'article.title'])
    .where((eb) => eb(eb.refTuple('article.sortOn', 'article.id'), '>', eb.tuple(sortOn, id)))
    .orderBy('article.sortOn')
    .orderBy('article.id')
    .limit(1)
    .executeTakeFirst();
}

export interface StoredLessonRow extends StoredArticleRow {
  readonly minutes: number | null;
  readonly media: 'video' | 'audio' | null;
  readonly checkQuestionCount: number;
}

/** In the order of the course: what was published first comes first. */
export async function listLessons(db: Kysely<Database>, campaignId: string, after: Position<string> | null): Promise<Page<StoredLessonRow>> {
  const rows = await lessons(db, campaignId)
    .select(rowColumns)
    .select([sql<number | null>`(article.details ->> 'minutes')::int`.as('minutes'), sql<'video' | 'audio' | null>`article.details -> 'media' ->> 'kind'`.as('media')])
    .select(checkQuestionCount(db, campaignId).as('checkQuestionCount'))
    .$if(after !== null, (query) => query.where((eb) => eb(eb.refTuple('article.sortOn', 'article.id'), '>', eb.tuple(after?.sort ?? '', after?.id ?? ''))))
    .orderBy('article.sortOn')
    .orderBy('article.id')
    .limit(PAGE_SIZE + 1)
    .$narrowType<{ checkQuestionCount: number }>()
    .execute();
  return pageOf(cursorKinds.dateAndContentId, rows, ({ sortOn, id }) => ({ sort: sortOn, id }));
}

/** How many lessons there are, and how many of them this person has finished: read, and checked where there is a check. */
export async function countLessons(db: Kysely<Database>, campaignId: string, personId: string | null): Promise<{ lessonCount: number; finishedCount: number }> {
  return lessons(db, campaignId)
    .leftJoin('lessonProgress', (join) => join.onRef('lessonProgress.articleId', '=', 'article.id').on('lessonProgress.personId', '=', personId))
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('lessonCount'),
      fn
        .countAll<number>()
        .filterWhere(eb.and([eb('lessonProgress.readAt', 'is not', null), eb.or([eb('lessonProgress.checkedAt', 'is not', null), eb(checkQuestionCount(db, campaignId), '=', 0)])]))
        .as('finishedCount'),
    ])
    .executeTakeFirstOrThrow();
}

const progressOf = (db: Kysely<Database>, personId: string) =>
  db
    .selectFrom('lessonProgress')
    .leftJoin('practice', 'practice.id', 'lessonProgress.checkId')
    .select(['lessonProgress.articleId', 'lessonProgress.readPercent', 'lessonProgress.readAt', 'lessonProgress.checkedAt'])
    .select(['practice.id as practiceId', 'practice.questionCount', 'practice.answeredCount', 'practice.correctCount'])
    .where('lessonProgress.personId', '=', personId);

type ProgressRow = Awaited<ReturnType<ReturnType<typeof progressOf>['executeTakeFirstOrThrow']>>;

const progress = ({ readPercent, readAt, checkedAt, practiceId, questionCount, answeredCount, correctCount }: ProgressRow): StoredProgress => ({
  ...{ readPercent, readAt, checkedAt },
  check: practiceId === null ? null : { practiceId, questionCount: questionCount ?? 0, answeredCount: answeredCount ?? 0, correctCount: correctCount ?? 0 },
});

/** By lesson; one that was not begun is missing. */
export async function readLessonProgress(db: Kysely<Database>, personId: string, articleIds: readonly string[]): Promise<ReadonlyMap<string, StoredProgress>> {
  if (articleIds.length === 0) return new Map();
  const rows = await progressOf(db, personId).where('lessonProgress.articleId', 'in', articleIds).execute();
  return new Map(rows.map((row) => [row.articleId, progress(row)]));
}

/** One statement: what was read before is never taken back. */
export async function noteRead(db: Kysely<Database>, { personId, articleId }: ProgressPlace, readPercent: number, now: Date): Promise<void> {
  await db
    .insertInto('lessonProgress')
    .values({ personId, articleId, readPercent, readAt: readPercent === 100 ? now : null, checkId: null, checkedAt: null, begunAt: now })
    .onConflict((conflict) =>
      conflict.columns(['personId', 'articleId']).doUpdateSet((eb) => ({
        readPercent: sql<number>`greatest(${eb.ref('lessonProgress.readPercent')}, ${eb.ref('excluded.readPercent')})`,
        readAt: eb.fn.coalesce('lessonProgress.readAt', 'excluded.readAt'),
      })),
    )
    .execute();
}

/** Begins the lesson if need be. Until the transaction ends nobody else starts its check for this person. */
export async function lockProgress(trx: Transaction<Database>, place: ProgressPlace, now: Date): Promise<StoredProgress> {
  await noteRead(trx, place, 0, now);
  return progress(await progressOf(trx, place.personId).where('lessonProgress.articleId', '=', place.articleId).executeTakeFirstOrThrow());
}

export async function saveCheck(trx: Transaction<Database>, { personId, articleId }: ProgressPlace, checkId: string): Promise<void> {
  await trx.updateTable('lessonProgress').set({ checkId }).where('personId', '=', personId).where('articleId', '=', articleId).execute();
}

/** Nothing happens for a practice that is no lesson's check. */
export async function noteCheckDone(trx: Transaction<Database>, practiceId: string, at: Date): Promise<void> {
  await trx
    .updateTable('lessonProgress')
    .set(({ fn }) => ({ checkedAt: fn.coalesce('checkedAt', sql<Date>`${at}::timestamptz`) }))
    .where('checkId', '=', practiceId)
    .execute();
}

export interface OwnLesson {
  readonly title: string | null;
  readonly readPercent: number;
  readonly begunAt: Date;
  readonly readAt: Date | null;
  readonly checkedAt: Date | null;
}

/** Everything that is kept of a person's lessons; `title` is null when the lesson is no longer there. */
export async function listAllProgress(db: Kysely<Database>, personId: string): Promise<OwnLesson[]> {
  return db
    .selectFrom('lessonProgress')
    .leftJoin('article', 'article.id', 'lessonProgress.articleId')
    .select(['article.title', 'lessonProgress.readPercent', 'lessonProgress.begunAt', 'lessonProgress.readAt', 'lessonProgress.checkedAt'])
    .where('lessonProgress.personId', '=', personId)
    .orderBy('lessonProgress.begunAt')
    .execute();
}
