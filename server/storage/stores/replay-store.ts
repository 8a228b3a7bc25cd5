import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../tables';

export interface ReplayKey {
  readonly personId: string;
  readonly key: string;
}

export interface ReplayRow {
  readonly action: string;
  readonly inputHash: string;
  readonly reply: unknown;
}

/**
 * Takes a key for the running transaction. A parallel call with the same key waits here until this transaction ends.
 *
 * @returns false when the key was used before by a transaction that committed
 */
export async function takeReplayKey(trx: Transaction<Database>, { personId, key }: ReplayKey, action: string, inputHash: string, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('replay')
    .values({ personId, key, action, inputHash, reply: 'null', createdAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export const findReplay = (trx: Transaction<Database>, { personId, key }: ReplayKey): Promise<ReplayRow | undefined> =>
  trx.selectFrom('replay').select(['action', 'inputHash', 'reply']).where('personId', '=', personId).where('key', '=', key).executeTakeFirst();

/** Keeps the answer under the taken key. Does nothing if the person was deleted meanwhile: the key went along. */
export async function keepReply(trx: Transaction<Database>, { personId, key }: ReplayKey, reply: unknown): Promise<void> {
  await trx
    .updateTable('replay')
    .set({ reply: JSON.stringify(reply) })
    .where('personId', '=', personId)
    .where('key', '=', key)
    .execute();
}

export async function purgeReplays(db: Kysely<Database>, createdBefore: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('replay').where('createdAt', '<', createdBefore).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
