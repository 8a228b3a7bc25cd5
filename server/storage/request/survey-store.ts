import type { Kysely, Transaction } from 'kysely';
import type { Helped } from '../../../src/contract/request/case';
import type { SurveyRound } from '../../../src/domain/request/survey';
import type { Database } from '../tables';
import { requestColumns, type StoredRequest } from './request-store';

/** The latest round that was asked and not answered; null when there is none. */
export async function findOpenSurvey(db: Kysely<Database>, requestId: string): Promise<SurveyRound | null> {
  const row = await db
    .selectFrom('requestSurvey')
    .select('round')
    .where('requestId', '=', requestId)
    .where('answeredAt', 'is', null)
    .orderBy('round', 'desc')
    .executeTakeFirst();
  return row?.round ?? null;
}

/** Whether this round was asked and answered; undefined when it was not asked. */
export const findSurvey = (db: Kysely<Database>, requestId: string, round: SurveyRound): Promise<{ readonly answeredAt: Date | null } | undefined> =>
  db.selectFrom('requestSurvey').select('answeredAt').where('requestId', '=', requestId).where('round', '=', round).executeTakeFirst();

export async function answerSurvey(trx: Transaction<Database>, requestId: string, round: SurveyRound, answer: { readonly answeredAt: Date; readonly helped: Helped; readonly comment: string | null }): Promise<void> {
  await trx.updateTable('requestSurvey').set(answer).where('requestId', '=', requestId).where('round', '=', round).execute();
}

/** The request whose owner has been waiting longest to be asked; what another process has in hand is left to it. */
export const lockNextToSurvey = (trx: Transaction<Database>, now: Date, except: readonly string[]): Promise<StoredRequest | undefined> =>
  trx
    .selectFrom('serviceRequest')
    .select(requestColumns)
    .where('surveyAt', '<=', now)
    .$if(except.length > 0, (query) => query.where('id', 'not in', except))
    .orderBy('surveyAt')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

export async function listAskedRounds(trx: Transaction<Database>, requestId: string): Promise<SurveyRound[]> {
  const rows = await trx.selectFrom('requestSurvey').select('round').where('requestId', '=', requestId).execute();
  return rows.map(({ round }) => round);
}

export async function insertSurvey(trx: Transaction<Database>, requestId: string, round: SurveyRound, askedAt: Date): Promise<void> {
  await trx.insertInto('requestSurvey').values({ requestId, round, askedAt }).execute();
}

/** It is no step of the case, so its version stays. */
export async function setSurveyTime(trx: Transaction<Database>, requestId: string, surveyAt: Date | null): Promise<void> {
  await trx.updateTable('serviceRequest').set({ surveyAt }).where('id', '=', requestId).execute();
}

export interface SurveyEntry {
  readonly receiptNumber: string;
  readonly round: SurveyRound;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly helped: Helped | null;
  readonly comment: string | null;
}

/** Everything that a person was asked about the own requests, oldest first. */
export const listSurveysOfPerson = (db: Kysely<Database>, personId: string): Promise<SurveyEntry[]> =>
  db
    .selectFrom('requestSurvey')
    .innerJoin('serviceRequest', 'serviceRequest.id', 'requestSurvey.requestId')
    .select(['serviceRequest.receiptNumber', 'requestSurvey.round', 'requestSurvey.askedAt', 'requestSurvey.answeredAt', 'requestSurvey.helped', 'requestSurvey.comment'])
    .where('serviceRequest.personId', '=', personId)
    .orderBy('requestSurvey.askedAt')
    .orderBy('requestSurvey.round')
    .execute();
