import type { Kysely, Transaction } from 'kysely';
import type { PersonView } from '../../../src/contract/session';
import type { HeldRole } from '../../../src/domain/role';
import { heldRolesOfPerson } from '../role/role-store';
import type { Database } from '../tables';

type Connection = Kysely<Database> | Transaction<Database>;

export interface NewSession {
  readonly tokenHash: string;
  readonly personId: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export async function insertSession(db: Connection, session: NewSession): Promise<void> {
  await db.insertInto('session').values(session).execute();
}

/** A person, and what they are in one campaign. */
export interface PersonWithRoles {
  readonly person: PersonView;
  readonly held: readonly HeldRole[];
}

/** Whose session it is, if it has not expired; a session expires at `expiresAt` itself. */
export async function findPersonBySession(db: Connection, tokenHash: string, campaignId: string, now: Date): Promise<PersonWithRoles | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.personId')
    .select(['person.id', 'person.kind', 'person.label', heldRolesOfPerson(campaignId).as('held')])
    .where('session.tokenHash', '=', tokenHash)
    .where('session.expiresAt', '>', now)
    .executeTakeFirst();
  return row && { person: { id: row.id, kind: row.kind, label: row.label }, held: row.held };
}

export async function deleteSession(db: Connection, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('tokenHash', '=', tokenHash).execute();
}

export async function purgeSessions(db: Connection, now: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('session').where('expiresAt', '<=', now).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
