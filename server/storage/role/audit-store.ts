import { sql, type Kysely, type Transaction } from 'kysely';
import * as v from 'valibot';
import { recordId } from '../../../src/contract/fields';
import type { Role } from '../../../src/domain/role';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';

export interface NewAuditEntry {
  readonly at: Date;
  readonly campaignId: string;
  /** Null for what was done on the server's own command line, and in an anonymous request by whoever filed it. */
  readonly personId: string | null;
  readonly roles: readonly Role[];
  readonly action: string;
  readonly about: string | null;
  readonly key: string | null;
}

/**
 * In the transaction of the change itself: there is no change without its row, and no row without its change. What
 * somebody does in an anonymous request of their own is logged without saying who, because nobody may learn it here.
 */
export async function addAuditEntry(db: Kysely<Database> | Transaction<Database>, { roles, personId, ...entry }: NewAuditEntry): Promise<void> {
  const hidden = await isOwnAnonymousRequest(db, entry.about, personId);
  await db.insertInto('audit').values({ ...entry, personId: hidden ? null : personId, roles: JSON.stringify(hidden ? [] : roles) }).execute();
}

async function isOwnAnonymousRequest(db: Kysely<Database>, id: string | null, personId: string | null): Promise<boolean> {
  if (personId === null || !v.is(recordId, id)) return false;
  const row = await db.selectFrom('serviceRequest').select('id').where('id', '=', id).where('anonymous', '=', true).where('personId', '=', personId).executeTakeFirst();
  return row !== undefined;
}

export interface StoredAuditEntry extends Omit<NewAuditEntry, 'campaignId' | 'key'> {
  readonly id: number;
  /** The name one of the person's roles was granted under, or what the app calls the person; null once deleted. */
  readonly name: string | null;
}

export interface AuditFilter {
  readonly campaignId: string;
  /** What stands before the point in an action's name. */
  readonly group?: string | undefined;
  readonly personId?: string | undefined;
  readonly about?: string | undefined;
}

// The name one of the person's roles was granted under.
const grantedName = sql<string | null>`(
    select role_grant.name from role_grant
    where role_grant.person_id = person.id and role_grant.campaign_id = audit.campaign_id and role_grant.name is not null
    order by role_grant.granted_at limit 1
  )`;

/** A page of the log, the newest first. */
export async function listAuditEntries(db: Kysely<Database>, { campaignId, group, personId, about }: AuditFilter, after: Position<string> | null): Promise<Page<StoredAuditEntry>> {
  let query = db
    .selectFrom('audit')
    .leftJoin('person', 'person.id', 'audit.personId')
    .select(['audit.id', 'audit.at', 'audit.personId', 'audit.roles', 'audit.action', 'audit.about'])
    .select(sql<string | null>`coalesce(${grantedName}, person.label)`.as('name'))
    .where('audit.campaignId', '=', campaignId);
  if (group !== undefined) query = query.where(sql<string>`split_part(audit.action, '.', 1)`, '=', group);
  if (personId !== undefined) query = query.where('audit.personId', '=', personId);
  if (about !== undefined) query = query.where('audit.about', '=', about);
  if (after !== null) query = query.where('audit.id', '<', Number(after.id));
  const rows = await query
    .orderBy('audit.id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.serialNumber, rows, ({ id }) => ({ sort: '', id: String(id) }));
}

/** Everything one person changed, oldest first. */
export const listAuditOfPerson = (db: Kysely<Database>, personId: string): Promise<{ readonly at: Date; readonly action: string; readonly about: string | null }[]> =>
  db.selectFrom('audit').select(['at', 'action', 'about']).where('personId', '=', personId).orderBy('id').execute();
