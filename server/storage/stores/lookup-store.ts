import type { Kysely } from 'kysely';
import type { Database } from '../tables';

/**
 * Enters a try to look a number up, before it is known whether it will fail. Only then do parallel tries see one
 * another: counting first would let any number of them through at once.
 *
 * @returns the entry's id, to take it back by
 */
export async function enterTry(db: Kysely<Database>, receiptNumber: string, at: Date): Promise<number> {
  const { id } = await db.insertInto('lookupFailure').values({ receiptNumber, at }).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** A try that was right, or that was not even looked at, is no failure. */
export async function takeTryBack(db: Kysely<Database>, id: number): Promise<void> {
  await db.deleteFrom('lookupFailure').where('id', '=', id).execute();
}

/** Tries after `since`, this one included. */
export async function countTries(db: Kysely<Database>, receiptNumber: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('lookupFailure')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('receiptNumber', '=', receiptNumber)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}
