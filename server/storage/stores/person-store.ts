import { sql, type Kysely, type Transaction } from 'kysely';
import type { QuestionType } from '../../../src/contract/practice';
import type { StoredEvent } from '../request/event-store';
import { requestColumns, type StoredRequest } from '../request/request-store';
import type { Database } from '../tables';

/** Until the transaction ends nothing new can be filed in this person's name. False when there is no such person. */
export async function lockPerson(trx: Transaction<Database>, id: string): Promise<boolean> {
  return (await trx.selectFrom('person').select('id').where('id', '=', id).forUpdate().executeTakeFirst()) !== undefined;
}

/**
 * Until the transaction ends nobody else gets this: one of a person's things is counted and added after the other, so that
 * limits hold. What only refers to the person goes on meanwhile, as every change does by its key; two changes of one person
 * that asked for more would each wait for the other's key. False when there is no such person.
 */
export async function lockLimits(trx: Transaction<Database>, personId: string): Promise<boolean> {
  return (await trx.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().executeTakeFirst()) !== undefined;
}

/** In one order; until the transaction ends nobody else changes them. */
export async function lockRequestsOfPerson(trx: Transaction<Database>, personId: string): Promise<StoredRequest[]> {
  return trx.selectFrom('serviceRequest').select(requestColumns).where('personId', '=', personId).orderBy('id').forUpdate().execute();
}

/**
 * Erases what a person wrote about themselves from all their requests and parts them from the person: contact, need,
 * the officers' notes, what was written down on site and everybody's messages, which may repeat them. Who follows such a
 * request still does.
 */
export async function eraseRequests(trx: Transaction<Database>, personId: string, requestIds: readonly string[]): Promise<void> {
  if (requestIds.length === 0) return;
  await trx
    .updateTable('serviceRequest')
    .set(({ eb }) => ({
      ...{ contactName: null, phone: null, need: '', answers: '{}', personalAnswers: '{}', personId: null, erased: true, awaitingReply: false, surveyAt: null },
      version: eb('version', '+', 1),
    }))
    .where('personId', '=', personId)
    .execute();
  await trx.updateTable('requestEvent').set({ note: null }).where('requestId', 'in', requestIds).execute();
  await trx.deleteFrom('requestMessage').where('requestId', 'in', requestIds).execute();
  const stops = await trx.updateTable('visitStop').set({ findings: null, policies: null }).where('requestId', 'in', requestIds).returning('id').execute();
  if (stops.length > 0) await trx.deleteFrom('visitPromise').where('stopId', 'in', stops.map(({ id }) => id)).execute();
  await trx.deleteFrom('requestInvitation').where('requestId', 'in', requestIds).execute();
  await trx.updateTable('requestSurvey').set({ comment: null }).where('requestId', 'in', requestIds).execute();
  await forgetReplies(trx, requestIds);
}

/** Deletes what a person wrote as a colleague in requests of others. What was written for an office stays as its record. */
export async function eraseColleaguesMessages(trx: Transaction<Database>, personId: string): Promise<void> {
  const deleted = await trx.deleteFrom('requestMessage').where('personId', '=', personId).where('side', '=', 'firm').returning('requestId').execute();
  await forgetReplies(trx, [...new Set(deleted.map(({ requestId }) => requestId))]);
}

/** Deletes the answers kept for repeated calls, anybody's, that carry the texts of these requests or of their visits. */
async function forgetReplies(trx: Transaction<Database>, requestIds: readonly string[]): Promise<void> {
  if (requestIds.length === 0) return;
  const stops = await trx.selectFrom('visitStop').select('id').where('requestId', 'in', requestIds).execute();
  await trx
    .deleteFrom('replay')
    .where((eb) => eb.or(['request.%', 'visit.%', 'survey.%'].map((actions) => eb('action', 'like', actions))))
    .where(sql<string>`reply ->> 'id'`, 'in', [...requestIds, ...stops.map(({ id }) => id)])
    .execute();
}

/** Deletes a person with identities, sessions, roles, practices and 错题本. */
export async function deletePerson(trx: Transaction<Database>, id: string): Promise<void> {
  await trx.deleteFrom('person').where('id', '=', id).execute();
}

export interface KeptIdentity {
  readonly provider: string;
  readonly subject: string;
}

export async function listIdentities(db: Kysely<Database>, personId: string): Promise<KeptIdentity[]> {
  return db.selectFrom('identity').select(['provider', 'subject']).where('personId', '=', personId).orderBy('provider').orderBy('subject').execute();
}

export async function listSessions(db: Kysely<Database>, personId: string): Promise<{ createdAt: Date; expiresAt: Date }[]> {
  return db.selectFrom('session').select(['createdAt', 'expiresAt']).where('personId', '=', personId).orderBy('createdAt').execute();
}

/** Oldest first. */
export async function listAllRequests(db: Kysely<Database>, personId: string): Promise<StoredRequest[]> {
  return db.selectFrom('serviceRequest').select(requestColumns).where('personId', '=', personId).orderBy('submittedAt').orderBy('id').execute();
}

/** By request, each in the order it happened. */
export async function listAllEvents(db: Kysely<Database>, personId: string): Promise<ReadonlyMap<string, StoredEvent[]>> {
  const rows = await db
    .selectFrom('requestEvent')
    .innerJoin('serviceRequest', 'serviceRequest.id', 'requestEvent.requestId')
    .select(['requestEvent.requestId', 'requestEvent.at', 'requestEvent.kind'])
    .select(['requestEvent.officeId', 'requestEvent.toOfficeId', 'requestEvent.note', 'requestEvent.detail'])
    .where('serviceRequest.personId', '=', personId)
    .orderBy('requestEvent.id')
    .execute();
  const byRequest = new Map<string, StoredEvent[]>();
  for (const { requestId, ...event } of rows) byRequest.set(requestId, [...(byRequest.get(requestId) ?? []), event]);
  return byRequest;
}

export interface PractisedQuestion {
  readonly practiceId: string;
  readonly title: string;
  /** Of which day it is the question; null for any other practice. */
  readonly dailyOn: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly type: QuestionType;
  readonly stem: string;
  readonly options: readonly string[];
  readonly optionOrder: readonly number[];
  readonly chosen: readonly number[] | null;
  readonly correct: boolean | null;
  readonly answeredAt: Date | null;
}

/** Every question of every practice, in the order they were asked. */
export async function listAllPractised(db: Kysely<Database>, personId: string): Promise<PractisedQuestion[]> {
  return db
    .selectFrom('practice')
    .innerJoin('practiceQuestion', 'practiceQuestion.practiceId', 'practice.id')
    .innerJoin('question', 'question.id', 'practiceQuestion.questionId')
    .select(['practice.id as practiceId', 'practice.title', 'practice.dailyOn', 'practice.startedAt', 'practice.finishedAt'])
    .select(['question.type', 'question.stem', 'question.options'])
    .select(['practiceQuestion.optionOrder', 'practiceQuestion.chosen', 'practiceQuestion.correct', 'practiceQuestion.answeredAt'])
    .where('practice.personId', '=', personId)
    .orderBy('practice.startedAt')
    .orderBy('practice.id')
    .orderBy('practiceQuestion.position')
    .execute();
}

export interface WrongAnswers {
  readonly stem: string;
  readonly timesWrong: number;
  readonly lastWrongAt: Date;
  readonly dueOn: string;
  readonly rightInARow: number;
}

/** Those of every campaign, and those that were taken back too. */
export async function listAllWrong(db: Kysely<Database>, personId: string): Promise<WrongAnswers[]> {
  return db
    .selectFrom('wrongQuestion')
    .innerJoin('question', 'question.id', 'wrongQuestion.questionId')
    .select(['question.stem', 'wrongQuestion.timesWrong', 'wrongQuestion.lastWrongAt', 'wrongQuestion.dueOn', 'wrongQuestion.rightInARow'])
    .where('wrongQuestion.personId', '=', personId)
    .orderBy('wrongQuestion.lastWrongAt')
    .execute();
}
