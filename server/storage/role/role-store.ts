import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import type { HeldRole, Role } from '../../../src/domain/role';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';

type Connection = Kysely<Database> | Transaction<Database>;

/** What the `person` of the surrounding query is in one campaign; offices in the campaign's order, the bureau first. */
export const heldRolesOfPerson = (campaignId: string): RawBuilder<HeldRole[]> => sql<HeldRole[]>`coalesce((
    select json_agg(json_build_object('role', role_grant.role, 'officeId', role_grant.office_id) order by office.position)
    from role_grant left join office on office.campaign_id = role_grant.campaign_id and office.id = role_grant.office_id
    where role_grant.person_id = person.id and role_grant.campaign_id = ${campaignId}
  ), '[]')`;

export async function findHeldRoles(db: Connection, personId: string, campaignId: string): Promise<readonly HeldRole[]> {
  const row = await db.selectFrom('person').select(heldRolesOfPerson(campaignId).as('held')).where('id', '=', personId).executeTakeFirst();
  return row?.held ?? [];
}

export interface NewGrant extends HeldRole {
  readonly id: string;
  readonly personId: string;
  readonly campaignId: string;
  readonly name: string | null;
  readonly grantedAt: Date;
  readonly grantedBy: string | null;
}

/** @returns false when the person had the role already */
export async function grantRole(db: Connection, grant: NewGrant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('roleGrant')
    .values(grant)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export interface StoredGrant extends HeldRole {
  readonly id: string;
  readonly personId: string;
  /** What the app calls the person. */
  readonly label: string;
  readonly name: string | null;
  readonly grantedAt: Date;
}

const grants = (db: Connection, campaignId: string) =>
  db
    .selectFrom('roleGrant')
    .innerJoin('person', 'person.id', 'roleGrant.personId')
    .select(['roleGrant.id', 'roleGrant.personId', 'person.label', 'roleGrant.name', 'roleGrant.role', 'roleGrant.officeId', 'roleGrant.grantedAt'])
    .where('roleGrant.campaignId', '=', campaignId);

/** A page of who holds what, the newest grant first. */
export async function listGrants(
  db: Connection,
  { campaignId, role }: { readonly campaignId: string; readonly role: Role | undefined },
  after: Position<Date> | null,
): Promise<Page<StoredGrant>> {
  const rows = await grants(db, campaignId)
    .$if(role !== undefined, (query) => query.where('roleGrant.role', '=', role ?? 'officer'))
    .$if(after !== null, (query) =>
      query.where((eb) => eb(eb.refTuple('roleGrant.grantedAt', 'roleGrant.id'), '<', eb.tuple(after?.sort ?? new Date(0), after?.id ?? ''))),
    )
    .orderBy('roleGrant.grantedAt', 'desc')
    .orderBy('roleGrant.id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.instantAndRecordId, rows, ({ grantedAt, id }) => ({ sort: grantedAt, id }));
}

/** All of them, by role. */
export const listAllGrants = (db: Connection, campaignId: string): Promise<StoredGrant[]> =>
  grants(db, campaignId).orderBy('roleGrant.role').orderBy('roleGrant.officeId').orderBy('roleGrant.grantedAt').execute();

/** What a person holds in every campaign, the oldest grant first. */
export const listGrantsOfPerson = (
  db: Connection,
  personId: string,
): Promise<{ readonly campaignId: string; readonly role: Role; readonly officeName: string | null; readonly name: string | null; readonly grantedAt: Date }[]> =>
  db
    .selectFrom('roleGrant')
    .leftJoin('office', (join) => join.onRef('office.campaignId', '=', 'roleGrant.campaignId').onRef('office.id', '=', 'roleGrant.officeId'))
    .select(['roleGrant.campaignId', 'roleGrant.role', 'office.name as officeName', 'roleGrant.name', 'roleGrant.grantedAt'])
    .where('roleGrant.personId', '=', personId)
    .orderBy('roleGrant.grantedAt')
    .execute();

/** The campaign's administrators' grants; until the transaction ends nobody else takes one back. */
export async function lockAdministrators(trx: Transaction<Database>, campaignId: string): Promise<readonly string[]> {
  const rows = await trx.selectFrom('roleGrant').select('id').where('campaignId', '=', campaignId).where('role', '=', 'administrator').orderBy('id').forUpdate().execute();
  return rows.map(({ id }) => id);
}

/** What was taken back; undefined when there is no such grant. It counts from the person's next call on. */
export const revokeGrant = (trx: Connection, { id, campaignId }: { readonly id: string; readonly campaignId: string }): Promise<(HeldRole & { readonly personId: string }) | undefined> =>
  trx.deleteFrom('roleGrant').where('id', '=', id).where('campaignId', '=', campaignId).returning(['personId', 'role', 'officeId']).executeTakeFirst();

export interface OfficeName {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
}

export const listOffices = (db: Connection, campaignId: string): Promise<OfficeName[]> =>
  db.selectFrom('office').select(['id', 'name', 'shortName']).where('campaignId', '=', campaignId).orderBy('position').execute();

/** Who holds a role; of one held in offices, those of one office. */
export async function findHolders(db: Connection, campaignId: string, role: Role, officeId: string | null = null): Promise<string[]> {
  const rows = await db
    .selectFrom('roleGrant')
    .select('personId')
    .distinct()
    .where('campaignId', '=', campaignId)
    .where('role', '=', role)
    .$if(officeId !== null, (query) => query.where('officeId', '=', officeId))
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Who holds a role in the bureau. */
export async function findHoldersInBureau(db: Connection, campaignId: string, role: Role): Promise<string[]> {
  const rows = await db
    .selectFrom('roleGrant')
    .innerJoin('office', (join) => join.onRef('office.campaignId', '=', 'roleGrant.campaignId').onRef('office.id', '=', 'roleGrant.officeId'))
    .select('personId')
    .where('roleGrant.campaignId', '=', campaignId)
    .where('role', '=', role)
    .where('isBureau', '=', true)
    .execute();
  return rows.map(({ personId }) => personId);
}
