import { sql, type Kysely, type NotNull, type Transaction } from 'kysely';
import type { KeyedQuestion, QuestionType } from '../../../src/contract/practice';
import type { Standing } from '../../../src/domain/draw';
import type { Database } from '../tables';

/** What practice may ask: in the content still, meant for practice, and not voided by an erratum. */
export const practiceBank = (db: Kysely<Database>, campaignId: string) =>
  db
    .selectFrom('question')
    .where('question.campaignId', '=', campaignId)
    .where('question.active', '=', true)
    .where('question.inPractice', '=', true)
    .where('question.voided', '=', false);

export interface StoredTopic {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly questionCount: number;
}

/** The topics that have a question to practise, in the campaign's order. */
export async function listTopics(db: Kysely<Database>, campaignId: string): Promise<StoredTopic[]> {
  return practiceBank(db, campaignId)
    .innerJoin('topic', (join) => join.onRef('topic.campaignId', '=', 'question.campaignId').onRef('topic.id', '=', 'question.topicId'))
    .select(({ fn }) => ['topic.id', 'topic.title', 'topic.summary', fn.countAll<number>().as('questionCount')])
    .groupBy(['topic.campaignId', 'topic.id'])
    .orderBy('topic.position')
    .execute();
}

/** A person's last answer to each question ever answered. */
const lastAnswers = (db: Kysely<Database>, personId: string) =>
  db
    .selectFrom('practice')
    .innerJoin('practiceQuestion', 'practiceQuestion.practiceId', 'practice.id')
    .distinctOn('practiceQuestion.questionId')
    .select(['practiceQuestion.questionId', 'practiceQuestion.correct'])
    .where('practice.personId', '=', personId)
    .where('practiceQuestion.answeredAt', 'is not', null)
    .orderBy('practiceQuestion.questionId')
    .orderBy('practiceQuestion.answeredAt', 'desc');

export interface Progress {
  readonly answeredCount: number;
  readonly correctCount: number;
}

/** By topic, over its questions to practise; a topic without an answer is missing. */
export async function readProgress(db: Kysely<Database>, campaignId: string, personId: string): Promise<ReadonlyMap<string, Progress>> {
  const rows = await practiceBank(db, campaignId)
    .innerJoin(lastAnswers(db, personId).as('answer'), 'answer.questionId', 'question.id')
    .select(({ fn }) => [
      'question.topicId',
      fn.countAll<number>().as('answeredCount'),
      fn.countAll<number>().filterWhere('answer.correct', '=', true).as('correctCount'),
    ])
    .groupBy('question.topicId')
    .execute();
  return new Map(rows.map(({ topicId, ...progress }) => [topicId, progress]));
}

export interface Drawable {
  readonly id: string;
  readonly type: QuestionType;
  readonly optionCount: number;
  /** Whether this person answered it last time: `open` for never. */
  readonly standing: Standing;
}

const optionCount = sql<number>`jsonb_array_length(question.options)`;

/** A topic's title and questions to practise as they stand with one person; null when it has none. */
export async function findDrawableTopic(
  db: Kysely<Database>,
  { campaignId, topicId, personId }: { campaignId: string; topicId: string; personId: string },
): Promise<{ title: string; questions: readonly Drawable[] } | null> {
  const rows = await practiceBank(db, campaignId)
    .innerJoin('topic', (join) => join.onRef('topic.campaignId', '=', 'question.campaignId').onRef('topic.id', '=', 'question.topicId'))
    .leftJoin(lastAnswers(db, personId).as('answer'), 'answer.questionId', 'question.id')
    .select(['question.id', 'question.type', 'topic.title', 'answer.correct', optionCount.as('optionCount')])
    .where('question.topicId', '=', topicId)
    .orderBy('question.id')
    .execute();
  const [first] = rows;
  if (!first) return null;
  const questions = rows.map(({ id, type, correct, optionCount: count }): Drawable => ({
    id,
    type,
    optionCount: count,
    standing: correct === null ? 'open' : correct ? 'right' : 'wrong',
  }));
  return { title: first.title, questions };
}

export type BankQuestion = Omit<Drawable, 'standing'> & { readonly topicId: string };

/** Every question that practice may ask. */
export async function listPracticeBank(db: Kysely<Database>, campaignId: string): Promise<BankQuestion[]> {
  return practiceBank(db, campaignId)
    .select(['question.id', 'question.topicId', 'question.type', optionCount.as('optionCount')])
    .execute();
}

export interface NewPractice {
  readonly id: string;
  readonly personId: string;
  readonly campaignId: string;
  /** Null when drawn from the wrong questions. */
  readonly topicId: string | null;
  /** The day whose question it is; null for any other practice. */
  readonly dailyOn: string | null;
  readonly title: string;
  readonly startedAt: Date;
  /** In the order they are asked. */
  readonly questions: readonly { readonly id: string; readonly optionOrder: readonly number[] }[];
}

/** Returns whether it was kept: a person has one practice of a day's question. */
export async function insertPractice(trx: Transaction<Database>, { questions, ...practice }: NewPractice): Promise<boolean> {
  const kept = await trx
    .insertInto('practice')
    .values({ ...practice, questionCount: questions.length, answeredCount: 0, correctCount: 0, finishedAt: null })
    .onConflict((conflict) => conflict.columns(['personId', 'campaignId', 'dailyOn']).where('dailyOn', 'is not', null).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!kept) return false;
  await trx
    .insertInto('practiceQuestion')
    .values(
      questions.map(({ id, optionOrder }, position) => ({
        practiceId: practice.id,
        position,
        questionId: id,
        optionOrder: JSON.stringify(optionOrder),
        // The JSON value null would count as an answer.
        chosen: sql<string>`null`,
        correct: null,
        answeredAt: null,
      })),
    )
    .execute();
  return true;
}

export interface StoredPractice {
  readonly id: string;
  readonly personId: string;
  readonly topicId: string | null;
  readonly dailyOn: string | null;
  readonly title: string;
  readonly questionCount: number;
  readonly answeredCount: number;
  readonly correctCount: number;
}

const practiceColumns = ['id', 'personId', 'topicId', 'dailyOn', 'title', 'questionCount', 'answeredCount', 'correctCount'] as const;

export async function findPractice(db: Kysely<Database>, id: string): Promise<StoredPractice | undefined> {
  return db.selectFrom('practice').select(practiceColumns).where('id', '=', id).executeTakeFirst();
}

/** Until the transaction ends nobody else answers in this practice. */
export async function lockPractice(trx: Transaction<Database>, id: string): Promise<StoredPractice | undefined> {
  return trx.selectFrom('practice').select(practiceColumns).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** The newest practice of this campaign that is not finished; a question of the day is a matter of its day. */
export async function findUnfinishedPractice(db: Kysely<Database>, campaignId: string, personId: string): Promise<StoredPractice | undefined> {
  return db
    .selectFrom('practice')
    .select(practiceColumns)
    .where('personId', '=', personId)
    .where('campaignId', '=', campaignId)
    .where('finishedAt', 'is', null)
    .where('dailyOn', 'is', null)
    .orderBy('startedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

interface DailyPlace {
  readonly campaignId: string;
  readonly personId: string;
}

export async function findDailyPractice(db: Kysely<Database>, { campaignId, personId }: DailyPlace, day: string): Promise<StoredPractice | undefined> {
  return db
    .selectFrom('practice')
    .select(practiceColumns)
    .where('personId', '=', personId)
    .where('campaignId', '=', campaignId)
    .where('dailyOn', '=', day)
    .executeTakeFirst();
}

/** The days whose question this person has answered, latest first. */
export async function listDailyAnswers(db: Kysely<Database>, { campaignId, personId }: DailyPlace): Promise<{ day: string; correct: boolean }[]> {
  const rows = await db
    .selectFrom('practice')
    .select(['dailyOn as day', 'correctCount'])
    .where('personId', '=', personId)
    .where('campaignId', '=', campaignId)
    .where('dailyOn', 'is not', null)
    .where('finishedAt', 'is not', null)
    .orderBy('dailyOn', 'desc')
    .$narrowType<{ day: NotNull }>()
    .execute();
  return rows.map(({ day, correctCount }) => ({ day, correct: correctCount > 0 }));
}

export interface StoredPracticeQuestion extends KeyedQuestion {
  readonly questionId: string;
  /** `optionOrder[shown]` is the option's index in the question. */
  readonly optionOrder: readonly number[];
  /** As shown; null until answered, as is `correct`. */
  readonly chosen: readonly number[] | null;
  readonly correct: boolean | null;
}

const practiceQuestions = (db: Kysely<Database>, practiceId: string) =>
  db
    .selectFrom('practiceQuestion')
    .innerJoin('question', 'question.id', 'practiceQuestion.questionId')
    .select([
      'practiceQuestion.questionId',
      'question.type',
      'question.stem',
      'question.options',
      'question.key',
      'question.explanation',
      'question.source',
      'practiceQuestion.optionOrder',
      'practiceQuestion.chosen',
      'practiceQuestion.correct',
    ])
    .where('practiceQuestion.practiceId', '=', practiceId);

/** In the order they are asked. */
export async function listPracticeQuestions(db: Kysely<Database>, practiceId: string): Promise<StoredPracticeQuestion[]> {
  return practiceQuestions(db, practiceId).orderBy('practiceQuestion.position').execute();
}

export async function findPracticeQuestion(
  db: Kysely<Database>,
  practiceId: string,
  questionId: string,
): Promise<StoredPracticeQuestion | undefined> {
  return practiceQuestions(db, practiceId).where('practiceQuestion.questionId', '=', questionId).executeTakeFirst();
}

export interface GivenAnswer {
  readonly practiceId: string;
  readonly questionId: string;
  readonly chosen: readonly number[];
  readonly correct: boolean;
  readonly at: Date;
}

/** Keeps the answer and counts it; the last one finishes the practice. The practice must be locked. */
export async function saveAnswer(
  trx: Transaction<Database>,
  { practiceId, questionId, chosen, correct, at }: GivenAnswer,
): Promise<Progress> {
  await trx
    .updateTable('practiceQuestion')
    .set({ chosen: JSON.stringify(chosen), correct, answeredAt: at })
    .where('practiceId', '=', practiceId)
    .where('questionId', '=', questionId)
    .execute();
  return trx
    .updateTable('practice')
    .set(({ eb }) => ({
      answeredCount: eb('answeredCount', '+', 1),
      correctCount: eb('correctCount', '+', correct ? 1 : 0),
      finishedAt: eb.case().when(eb('answeredCount', '+', 1), '=', eb.ref('questionCount')).then(sql<Date | null>`${at}::timestamptz`).else(null).end(),
    }))
    .where('id', '=', practiceId)
    .returning(['answeredCount', 'correctCount'])
    .executeTakeFirstOrThrow();
}
