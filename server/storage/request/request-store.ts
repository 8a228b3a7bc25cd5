import type { Kysely, Transaction } from 'kysely';
import type { FieldValues } from '../../../src/domain/request/field';
import type { PromiseClock } from '../../../src/domain/request/promise-clock';
import type { RequestOutcome, RequestState } from '../../../src/domain/request/state';
import type { Database } from '../tables';

/** What was filled in; `tables/request.ts` says what each column means. */
export interface RequestContent {
  readonly firmName: string | null;
  readonly creditCode: string | null;
  readonly creditCodeDoubtful: boolean;
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly areaId: string | null;
  readonly subjectId: string | null;
  readonly need: string;
  readonly preferredDates: readonly string[];
  /** The kind's own fields, those that say who a person is apart. */
  readonly answers: FieldValues;
  readonly personalAnswers: FieldValues;
}

/** How far the request has come. */
export interface RequestProgress extends PromiseClock {
  readonly officeId: string;
  readonly state: RequestState;
  readonly missed: boolean;
  readonly answeredOn: string | null;
  readonly outcome: RequestOutcome | null;
  readonly transferCount: number;
  readonly reopenedCount: number;
  readonly awaitingReply: boolean;
  readonly mergedInto: string | null;
  readonly expertId: string | null;
  readonly warnedAt: Date | null;
  readonly escalatedAt: Date | null;
  readonly surveyAt: Date | null;
  /** What says who a person is was erased. */
  readonly erased: boolean;
  readonly closedAt: Date | null;
}

export interface StoredRequest extends RequestContent, RequestProgress {
  readonly id: string;
  readonly campaignId: string;
  readonly kind: string;
  readonly receiptNumber: string;
  /** Null once the person's data were deleted. */
  readonly personId: string | null;
  readonly anonymous: boolean;
  readonly version: number;
  readonly submittedAt: Date;
}

export const requestColumns = [
  'id',
  'campaignId',
  'kind',
  'receiptNumber',
  'personId',
  'anonymous',
  'version',
  'submittedAt',
  'officeId',
  'state',
  'dueOn',
  'workingDaysLeft',
  'pausedFor',
  'missed',
  'answeredOn',
  'outcome',
  'transferCount',
  'reopenedCount',
  'awaitingReply',
  'mergedInto',
  'expertId',
  'warnedAt',
  'escalatedAt',
  'surveyAt',
  'erased',
  'closedAt',
  'firmName',
  'creditCode',
  'creditCodeDoubtful',
  'contactName',
  'phone',
  'areaId',
  'subjectId',
  'need',
  'preferredDates',
  'answers',
  'personalAnswers',
] as const;

const requests = (db: Kysely<Database>) => db.selectFrom('serviceRequest').select(requestColumns);

export interface NewRequest extends RequestContent, PromiseClock {
  readonly id: string;
  readonly campaignId: string;
  readonly kind: string;
  readonly receiptNumber: string;
  readonly personId: string;
  readonly anonymous: boolean;
  readonly officeId: string;
  readonly submittedAt: Date;
  readonly retentionDays: number;
}

/** False when the receipt number is taken; then nothing was inserted, and the transaction goes on. */
export async function insertRequest(trx: Transaction<Database>, { preferredDates, answers, personalAnswers, ...request }: NewRequest): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('serviceRequest')
    .values({ ...request, preferredDates: JSON.stringify(preferredDates), answers: JSON.stringify(answers), personalAnswers: JSON.stringify(personalAnswers), state: 'submitted', version: 1 })
    .onConflict((conflict) => conflict.column('receiptNumber').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export const findRequest = (db: Kysely<Database>, id: string): Promise<StoredRequest | undefined> => requests(db).where('id', '=', id).executeTakeFirst();

export const findRequestByReceipt = (db: Kysely<Database>, receiptNumber: string): Promise<StoredRequest | undefined> =>
  requests(db).where('receiptNumber', '=', receiptNumber).executeTakeFirst();

/** Until the transaction ends nobody else changes this request. */
export const lockRequest = (trx: Transaction<Database>, id: string): Promise<StoredRequest | undefined> =>
  requests(trx).where('id', '=', id).forUpdate().executeTakeFirst();

/** Locks several, in one order, so that two transactions never wait for each other; those that do not exist are missing. */
export const lockRequests = (trx: Transaction<Database>, ids: readonly string[]): Promise<StoredRequest[]> =>
  ids.length === 0 ? Promise.resolve([]) : requests(trx).where('id', 'in', ids).orderBy('id').forUpdate().execute();

/** Changes a locked request and raises its version. */
export async function updateRequest(
  trx: Transaction<Database>,
  id: string,
  { preferredDates, answers, personalAnswers, ...change }: Partial<RequestContent & RequestProgress>,
): Promise<StoredRequest> {
  return trx
    .updateTable('serviceRequest')
    .set(({ eb }) => ({
      ...change,
      ...(preferredDates && { preferredDates: JSON.stringify(preferredDates) }),
      ...(answers && { answers: JSON.stringify(answers) }),
      ...(personalAnswers && { personalAnswers: JSON.stringify(personalAnswers) }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .returning(requestColumns)
    .executeTakeFirstOrThrow();
}

/** In what a person stands to a request, beside having filed it and what roles say. */
export interface Relations {
  readonly follows: boolean;
  /** Is the expert who takes it. */
  readonly isExpert: boolean;
}

export async function findRelations(db: Kysely<Database>, request: Pick<StoredRequest, 'id' | 'expertId'>, personId: string): Promise<Relations> {
  const row = await db
    .selectNoFrom((eb) => [
      eb.exists(eb.selectFrom('requestFollower').select('personId').where('requestId', '=', request.id).where('personId', '=', personId)).as('follows'),
      eb.exists(eb.selectFrom('expert').select('expert.id').where('expert.id', '=', request.expertId).where('expert.personId', '=', personId)).as('isExpert'),
    ])
    .executeTakeFirstOrThrow();
  return { follows: Boolean(row.follows), isExpert: Boolean(row.isExpert) };
}

/** Everybody of the firm whom a change concerns: who filed it and who follows it. */
export async function findFirmPersonIds(db: Kysely<Database>, { id, personId }: Pick<StoredRequest, 'id' | 'personId'>): Promise<string[]> {
  const followers = await db.selectFrom('requestFollower').select('personId').where('requestId', '=', id).execute();
  return [...(personId === null ? [] : [personId]), ...followers.map((follower) => follower.personId)];
}

export async function countRequestsOfPerson(db: Kysely<Database>, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('serviceRequest')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow();
  return count;
}
