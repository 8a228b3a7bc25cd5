import type { Kysely, SelectQueryBuilder, Transaction } from 'kysely';
import type { RequestEvent } from '../../../src/contract/request';
import type { RequestState } from '../../../src/domain/request-state';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';

/** What the firm filled in. */
export interface RequestContent {
  readonly firmName: string;
  readonly creditCode: string;
  readonly creditCodeDoubtful: boolean;
  /** Null once erased, as is `phone`. */
  readonly contactName: string | null;
  readonly phone: string | null;
  readonly areaId: string;
  readonly subjectId: string;
  readonly need: string;
  readonly preferredDates: readonly string[];
}

/** How far the request has come; `tables.ts` says what each column means. */
export interface RequestProgress {
  readonly officeId: string;
  readonly state: RequestState;
  readonly dueOn: string | null;
  readonly workingDaysLeft: number | null;
  readonly answeredOn: string | null;
  readonly closedAt: Date | null;
}

export interface StoredRequest extends RequestContent, RequestProgress {
  readonly id: string;
  readonly campaignId: string;
  readonly receiptNumber: string;
  /** Null once the person's data were deleted. */
  readonly personId: string | null;
  readonly version: number;
  readonly submittedAt: Date;
}

const columns = [
  'id',
  'campaignId',
  'receiptNumber',
  'personId',
  'version',
  'submittedAt',
  'officeId',
  'state',
  'dueOn',
  'workingDaysLeft',
  'answeredOn',
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
] as const;

const requests = (db: Kysely<Database>) => db.selectFrom('serviceRequest').select(columns);

type Requests = SelectQueryBuilder<Database, 'serviceRequest', StoredRequest>;

export interface NewRequest extends RequestContent {
  readonly id: string;
  readonly campaignId: string;
  readonly kind: string;
  readonly receiptNumber: string;
  readonly personId: string;
  readonly officeId: string;
  readonly submittedAt: Date;
  readonly dueOn: string;
}

/** False when the receipt number is taken; then nothing was inserted, and the transaction goes on. */
export async function insertRequest(trx: Transaction<Database>, { preferredDates, ...request }: NewRequest): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('serviceRequest')
    .values({
      ...request,
      preferredDates: JSON.stringify(preferredDates),
      state: 'submitted',
      version: 1,
      workingDaysLeft: null,
      answeredOn: null,
      closedAt: null,
    })
    .onConflict((conflict) => conflict.column('receiptNumber').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function findRequest(db: Kysely<Database>, id: string): Promise<StoredRequest | undefined> {
  return requests(db).where('id', '=', id).executeTakeFirst();
}

export async function findRequestByReceipt(db: Kysely<Database>, receiptNumber: string): Promise<StoredRequest | undefined> {
  return requests(db).where('receiptNumber', '=', receiptNumber).executeTakeFirst();
}

/** Until the transaction ends nobody else changes this request. */
export async function lockRequest(trx: Transaction<Database>, id: string): Promise<StoredRequest | undefined> {
  return requests(trx).where('id', '=', id).forUpdate().executeTakeFirst();
}

/** Changes a locked request and raises its version. */
export async function updateRequest(
  trx: Transaction<Database>,
  id: string,
  { preferredDates, ...change }: Partial<RequestContent & RequestProgress>,
): Promise<StoredRequest> {
  return trx
    .updateTable('serviceRequest')
    .set({ ...change, ...(preferredDates && { preferredDates: JSON.stringify(preferredDates) }) })
    .set(({ eb }) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();
}

export interface StoredEvent {
  readonly at: Date;
  readonly kind: RequestEvent['kind'];
  /** The office that acted; null when the firm did. */
  readonly officeId: string | null;
  readonly toOfficeId: string | null;
  readonly note: string | null;
}

export interface NewEvent extends StoredEvent {
  readonly requestId: string;
  /** Who acted, for the audit. */
  readonly personId: string;
}

export async function addEvent(trx: Transaction<Database>, event: NewEvent): Promise<void> {
  await trx.insertInto('requestEvent').values(event).execute();
}

/** In the order they happened. */
export async function listEvents(db: Kysely<Database>, requestId: string): Promise<StoredEvent[]> {
  return db
    .selectFrom('requestEvent')
    .select(['at', 'kind', 'officeId', 'toOfficeId', 'note'])
    .where('requestId', '=', requestId)
    .orderBy('id')
    .execute();
}

async function newestFirst(query: Requests, after: Position<Date> | null): Promise<Page<StoredRequest>> {
  const rows = await query
    .$if(after !== null, (rest) =>
      rest.where((eb) => eb(eb.refTuple('submittedAt', 'id'), '<', eb.tuple(after?.sort ?? new Date(0), after?.id ?? ''))),
    )
    .orderBy('submittedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.instantAndRecordId, rows, ({ submittedAt, id }) => ({ sort: submittedAt, id }));
}

/** A page of one person's requests of every campaign, newest first. */
export const listRequestsOfPerson = (db: Kysely<Database>, personId: string, after: Position<Date> | null): Promise<Page<StoredRequest>> =>
  newestFirst(requests(db).where('personId', '=', personId), after);

export interface Inbox {
  readonly campaignId: string;
  /** At least one. */
  readonly officeIds: readonly string[];
}

const inbox = (db: Kysely<Database>, { campaignId, officeIds }: Inbox, state: RequestState): Requests =>
  requests(db).where('campaignId', '=', campaignId).where('officeId', 'in', officeIds).where('state', '=', state);

/** A page of the requests that wait for these offices, the soonest due first. */
export async function listWaiting(db: Kysely<Database>, offices: Inbox, after: Position<string> | null): Promise<Page<StoredRequest>> {
  const rows = await inbox(db, offices, 'submitted')
    .$if(after !== null, (query) =>
      query.where((eb) => eb(eb.refTuple('dueOn', 'id'), '>', eb.tuple(after?.sort ?? '', after?.id ?? ''))),
    )
    .orderBy('dueOn')
    .orderBy('id')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.dateAndRecordId, rows, ({ dueOn, id }) => ({ sort: dueOn ?? '', id }));
}

/** A page of these offices' requests in any other state, newest first. */
export const listAnswered = (
  db: Kysely<Database>,
  offices: Inbox,
  state: Exclude<RequestState, 'submitted'>,
  after: Position<Date> | null,
): Promise<Page<StoredRequest>> => newestFirst(inbox(db, offices, state), after);

/** How many requests wait for each office; an office for which none waits is missing. */
export async function countWaiting(db: Kysely<Database>, { campaignId, officeIds }: Inbox): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('serviceRequest')
    .select(({ fn }) => ['officeId', fn.countAll<number>().as('count')])
    .where('campaignId', '=', campaignId)
    .where('officeId', 'in', officeIds)
    .where('state', '=', 'submitted')
    .groupBy('officeId')
    .execute();
  return new Map(rows.map(({ officeId, count }) => [officeId, count]));
}

export async function countRequestsOfPerson(db: Kysely<Database>, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('serviceRequest')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('personId', '=', personId)
    .executeTakeFirstOrThrow();
  return count;
}

/**
 * Erases contact names and phones from requests that were closed before an instant.
 *
 * @returns how many requests had something to erase
 */
export async function erasePersonalData(db: Kysely<Database>, closedBefore: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('serviceRequest')
    .set({ contactName: null, phone: null })
    .where('closedAt', '<', closedBefore)
    .where('phone', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
