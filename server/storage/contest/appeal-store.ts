import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { ContestTables } from '../tables/contest';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';

type AppealRow = Selectable<ContestTables['contestAppeal']>;
export type NewAppeal = Pick<AppealRow, 'id' | 'contestId' | 'questionId' | 'attemptId' | 'reason' | 'filedAt'> & { readonly personId: string };

/** Files an appeal; false when this person has appealed against the question before. */
export async function insertAppeal(trx: Transaction<Database>, appeal: NewAppeal): Promise<boolean> {
  const inserted = await trx
    .insertInto('contestAppeal')
    .values({ ...appeal, state: 'open' })
    .onConflict((conflict) => conflict.columns(['contestId', 'questionId', 'personId']).doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

export interface WaitingQuestion {
  readonly questionId: string;
  readonly appealCount: number;
  readonly waitingSince: Date;
}

/** A page of the questions with open appeals, the longest waiting first. */
export async function listWaitingQuestions(db: Kysely<Database>, contestId: string, after: Position<Date> | null): Promise<Page<WaitingQuestion>> {
  const rows = await db
    .selectFrom('contestAppeal')
    .select(({ fn }) => ['questionId', fn.countAll<number>().as('appealCount'), fn.min('filedAt').as('waitingSince')])
    .where('contestId', '=', contestId)
    .where('state', '=', 'open')
    .groupBy('questionId')
    .$if(after !== null, (query) => query.having(sql<boolean>`(min(filed_at), question_id) > (${after?.sort ?? null}::timestamptz, ${after?.id ?? null})`))
    .orderBy('waitingSince')
    .orderBy('questionId')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.instantAndContentId, rows, ({ waitingSince, questionId }) => ({ sort: waitingSince, id: questionId }));
}

export interface OpenAppeal {
  readonly id: string;
  readonly questionId: string;
  readonly filedAt: Date;
  readonly reason: string;
}

const APPEALS_SHOWN = 20;

/** Of each question the oldest open ones, twenty at most, oldest first. */
export async function listOpenAppeals(db: Kysely<Database>, contestId: string, questionIds: readonly string[]): Promise<OpenAppeal[]> {
  if (questionIds.length === 0) return [];
  const numbered = db
    .selectFrom('contestAppeal')
    .select(['id', 'questionId', 'filedAt', 'reason'])
    .select(sql<number>`row_number() over (partition by question_id order by filed_at, id)`.as('place'))
    .where('contestId', '=', contestId)
    .where('state', '=', 'open')
    .where('questionId', 'in', questionIds);
  return db.selectFrom(numbered.as('appeal')).select(['id', 'questionId', 'filedAt', 'reason']).where('place', '<=', APPEALS_SHOWN).orderBy('filedAt').orderBy('id').execute();
}

export type Decision = Pick<AppealRow, 'contestId' | 'questionId'> & { readonly state: 'kept' | 'upheld'; readonly reply: string; readonly decidedAt: Date };

/** Answers every open appeal on a question; returns how many there were. */
export async function answerAppeals(trx: Transaction<Database>, { contestId, questionId, state, reply, decidedAt }: Decision): Promise<number> {
  const { numUpdatedRows } = await trx
    .updateTable('contestAppeal')
    .set({ state, reply, decidedAt })
    .where('contestId', '=', contestId)
    .where('questionId', '=', questionId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

export interface KeyVersion {
  readonly keyVersion: number;
  readonly drawnAt: Date | null;
  readonly questionIds: readonly string[];
}

/** Until the transaction ends nobody else decides an appeal, and no prizes are drawn. */
export async function lockForDecision(trx: Transaction<Database>, contestId: string): Promise<KeyVersion> {
  const { bank, ...contest } = await trx
    .selectFrom('contest')
    .select(['keyVersion', 'drawnAt', 'bank'])
    .where('id', '=', contestId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  return { ...contest, questionIds: bank.map(({ id }) => id) };
}

export async function findKeyVersion(db: Kysely<Database>, contestId: string): Promise<{ keyVersion: number; rescoredVersion: number }> {
  return db.selectFrom('contest').select(['keyVersion', 'rescoredVersion']).where('id', '=', contestId).executeTakeFirstOrThrow();
}

type ErratumRow = Selectable<ContestTables['contestErratum']>;

/** Keeps an erratum and raises the contest's key version to the one that it makes. */
export async function insertErratum(trx: Transaction<Database>, { formerKey, key, ...erratum }: Omit<ErratumRow, 'affectedCount'>): Promise<void> {
  const { contestId, questionId, keyVersion } = erratum;
  await trx
    .insertInto('contestErratum')
    .values((eb) => ({
      ...erratum,
      formerKey: JSON.stringify(formerKey),
      key: JSON.stringify(key),
      affectedCount: eb
        .selectFrom('contestAttempt')
        .select(({ fn }) => fn.countAll<number>().as('affected'))
        .where('contestId', '=', contestId)
        .where(sql<boolean>`paper @> ${JSON.stringify([{ id: questionId }])}::jsonb`),
    }))
    .execute();
  await trx.updateTable('contest').set({ keyVersion }).where('id', '=', contestId).execute();
}

export type StoredErratum = Omit<ErratumRow, 'contestId' | 'decidedBy'> & { readonly stem: string };

/** In the order they were decided. */
export async function listErrataOfContest(db: Kysely<Database>, contestId: string): Promise<StoredErratum[]> {
  return db
    .selectFrom('contestErratum')
    .innerJoin('question', 'question.id', 'contestErratum.questionId')
    .select(['keyVersion', 'questionId', 'question.stem', 'kind', 'formerKey', 'contestErratum.key', 'keyHash', 'reason', 'decidedAt', 'affectedCount'])
    .where('contestId', '=', contestId)
    .orderBy('keyVersion')
    .execute();
}
