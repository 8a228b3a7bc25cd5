import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../tables';

export interface StoredPromise {
  readonly id: string;
  readonly text: string;
  readonly by: 'firm' | 'expert' | 'office';
  readonly dueOn: string;
  readonly doneOn: string | null;
}

const columns = ['id', 'text', 'by', 'dueOn', 'doneOn'] as const;

export const listPromises = (db: Kysely<Database>, stopId: string): Promise<StoredPromise[]> =>
  db.selectFrom('visitPromise').select(columns).where('stopId', '=', stopId).orderBy('position').execute();

/** A promise of a request; until the transaction ends nobody else marks it. */
export const lockPromise = (trx: Transaction<Database>, requestId: string, id: string): Promise<StoredPromise | undefined> =>
  trx
    .selectFrom('visitPromise')
    .select(columns)
    .where('id', '=', id)
    .where('stopId', 'in', (eb) => eb.selectFrom('visitStop').select('visitStop.id').where('requestId', '=', requestId))
    .forUpdate()
    .executeTakeFirst();

export async function keepPromise(trx: Transaction<Database>, id: string, doneOn: string): Promise<void> {
  await trx.updateTable('visitPromise').set({ doneOn }).where('id', '=', id).execute();
}

export interface WrittenRecord {
  readonly findings: string;
  readonly policies: string;
  readonly writtenAt: Date;
  readonly writtenBy: string;
}

/** Writes a stop's record, which makes it done, in place of an earlier one. */
export async function writeRecord(trx: Transaction<Database>, stopId: string, record: WrittenRecord, promises: readonly StoredPromise[]): Promise<void> {
  await trx.updateTable('visitStop').set({ ...record, state: 'done' }).where('id', '=', stopId).execute();
  await trx.deleteFrom('visitPromise').where('stopId', '=', stopId).execute();
  if (promises.length === 0) return;
  await trx
    .insertInto('visitPromise')
    .values(promises.map((promise, position) => ({ ...promise, stopId, position })))
    .execute();
}

export async function confirmRecord(trx: Transaction<Database>, stopId: string, confirmedAt: Date): Promise<void> {
  await trx.updateTable('visitStop').set({ confirmedAt }).where('id', '=', stopId).execute();
}
