import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../tables';

export async function countFollowers(db: Kysely<Database>, requestId: string): Promise<number> {
  const { count } = await db
    .selectFrom('requestFollower')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('requestId', '=', requestId)
    .executeTakeFirstOrThrow();
  return count;
}

export async function addFollower(trx: Transaction<Database>, requestId: string, personId: string, since: Date): Promise<void> {
  await trx.insertInto('requestFollower').values({ requestId, personId, since }).execute();
}

export async function removeFollower(trx: Transaction<Database>, requestId: string, personId: string): Promise<void> {
  await trx.deleteFrom('requestFollower').where('requestId', '=', requestId).where('personId', '=', personId).execute();
}

/** Ends everybody's following, and what was still open to lead to it. */
export async function removeFollowers(trx: Transaction<Database>, requestId: string): Promise<void> {
  await trx.deleteFrom('requestFollower').where('requestId', '=', requestId).execute();
  await trx.deleteFrom('requestInvitation').where('requestId', '=', requestId).execute();
}

/** The owner and the followers of one request follow another one from now on, unless it is their own or they do already. */
export async function followInstead(trx: Transaction<Database>, fromId: string, toId: string, since: Date): Promise<void> {
  const people = trx
    .selectFrom('requestFollower')
    .select('personId')
    .where('requestId', '=', fromId)
    .union(trx.selectFrom('serviceRequest').select('personId').$narrowType<{ personId: string }>().where('id', '=', fromId).where('personId', 'is not', null));
  await trx
    .insertInto('requestFollower')
    .columns(['requestId', 'personId', 'since'])
    .expression(
      trx
        .selectFrom(people.as('people'))
        .innerJoin('serviceRequest', (join) => join.on('serviceRequest.id', '=', toId))
        .select((eb) => ['serviceRequest.id as requestId', 'people.personId', eb.val(since).as('since')])
        .where((eb) => eb('serviceRequest.personId', 'is distinct from', eb.ref('people.personId'))),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export interface NewInvitation {
  readonly requestId: string;
  readonly tokenHash: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

/** Keeps a new invitation; those of the request that are no longer good go. */
export async function insertFollowInvitation(trx: Transaction<Database>, invitation: NewInvitation): Promise<void> {
  await trx.deleteFrom('requestInvitation').where('requestId', '=', invitation.requestId).where('expiresAt', '<=', invitation.madeAt).execute();
  await trx.insertInto('requestInvitation').values(invitation).execute();
}

export interface StoredFollowInvitation {
  readonly requestId: string;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
}

export const findFollowInvitation = (db: Kysely<Database>, tokenHash: string): Promise<StoredFollowInvitation | undefined> =>
  db.selectFrom('requestInvitation').select(['requestId', 'expiresAt', 'usedAt']).where('tokenHash', '=', tokenHash).executeTakeFirst();

/** False when it is no longer good: used, over, or taken back. */
export async function takeFollowInvitation(trx: Transaction<Database>, tokenHash: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('requestInvitation')
    .set({ usedAt: now })
    .where('tokenHash', '=', tokenHash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export async function purgeFollowInvitations(db: Kysely<Database>, expiredBefore: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('requestInvitation').where('expiresAt', '<', expiredBefore).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Every request that a person follows, the first one first. */
export const listFollowings = (db: Kysely<Database>, personId: string): Promise<{ readonly receiptNumber: string; readonly since: Date }[]> =>
  db
    .selectFrom('requestFollower')
    .innerJoin('serviceRequest', 'serviceRequest.id', 'requestFollower.requestId')
    .select(['serviceRequest.receiptNumber', 'requestFollower.since'])
    .where('requestFollower.personId', '=', personId)
    .orderBy('requestFollower.since')
    .orderBy('serviceRequest.receiptNumber')
    .execute();
