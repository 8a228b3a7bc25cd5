import type { Kysely, Transaction } from 'kysely';
import type { HeldRole } from '../../../src/domain/role';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';

type Connection = Kysely<Database> | Transaction<Database>;

export interface StoredInvitation extends HeldRole {
  readonly id: string;
  /** The expert's profile that comes with the role; null for every other invitation. */
  readonly expertId: string | null;
  readonly name: string;
  /** Null once that person is deleted, and for one from the server's own command line. */
  readonly madeBy: string | null;
  readonly madeAt: Date;
  readonly expiresAt: Date;
}

export interface NewInvitation extends StoredInvitation {
  readonly tokenHash: string;
  readonly campaignId: string;
}

const columns = ['id', 'name', 'role', 'officeId', 'expertId', 'madeBy', 'madeAt', 'expiresAt'] as const;

export async function insertInvitation(db: Connection, invitation: NewInvitation): Promise<void> {
  await db.insertInto('roleInvitation').values(invitation).execute();
}

/** Neither used nor taken back, and not expired; one expires at `expiresAt` itself. */
const openInvitations = (db: Connection, campaignId: string, now: Date) =>
  db
    .selectFrom('roleInvitation')
    .select(columns)
    .where('campaignId', '=', campaignId)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now);

interface Token {
  readonly campaignId: string;
  readonly tokenHash: string;
}

export const findOpenInvitation = (db: Connection, { campaignId, tokenHash }: Token, now: Date): Promise<StoredInvitation | undefined> =>
  openInvitations(db, campaignId, now).where('tokenHash', '=', tokenHash).executeTakeFirst();

/** The same; until the transaction ends nobody else accepts it or takes it back. */
export const lockOpenInvitation = (trx: Transaction<Database>, { campaignId, tokenHash }: Token, now: Date): Promise<StoredInvitation | undefined> =>
  openInvitations(trx, campaignId, now).where('tokenHash', '=', tokenHash).forUpdate().executeTakeFirst();

/** A page of the open ones, the newest first. */
export async function listOpenInvitations(db: Connection, campaignId: string, now: Date, after: Position<Date> | null): Promise<Page<StoredInvitation>> {
  const rows = await openInvitations(db, campaignId, now)
    .$if(after !== null, (query) => query.where((eb) => eb(eb.refTuple('madeAt', 'id'), '<', eb.tuple(after?.sort ?? new Date(0), after?.id ?? ''))))
    .orderBy('madeAt', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.instantAndRecordId, rows, ({ madeAt, id }) => ({ sort: madeAt, id }));
}

export async function markUsed(trx: Transaction<Database>, id: string, personId: string, now: Date): Promise<void> {
  await trx.updateTable('roleInvitation').set({ usedBy: personId, usedAt: now }).where('id', '=', id).execute();
}

/** @returns false when there is no open invitation with this id */
export async function revokeInvitation(trx: Transaction<Database>, { id, campaignId }: { readonly id: string; readonly campaignId: string }, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('roleInvitation')
    .set({ revokedAt: now })
    .where('id', '=', id)
    .where('campaignId', '=', campaignId)
    .where('usedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** They carry a name, and what became of them is in the grant and in the audit log. */
export async function purgeInvitations(db: Kysely<Database>, expiredBefore: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('roleInvitation').where('expiresAt', '<', expiredBefore).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
