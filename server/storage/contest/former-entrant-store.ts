import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../tables';

/** A person's entrants in contests that have not closed, each with its contest's seed. */
export async function listRunningEntrants(trx: Transaction<Database>, personId: string, now: Date): Promise<{ id: string; seed: string }[]> {
  return trx
    .selectFrom('contestEntrant')
    .innerJoin('contest', 'contest.id', 'contestEntrant.contestId')
    .select(['contestEntrant.id', 'contest.seed'])
    .where('personId', '=', personId)
    .where('closesAt', '>', now)
    .execute();
}

export async function markEntrant(trx: Transaction<Database>, id: string, identityHash: string): Promise<void> {
  await trx.updateTable('contestEntrant').set({ identityHash }).where('id', '=', id).execute();
}

/** Gives a former entrant with one of these marks to a person, in one statement. False when there is none, or the person is gone. */
export async function adoptEntrant(db: Kysely<Database>, contestId: string, personId: string, identityHashes: readonly string[]): Promise<boolean> {
  const { rows } = await sql`
    with present as (select id from person where id = ${personId} for key share)
    update contest_entrant set person_id = present.id, identity_hash = null
    from present
    where contest_id = ${contestId} and identity_hash = any(${identityHashes}) and person_id is null
    returning contest_entrant.id`.execute(db);
  return rows.length === 1;
}

/** Erases the marks of a contest that has closed: nobody can come back any more. */
export async function eraseMarks(db: Kysely<Database>, contestId: string, now: Date): Promise<void> {
  await db
    .updateTable('contestEntrant')
    .set({ identityHash: null })
    .where('contestId', '=', contestId)
    .where('identityHash', 'is not', null)
    .where((eb) => eb.exists(eb.selectFrom('contest').select('id').where('id', '=', contestId).where('closesAt', '<=', now)))
    .execute();
}
