import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../tables';

/** Queues bytes that are about to be written: unless the upload ends well, they are removed from `dueAt` on. */
export async function expectBytes(db: Kysely<Database>, storageKey: string, dueAt: Date): Promise<void> {
  await db.insertInto('fileRemoval').values({ storageKey, dueAt }).execute();
}

/** Takes written bytes out of the queue. False when their removal has begun: the upload took too long. */
export async function keepBytes(trx: Transaction<Database>, storageKey: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('fileRemoval').where('storageKey', '=', storageKey).where('tries', '=', 0).executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** Begins the removal of some that are due; nobody else begins them again before `retryAt`. */
export async function beginRemovals(db: Kysely<Database>, now: Date, retryAt: Date, most: number): Promise<readonly string[]> {
  const rows = await db
    .updateTable('fileRemoval')
    .set(({ eb }) => ({ dueAt: retryAt, tries: eb('tries', '+', 1) }))
    .where('storageKey', 'in', (eb) =>
      eb.selectFrom('fileRemoval').select('storageKey').where('dueAt', '<=', now).orderBy('dueAt').limit(most).forUpdate().skipLocked(),
    )
    .returning('storageKey')
    .execute();
  return rows.map(({ storageKey }) => storageKey);
}

export async function endRemoval(db: Kysely<Database>, storageKey: string): Promise<void> {
  await db.deleteFrom('fileRemoval').where('storageKey', '=', storageKey).execute();
}
