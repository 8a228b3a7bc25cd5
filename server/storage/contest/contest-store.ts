import type { Kysely, Selectable, Transaction } from 'kysely';
import type { KeyedQuestion } from '../../../src/contract/practice';
import type { ContestTables } from '../tables/contest';
import type { Database } from '../tables';

export type StoredContest = Selectable<ContestTables['contest']>;

/** @throws when there is none: the loader of a campaign makes it */
export async function findContest(db: Kysely<Database>, id: string): Promise<StoredContest> {
  return db.selectFrom('contest').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

export async function findBankHash(db: Kysely<Database>, id: string): Promise<string> {
  return (await db.selectFrom('contest').select('bankHash').where('id', '=', id).executeTakeFirstOrThrow()).bankHash;
}

/** Until the transaction ends no attempt starts and nobody else loads it. */
export async function lockContestOfCampaign(trx: Transaction<Database>, campaignId: string): Promise<StoredContest | undefined> {
  return trx.selectFrom('contest').selectAll().where('campaignId', '=', campaignId).forUpdate().executeTakeFirst();
}

/** What everyone may know of how far the contest is. Every erratum has raised the version of the key by one. */
export async function findContestStage(db: Kysely<Database>, id: string): Promise<{ erratumCount: number; drawn: boolean }> {
  const { keyVersion, drawnAt } = await db.selectFrom('contest').select(['keyVersion', 'drawnAt']).where('id', '=', id).executeTakeFirstOrThrow();
  return { erratumCount: keyVersion - 1, drawn: drawnAt !== null };
}

export async function hasAttempts(db: Kysely<Database>, contestId: string): Promise<boolean> {
  return (await db.selectFrom('contestAttempt').select('id').where('contestId', '=', contestId).limit(1).executeTakeFirst()) !== undefined;
}

export type ContestToSave = Pick<StoredContest, 'id' | 'campaignId' | 'opensAt' | 'closesAt' | 'appealsUntil' | 'seed' | 'seedHash' | 'bank' | 'bankHash' | 'committedAt'>;

/** Makes the contest, or brings it to its content; what happened in it stays. */
export async function saveContest(trx: Transaction<Database>, { bank, ...contest }: ContestToSave): Promise<void> {
  await trx
    .insertInto('contest')
    .values({ ...contest, bank: JSON.stringify(bank) })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((eb) => ({
        opensAt: eb.ref('excluded.opensAt'),
        closesAt: eb.ref('excluded.closesAt'),
        appealsUntil: eb.ref('excluded.appealsUntil'),
        bank: eb.ref('excluded.bank'),
        bankHash: eb.ref('excluded.bankHash'),
        committedAt: eb.ref('excluded.committedAt'),
      })),
    )
    .execute();
}

/** Only one without attempts: entrants who never started go with it. */
export async function deleteContest(trx: Transaction<Database>, id: string): Promise<void> {
  await trx.deleteFrom('contestEntrant').where('contestId', '=', id).execute();
  await trx.deleteFrom('contest').where('id', '=', id).execute();
}

export interface StoredBankQuestion extends KeyedQuestion {
  readonly id: string;
  readonly topicId: string;
  readonly topicTitle: string;
  readonly voided: boolean;
}

export async function listBankQuestions(db: Kysely<Database>, ids: readonly string[]): Promise<StoredBankQuestion[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('question')
    .innerJoin('topic', (join) => join.onRef('topic.campaignId', '=', 'question.campaignId').onRef('topic.id', '=', 'question.topicId'))
    .select(['question.id', 'question.topicId', 'topic.title as topicTitle', 'question.type', 'question.stem', 'question.options'])
    .select(['question.key', 'question.voided', 'question.explanation', 'question.source'])
    .where('question.id', 'in', ids)
    .execute();
}

export interface StoredErratum {
  readonly questionId: string;
  readonly kind: 'void' | 'correct';
  readonly formerKey: readonly number[];
  readonly key: readonly number[];
}

/** In the order they were decided. */
export async function listErrataOfCampaign(db: Kysely<Database>, campaignId: string): Promise<StoredErratum[]> {
  return db
    .selectFrom('contestErratum')
    .innerJoin('contest', 'contest.id', 'contestErratum.contestId')
    .select(['contestErratum.questionId', 'contestErratum.kind', 'contestErratum.formerKey', 'contestErratum.key'])
    .where('contest.campaignId', '=', campaignId)
    .orderBy('contestErratum.keyVersion')
    .execute();
}

/** Brings a question to what an erratum says of it: practice and contest ask and grade it so from now on. */
export async function applyErratum(trx: Transaction<Database>, { questionId, kind, key }: Pick<StoredErratum, 'questionId' | 'kind' | 'key'>): Promise<void> {
  await trx
    .updateTable('question')
    .set(kind === 'void' ? { voided: true } : { key: JSON.stringify(key) })
    .where('id', '=', questionId)
    .execute();
}
