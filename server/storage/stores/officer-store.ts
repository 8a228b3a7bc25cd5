import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { Database } from '../tables';

type Connection = Kysely<Database> | Transaction<Database>;

export interface Role {
  readonly personId: string;
  readonly campaignId: string;
  readonly officeId: string;
}

/** Of one campaign the offices whose officer the `person` of the surrounding query is, the bureau first. */
export const officeIdsOfPerson = (campaignId: string): RawBuilder<string[]> => sql<string[]>`array(
    select officer.office_id
    from officer join office on office.campaign_id = officer.campaign_id and office.id = officer.office_id
    where officer.person_id = person.id and officer.campaign_id = ${campaignId}
    order by office.position
  )`;

export async function findOfficeIds(db: Connection, personId: string, campaignId: string): Promise<readonly string[]> {
  const row = await db.selectFrom('person').select(officeIdsOfPerson(campaignId).as('officeIds')).where('id', '=', personId).executeTakeFirst();
  return row?.officeIds ?? [];
}

/** @returns false when the person had the role already */
export async function grantRole(db: Connection, role: Role, now: Date): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('officer')
    .values({ ...role, grantedAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** @returns false when the person did not have the role */
export async function revokeRole(db: Connection, { personId, campaignId, officeId }: Role): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('officer')
    .where('personId', '=', personId)
    .where('campaignId', '=', campaignId)
    .where('officeId', '=', officeId)
    .executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

export interface OfficeName {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
}

export const listOffices = (db: Connection, campaignId: string): Promise<OfficeName[]> =>
  db.selectFrom('office').select(['id', 'name', 'shortName']).where('campaignId', '=', campaignId).orderBy('position').execute();

export interface NamedRole {
  readonly personId: string;
  readonly label: string;
  readonly officeId: string;
}

export const listRoles = (db: Connection, campaignId: string): Promise<NamedRole[]> =>
  db
    .selectFrom('officer')
    .innerJoin('person', 'person.id', 'officer.personId')
    .select(['officer.personId', 'person.label', 'officer.officeId'])
    .where('officer.campaignId', '=', campaignId)
    .orderBy('officer.officeId')
    .orderBy('officer.grantedAt')
    .execute();
