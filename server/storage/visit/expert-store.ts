import type { Kysely, Transaction } from 'kysely';
import type { Slot } from '../../../src/domain/visit-plan/types';
import type { Database } from '../tables';

export interface ExpertProfile {
  readonly officeId: string;
  readonly name: string;
  readonly subjectIds: readonly string[];
  readonly areaIds: readonly string[];
  readonly weeklyLimit: number;
  readonly active: boolean;
}

export interface StoredExpert extends ExpertProfile {
  readonly id: string;
  readonly campaignId: string;
  readonly personId: string | null;
  readonly version: number;
}

const columns = ['id', 'campaignId', 'officeId', 'personId', 'name', 'subjectIds', 'areaIds', 'weeklyLimit', 'active', 'version'] as const;

const experts = (db: Kysely<Database>, campaignId: string) => db.selectFrom('expert').select(columns).where('campaignId', '=', campaignId);

/** By name. */
export const listExperts = (db: Kysely<Database>, campaignId: string): Promise<StoredExpert[]> => experts(db, campaignId).orderBy('name').orderBy('id').execute();

export const findExpert = (db: Kysely<Database>, campaignId: string, id: string): Promise<StoredExpert | undefined> =>
  experts(db, campaignId).where('id', '=', id).executeTakeFirst();

export const findExpertOfPerson = (db: Kysely<Database>, campaignId: string, personId: string): Promise<StoredExpert | undefined> =>
  experts(db, campaignId).where('personId', '=', personId).executeTakeFirst();

/** One in each campaign at most. */
export const listProfilesOfPerson = (db: Kysely<Database>, personId: string): Promise<StoredExpert[]> =>
  db.selectFrom('expert').select(columns).where('personId', '=', personId).orderBy('campaignId').execute();

/**
 * Locks experts, in one order: until the transaction ends nobody else books, frees or takes leave in their half-days.
 * Whoever locks requests as well locks those first.
 */
export const lockExperts = (trx: Transaction<Database>, ids: readonly string[]): Promise<StoredExpert[]> =>
  ids.length === 0 ? Promise.resolve([]) : trx.selectFrom('expert').select(columns).where('id', 'in', ids).orderBy('id').forNoKeyUpdate().execute();

interface NewExpert extends ExpertProfile {
  readonly id: string;
  readonly campaignId: string;
  readonly personId: string | null;
}

const asRow = ({ subjectIds, areaIds, ...profile }: ExpertProfile) => ({ ...profile, subjectIds: JSON.stringify(subjectIds), areaIds: JSON.stringify(areaIds) });

/** Nothing happens when the person has a profile in this campaign. */
export async function insertExpert(db: Kysely<Database>, { id, campaignId, personId, ...profile }: NewExpert): Promise<void> {
  await db
    .insertInto('expert')
    .values({ id, campaignId, personId, ...asRow(profile) })
    .onConflict((conflict) => conflict.columns(['campaignId', 'personId']).doNothing())
    .execute();
}

/** Changes a locked profile and raises its version. */
export const updateExpert = (trx: Transaction<Database>, id: string, { officeId, name, subjectIds, areaIds, weeklyLimit, active }: ExpertProfile): Promise<StoredExpert> =>
  trx
    .updateTable('expert')
    .set(({ eb }) => ({ ...asRow({ officeId, name, subjectIds, areaIds, weeklyLimit, active }), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning(columns)
    .executeTakeFirstOrThrow();

/** Whoever holds the profile; empty when nobody does. */
export async function findPersonIdsOfExpert(db: Kysely<Database>, id: string): Promise<string[]> {
  const row = await db.selectFrom('expert').select('personId').where('id', '=', id).executeTakeFirst();
  return row?.personId ? [row.personId] : [];
}

/** Gives a profile that nobody holds to a person. */
export async function linkExpert(trx: Transaction<Database>, id: string, personId: string): Promise<void> {
  await trx.updateTable('expert').set({ personId }).where('id', '=', id).execute();
}

/** Nobody holds the person's profile any more. */
export async function unlinkExpert(trx: Kysely<Database>, campaignId: string, personId: string): Promise<void> {
  await trx.updateTable('expert').set({ personId: null, active: false }).where('campaignId', '=', campaignId).where('personId', '=', personId).execute();
}

/** Leaves of a person's profiles only what past visits refer to: nobody is sent out under them any more. */
export async function eraseExpertProfiles(trx: Transaction<Database>, personId: string): Promise<void> {
  const profiles = await trx
    .updateTable('expert')
    .set(({ eb }) => ({ name: '已注销的专家', areaIds: '[]', active: false, version: eb('version', '+', 1) }))
    .where('personId', '=', personId)
    .returning('id')
    .execute();
  if (profiles.length > 0) await trx.deleteFrom('expertLeave').where('expertId', 'in', profiles.map(({ id }) => id)).execute();
}

export interface LeaveHalf extends Slot {
  readonly expertId: string;
}

/** Leave from one date to another, both included. */
export const listLeave = (db: Kysely<Database>, expertIds: readonly string[], from: string, to: string): Promise<LeaveHalf[]> =>
  expertIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('expertLeave')
        .select(['expertId', 'date', 'half'])
        .where('expertId', 'in', expertIds)
        .where('date', '>=', from)
        .where('date', '<=', to)
        .orderBy('date')
        .orderBy('half')
        .execute();

/** Past and to come, from every profile of the person. */
export const listLeaveOfPerson = (db: Kysely<Database>, personId: string): Promise<LeaveHalf[]> =>
  db
    .selectFrom('expertLeave')
    .innerJoin('expert', 'expert.id', 'expertLeave.expertId')
    .select(['expertLeave.expertId', 'date', 'half'])
    .where('personId', '=', personId)
    .orderBy('date')
    .orderBy('half')
    .execute();

export async function addLeave(trx: Transaction<Database>, expertId: string, halves: readonly Slot[]): Promise<void> {
  await trx
    .insertInto('expertLeave')
    .values(halves.map(({ date, half }) => ({ expertId, date, half })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function removeLeave(trx: Transaction<Database>, expertId: string, halves: readonly Slot[]): Promise<void> {
  await trx
    .deleteFrom('expertLeave')
    .where('expertId', '=', expertId)
    .where((eb) => eb.or(halves.map(({ date, half }) => eb.and([eb('date', '=', date), eb('half', '=', half)]))))
    .execute();
}
