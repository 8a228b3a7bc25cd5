import { sql, type Kysely, type Transaction } from 'kysely';
import type { KeyedQuestion, NotebookCounts, QuestionType } from '../../../src/contract/practice';
import type { Review } from '../../../src/domain/review';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';
import { practiceBank } from './practice-store';

// Questions that practice may not ask any more, and those of other campaigns, are neither listed nor counted.

/** Whose 错题本, and of which campaign. */
export interface Notebook {
  readonly campaignId: string;
  readonly personId: string;
}

const entries = (db: Kysely<Database>, { campaignId, personId }: Notebook) =>
  practiceBank(db, campaignId).innerJoin('wrongQuestion', 'wrongQuestion.questionId', 'question.id').where('wrongQuestion.personId', '=', personId);

export async function countWrongQuestions(db: Kysely<Database>, notebook: Notebook, today: string): Promise<NotebookCounts> {
  return entries(db, notebook)
    .select(({ fn }) => [fn.countAll<number>().as('total'), fn.countAll<number>().filterWhere('wrongQuestion.dueOn', '<=', today).as('dueCount')])
    .executeTakeFirstOrThrow();
}

export interface StoredWrongQuestion extends KeyedQuestion {
  readonly id: string;
  readonly topicTitle: string;
  readonly timesWrong: number;
  readonly dueOn: string;
  readonly rightInARow: number;
}

/** A page, what is due first. */
export async function listWrongQuestions(
  db: Kysely<Database>,
  notebook: Notebook,
  after: Position<string> | null,
): Promise<Page<StoredWrongQuestion>> {
  const rows = await entries(db, notebook)
    .innerJoin('topic', (join) => join.onRef('topic.campaignId', '=', 'question.campaignId').onRef('topic.id', '=', 'question.topicId'))
    .select([
      'question.id',
      'topic.title as topicTitle',
      'question.type',
      'question.stem',
      'question.options',
      'question.key',
      'question.explanation',
      'question.source',
      'wrongQuestion.timesWrong',
      'wrongQuestion.dueOn',
      'wrongQuestion.rightInARow',
    ])
    .$if(after !== null, (query) =>
      query.where((eb) => eb(eb.refTuple('wrongQuestion.dueOn', 'wrongQuestion.questionId'), '>', eb.tuple(after?.sort ?? '', after?.id ?? ''))),
    )
    .orderBy('wrongQuestion.dueOn')
    .orderBy('wrongQuestion.questionId')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.dateAndContentId, rows, ({ dueOn, id }) => ({ sort: dueOn, id }));
}

/** What is due first; of what is due on one day the latest mistake. */
export async function listForReview(
  db: Kysely<Database>,
  notebook: Notebook,
  limit: number,
): Promise<{ id: string; type: QuestionType; optionCount: number; dueOn: string }[]> {
  return entries(db, notebook)
    .select(['question.id', 'question.type', sql<number>`jsonb_array_length(question.options)`.as('optionCount'), 'wrongQuestion.dueOn'])
    .orderBy('wrongQuestion.dueOn')
    .orderBy('wrongQuestion.lastWrongAt', 'desc')
    .orderBy('wrongQuestion.questionId')
    .limit(limit)
    .execute();
}

interface Place {
  readonly personId: string;
  readonly questionId: string;
}

/** Enters a mistake, or counts one more for a question that is in already; either way its review begins. */
export async function addWrongQuestion(trx: Transaction<Database>, { at, review, ...place }: Place & { readonly at: Date; readonly review: Review }): Promise<void> {
  await trx
    .insertInto('wrongQuestion')
    .values({ ...place, ...review, timesWrong: 1, lastWrongAt: at })
    .onConflict((conflict) =>
      conflict.columns(['personId', 'questionId']).doUpdateSet((eb) => ({
        timesWrong: eb('wrongQuestion.timesWrong', '+', 1),
        lastWrongAt: eb.ref('excluded.lastWrongAt'),
        dueOn: eb.ref('excluded.dueOn'),
        rightInARow: eb.ref('excluded.rightInARow'),
      })),
    )
    .execute();
}

/** Enters those that practice may ask and that are not in yet, and tells how many those were. */
export async function addMissingWrongQuestions(
  trx: Transaction<Database>,
  { campaignId, personId }: Notebook,
  questionIds: readonly string[],
  { at, review }: { readonly at: Date; readonly review: Review },
): Promise<number> {
  if (questionIds.length === 0) return 0;
  const added = await trx
    .insertInto('wrongQuestion')
    .columns(['personId', 'questionId', 'timesWrong', 'lastWrongAt', 'dueOn', 'rightInARow'])
    .expression(
      practiceBank(trx, campaignId)
        .where('question.id', 'in', questionIds)
        .select((eb) => [
          eb.cast<string>(eb.val(personId), 'uuid').as('personId'),
          'question.id as questionId',
          sql<number>`1`.as('timesWrong'),
          eb.cast<Date>(eb.val(at), 'timestamptz').as('lastWrongAt'),
          eb.cast<string>(eb.val(review.dueOn), 'date').as('dueOn'),
          eb.cast<number>(eb.val(review.rightInARow), 'integer').as('rightInARow'),
        ])
        .orderBy('question.id'),
    )
    .onConflict((conflict) => conflict.columns(['personId', 'questionId']).doNothing())
    .returning('questionId')
    .execute();
  return added.length;
}

/** Undefined when the question is not in. Until the transaction ends nobody else changes the review. */
export async function lockReview(trx: Transaction<Database>, { personId, questionId }: Place): Promise<Review | undefined> {
  return trx
    .selectFrom('wrongQuestion')
    .select(['dueOn', 'rightInARow'])
    .where('personId', '=', personId)
    .where('questionId', '=', questionId)
    .forUpdate()
    .executeTakeFirst();
}

export async function saveReview(trx: Transaction<Database>, { personId, questionId }: Place, review: Review): Promise<void> {
  await trx.updateTable('wrongQuestion').set(review).where('personId', '=', personId).where('questionId', '=', questionId).execute();
}

/** Does nothing when the question is not in. */
export async function removeWrongQuestion(trx: Transaction<Database>, { personId, questionId }: Place): Promise<void> {
  await trx.deleteFrom('wrongQuestion').where('personId', '=', personId).where('questionId', '=', questionId).execute();
}
