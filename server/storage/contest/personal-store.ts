import type { Kysely, Selectable, Transaction } from 'kysely';
import type { ContestTables } from '../tables/contest';
import type { Database } from '../tables';

// What the contests keep about one person, of every campaign.

/** How the person took part in each contest, with the prize and the certificate if there are any. */
export const listPersonalEntries = (db: Kysely<Database>, personId: string) =>
  db
    .selectFrom('contestEntrant')
    .innerJoin('contest', 'contest.id', 'contestEntrant.contestId')
    .leftJoin('contestCertificate', 'contestCertificate.entrantId', 'contestEntrant.id')
    .leftJoin('contestWinner', 'contestWinner.entrantId', 'contestEntrant.id')
    .selectAll('contestEntrant')
    .select(['contest.campaignId', 'contestCertificate.code as certificateCode', 'holderName', 'issuedAt', 'contestWinner.place as prize'])
    .where('contestEntrant.personId', '=', personId)
    .orderBy('contest.opensAt')
    .execute();

export type PersonalEntry = Awaited<ReturnType<typeof listPersonalEntries>>[number];

/** Oldest first. */
export const listPersonalAttempts = (db: Kysely<Database>, personId: string): Promise<Selectable<ContestTables['contestAttempt']>[]> =>
  db
    .selectFrom('contestAttempt')
    .innerJoin('contestEntrant', 'contestEntrant.id', 'contestAttempt.entrantId')
    .selectAll('contestAttempt')
    .where('contestEntrant.personId', '=', personId)
    .orderBy('contestAttempt.startedAt')
    .execute();

/** Oldest first. */
export const listPersonalAppeals = (db: Kysely<Database>, personId: string) =>
  db
    .selectFrom('contestAppeal')
    .innerJoin('question', 'question.id', 'contestAppeal.questionId')
    .select(['contestId', 'question.stem', 'reason', 'filedAt', 'state', 'reply'])
    .where('personId', '=', personId)
    .orderBy('filedAt')
    .execute();

export type PersonalAppeal = Awaited<ReturnType<typeof listPersonalAppeals>>[number];

/**
 * Parts a person from their results, which stay under the public code alone: names and teams are erased, certificates
 * and open appeals deleted, the reasons of answered ones erased.
 */
export async function eraseContestData(trx: Transaction<Database>, personId: string): Promise<void> {
  const entrants = await trx
    .updateTable('contestEntrant')
    .set({ personId: null, nameChoice: 'anonymous', name: null, enterpriseCode: null, enterpriseName: null, officeId: null, groupId: null })
    .where('personId', '=', personId)
    .returning('id')
    .execute();
  if (entrants.length > 0) await trx.deleteFrom('contestCertificate').where('entrantId', 'in', entrants.map(({ id }) => id)).execute();
  await trx.deleteFrom('contestAppeal').where('personId', '=', personId).where('state', '=', 'open').execute();
  await trx.updateTable('contestAppeal').set({ personId: null, reason: '' }).where('personId', '=', personId).execute();
}
