import type { Kysely, Transaction } from 'kysely';
import type { PersonView } from '../../../src/contract/session';
import type { Database } from '../tables';

export interface NewPairing {
  readonly id: string;
  readonly secretHash: string;
  readonly code: string;
  readonly startedAt: Date;
  readonly expiresAt: Date;
}

/** False when the code is taken by another one that has not expired. */
export async function insertPairing(trx: Transaction<Database>, pairing: NewPairing): Promise<boolean> {
  await trx.deleteFrom('pairing').where('code', '=', pairing.code).where('expiresAt', '<=', pairing.startedAt).execute();
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('pairing')
    .values(pairing)
    .onConflict((conflict) => conflict.column('code').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export async function countWaitingPairings(db: Kysely<Database>, now: Date): Promise<number> {
  const { count } = await db
    .selectFrom('pairing')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('code', 'is not', null)
    .where('expiresAt', '>', now)
    .executeTakeFirstOrThrow();
  return count;
}

export interface WaitingPairing {
  readonly id: string;
  readonly startedAt: Date;
  readonly expiresAt: Date;
}

export const findWaitingPairing = (db: Kysely<Database>, code: string, now: Date): Promise<WaitingPairing | undefined> =>
  db.selectFrom('pairing').select(['id', 'startedAt', 'expiresAt']).where('code', '=', code).where('expiresAt', '>', now).executeTakeFirst();

/** The desktop has until `takeBefore` to take the session. False when the pairing is gone or was confirmed before. */
export async function confirmPairing(trx: Transaction<Database>, { id, personId, takeBefore }: { readonly id: string; readonly personId: string; readonly takeBefore: Date }, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('pairing')
    .set({ code: null, confirmedBy: personId, expiresAt: takeBefore })
    .where('id', '=', id)
    .where('confirmedBy', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

interface Desktop {
  readonly id: string;
  readonly secretHash: string;
}

/** Who confirmed, for the one call that takes it: the pairing is gone afterwards. */
export async function takeConfirmedPairing(trx: Transaction<Database>, { id, secretHash }: Desktop, now: Date): Promise<PersonView | undefined> {
  const taken = await trx
    .deleteFrom('pairing')
    .where('id', '=', id)
    .where('secretHash', '=', secretHash)
    .where('confirmedBy', 'is not', null)
    .where('expiresAt', '>', now)
    .returning('confirmedBy')
    .executeTakeFirst();
  if (!taken?.confirmedBy) return undefined;
  return trx.selectFrom('person').select(['id', 'kind', 'label']).where('id', '=', taken.confirmedBy).executeTakeFirst();
}

export async function isPairingWaiting(trx: Transaction<Database>, { id, secretHash }: Desktop, now: Date): Promise<boolean> {
  const row = await trx
    .selectFrom('pairing')
    .select('id')
    .where('id', '=', id)
    .where('secretHash', '=', secretHash)
    .where('confirmedBy', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}

export async function purgePairings(db: Kysely<Database>, now: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('pairing').where('expiresAt', '<=', now).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/**
 * Enters a person's try at a code, before it is known whether it will fail. Only then do parallel tries see one another.
 *
 * @returns the entry's id, to take it back by
 */
export async function enterPairingTry(db: Kysely<Database>, personId: string, at: Date): Promise<number> {
  const { id } = await db.insertInto('pairingFailure').values({ personId, at }).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** A try that was right, or that was not even looked at, is no failure. */
export async function takePairingTryBack(db: Kysely<Database>, id: number): Promise<void> {
  await db.deleteFrom('pairingFailure').where('id', '=', id).execute();
}

/** Tries after `since`, this one included. */
export async function countPairingTries(db: Kysely<Database>, personId: string, since: Date): Promise<number> {
  const { count } = await db
    .selectFrom('pairingFailure')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('personId', '=', personId)
    .where('at', '>', since)
    .executeTakeFirstOrThrow();
  return count;
}

export async function purgePairingFailures(db: Kysely<Database>, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('pairingFailure').where('at', '<', before).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
