import type { Kysely, Selectable, Transaction } from 'kysely';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { MessageTables } from '../tables/message';
import type { Database } from '../tables';

export type StoredMessage = Selectable<MessageTables['message']>;

export async function insertMessage(trx: Transaction<Database>, message: Omit<StoredMessage, 'readAt'>): Promise<void> {
  await trx.insertInto('message').values({ ...message, readAt: null }).execute();
}

/** Newest first. */
export async function listMessages(db: Kysely<Database>, personId: string, after: Position<Date> | null): Promise<Page<StoredMessage>> {
  const rows = await db
    .selectFrom('message')
    .selectAll()
    .where('personId', '=', personId)
    .$if(after !== null, (query) => query.where((eb) => eb(eb.refTuple('at', 'id'), '<', eb.tuple(after?.sort ?? new Date(0), after?.id ?? ''))))
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.instantAndRecordId, rows, ({ at, id }) => ({ sort: at, id }));
}

/** Oldest first. */
export const listAllMessages = (db: Kysely<Database>, personId: string): Promise<StoredMessage[]> =>
  db.selectFrom('message').selectAll().where('personId', '=', personId).orderBy('at').orderBy('id').execute();

export async function countUnread(db: Kysely<Database>, personId: string): Promise<number> {
  const { count } = await db
    .selectFrom('message')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .executeTakeFirstOrThrow();
  return count;
}

export const findMessagePosition = (db: Kysely<Database>, personId: string, id: string): Promise<Pick<StoredMessage, 'id' | 'at'> | undefined> =>
  db.selectFrom('message').select(['id', 'at']).where('personId', '=', personId).where('id', '=', id).executeTakeFirst();

/** Marks one of a person's messages as read, or it and all that are older. What was read before keeps its time. */
export async function markRead(db: Kysely<Database>, personId: string, { id, at }: Pick<StoredMessage, 'id' | 'at'>, andOlder: boolean, now: Date): Promise<void> {
  await db
    .updateTable('message')
    .set({ readAt: now })
    .where('personId', '=', personId)
    .where('readAt', 'is', null)
    .where((eb) => (andOlder ? eb(eb.refTuple('at', 'id'), '<=', eb.tuple(at, id)) : eb('id', '=', id)))
    .execute();
}

/** The same, of all about one request. */
export async function markReadOfRequest(db: Kysely<Database>, personId: string, requestId: string, now: Date): Promise<void> {
  await db.updateTable('message').set({ readAt: now }).where('personId', '=', personId).where('requestId', '=', requestId).where('readAt', 'is', null).execute();
}

/** Which of these requests the person has an unread message about. */
export async function findUnreadRequests(db: Kysely<Database>, personId: string, requestIds: readonly string[]): Promise<ReadonlySet<string | null>> {
  if (requestIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('message')
    .select('requestId')
    .distinct()
    .where('personId', '=', personId)
    .where('requestId', 'in', requestIds)
    .where('kind', 'in', ['request-answered', 'request-scheduled', 'request-concluded', 'request-message'])
    .where('readAt', 'is', null)
    .execute();
  return new Set(rows.map(({ requestId }) => requestId));
}

/** Of any person; WeChat's copies go along. */
export async function purgeReadMessages(db: Kysely<Database>, readBefore: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('message').where('readAt', '<', readBefore).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
