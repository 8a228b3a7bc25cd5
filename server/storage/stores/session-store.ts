import type { Kysely, Transaction } from 'kysely';
import type { PersonView } from '../../../src/contract/session';
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

/** The person of a session that has not expired; a session expires at `expiresAt` itself. */
export const findPersonBySession = (db: Connection, tokenHash: string, now: Date): Promise<PersonView | undefined> =>
  db
    .selectFrom('session')
    .innerJoin('person', 'person.id', 'session.personId')
    .select(['person.id', 'person.kind', 'person.label'])
    .where('session.tokenHash', '=', tokenHash)
    .where('session.expiresAt', '>', now)
    .executeTakeFirst();

export async function deleteSession(db: Connection, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('tokenHash', '=', tokenHash).execute();
}

export async function purgeSessions(db: Connection, now: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('session').where('expiresAt', '<=', now).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
