import type { Kysely, Transaction } from 'kysely';
import type { PersonView } from '../../../src/contract/session';
import type { Database } from '../tables';

type Connection = Kysely<Database> | Transaction<Database>;

export interface IdentityKey {
  readonly provider: 'wechat' | 'demo';
  readonly subject: string;
}

export async function insertPerson(db: Connection, person: PersonView, now: Date): Promise<void> {
  await db.insertInto('person').values({ ...person, createdAt: now }).execute();
}

export const findPersonByIdentity = (db: Connection, { provider, subject }: IdentityKey): Promise<PersonView | undefined> =>
  db
    .selectFrom('identity')
    .innerJoin('person', 'person.id', 'identity.personId')
    .select(['person.id', 'person.kind', 'person.label'])
    .where('identity.provider', '=', provider)
    .where('identity.subject', '=', subject)
    .executeTakeFirst();

/**
 * The person behind an identity, made from `newPerson` at its first sight. Of several parallel calls one makes the
 * person and the others find it, which needs PostgreSQL's default isolation (read committed).
 */
export async function findOrMakePerson(trx: Transaction<Database>, identity: IdentityKey, newPerson: PersonView, now: Date): Promise<PersonView> {
  const known = await findPersonByIdentity(trx, identity);
  if (known) return known;
  await insertPerson(trx, newPerson, now);
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('identity')
    .values({ ...identity, personId: newPerson.id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 1n) return newPerson;
  await trx.deleteFrom('person').where('id', '=', newPerson.id).execute();
  const other = await findPersonByIdentity(trx, identity);
  if (!other) throw new Error('The identity was taken and given up again in the same moment.');
  return other;
}
