import { sql, type Kysely, type Transaction } from 'kysely';
import type { QuestionType, Source } from '../../../src/contract/practice';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';

// Questions that the campaign has taken back, and those of other campaigns, are neither listed nor counted.

/** Whose 错题本, and of which campaign. */
export interface Notebook {
  readonly campaignId: string;
  readonly personId: string;
}

const entries = (db: Kysely<Database>, { campaignId, personId }: Notebook) =>
  db
    .selectFrom('wrongQuestion')
    .innerJoin('question', 'question.id', 'wrongQuestion.questionId')
    .where('wrongQuestion.personId', '=', personId)
    .where('question.campaignId', '=', campaignId)
    .where('question.active', '=', true);

export async function countWrongQuestions(db: Kysely<Database>, notebook: Notebook): Promise<number> {
  const { count } = await entries(db, notebook)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export interface StoredWrongQuestion {
  readonly id: string;
  readonly topicTitle: string;
  readonly type: QuestionType;
  readonly stem: string;
  readonly options: readonly string[];
  readonly key: readonly number[];
  readonly explanation: string;
  readonly source: Source;
  readonly timesWrong: number;
  readonly lastWrongAt: Date;
}

/** A page, latest mistake first. */
export async function listWrongQuestions(
  db: Kysely<Database>,
  notebook: Notebook,
  after: Position<Date> | null,
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
      'wrongQuestion.lastWrongAt',
    ])
    .$if(after !== null, (query) =>
      query.where((eb) =>
        eb(eb.refTuple('wrongQuestion.lastWrongAt', 'wrongQuestion.questionId'), '<', eb.tuple(after?.sort ?? new Date(0), after?.id ?? '')),
      ),
    )
    .orderBy('wrongQuestion.lastWrongAt', 'desc')
    .orderBy('wrongQuestion.questionId', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.instantAndContentId, rows, ({ lastWrongAt, id }) => ({ sort: lastWrongAt, id }));
}

/** The latest mistakes, to be practised again. */
export async function listLatestMistakes(
  db: Kysely<Database>,
  notebook: Notebook,
  limit: number,
): Promise<{ id: string; type: QuestionType; optionCount: number }[]> {
  return entries(db, notebook)
    .select(['question.id', 'question.type', sql<number>`jsonb_array_length(question.options)`.as('optionCount')])
    .orderBy('wrongQuestion.lastWrongAt', 'desc')
    .orderBy('wrongQuestion.questionId', 'desc')
    .limit(limit)
    .execute();
}

export interface Mistake {
  readonly personId: string;
  readonly questionId: string;
  readonly at: Date;
}

/** Enters a mistake, or counts one more for a question that is in already. */
export async function addWrongQuestion(trx: Transaction<Database>, { personId, questionId, at }: Mistake): Promise<void> {
  await trx
    .insertInto('wrongQuestion')
    .values({ personId, questionId, timesWrong: 1, lastWrongAt: at })
    .onConflict((conflict) =>
      conflict.columns(['personId', 'questionId']).doUpdateSet((eb) => ({
        timesWrong: eb('wrongQuestion.timesWrong', '+', 1),
        lastWrongAt: eb.ref('excluded.lastWrongAt'),
      })),
    )
    .execute();
}

/** Does nothing when the question is not in. */
export async function removeWrongQuestion(trx: Transaction<Database>, personId: string, questionId: string): Promise<void> {
  await trx.deleteFrom('wrongQuestion').where('personId', '=', personId).where('questionId', '=', questionId).execute();
}
