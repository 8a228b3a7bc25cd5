import { sql, type Kysely, type Transaction } from 'kysely';
import type { ManuscriptContent } from '../../../src/contract/newsroom/content';
import type { VersionKind } from '../../../src/contract/newsroom/manuscript';
import type { ManuscriptEventKind } from '../../../src/domain/manuscript/state';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';

type Connection = Kysely<Database> | Transaction<Database>;

export interface StoredVersionRow {
  readonly number: number;
  readonly kind: VersionKind;
  readonly savedBy: string | null;
  readonly begunAt: Date;
  readonly savedAt: Date;
  readonly title: string;
  readonly characters: number;
}

export interface StoredVersion extends StoredVersionRow {
  readonly content: ManuscriptContent;
}

const versions = (db: Connection, manuscriptId: string) =>
  db
    .selectFrom('manuscriptVersion')
    .select(['number', 'kind', 'savedBy', 'begunAt', 'savedAt'])
    .select([sql<string>`content ->> 'title'`.as('title'), sql<number>`char_length(content ->> 'markdown')`.as('characters')])
    .where('manuscriptId', '=', manuscriptId);

/** A page of them, the newest first. */
export async function listVersions(db: Kysely<Database>, manuscriptId: string, after: Position<string> | null): Promise<Page<StoredVersionRow>> {
  const rows = await versions(db, manuscriptId)
    .$if(after !== null, (query) => query.where('number', '<', Number(after?.id)))
    .orderBy('number', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.serialNumber, rows, ({ number }) => ({ sort: '', id: String(number) }));
}

export const findVersion = (db: Connection, manuscriptId: string, number: number): Promise<StoredVersion | undefined> =>
  versions(db, manuscriptId).select('content').where('number', '=', number).executeTakeFirst();

export async function insertVersion(
  trx: Transaction<Database>,
  { content, ...version }: { readonly manuscriptId: string; readonly number: number; readonly kind: VersionKind; readonly content: ManuscriptContent; readonly savedBy: string | null; readonly savedAt: Date },
): Promise<void> {
  await trx
    .insertInto('manuscriptVersion')
    .values({ ...version, content: JSON.stringify(content), begunAt: version.savedAt })
    .execute();
}

/** Saves into the version that the same person is still writing. */
export async function overwriteVersion(trx: Transaction<Database>, manuscriptId: string, number: number, content: ManuscriptContent, savedAt: Date): Promise<void> {
  await trx.updateTable('manuscriptVersion').set({ content: JSON.stringify(content), savedAt }).where('manuscriptId', '=', manuscriptId).where('number', '=', number).execute();
}

/** How far it went. */
export async function markVersion(trx: Transaction<Database>, manuscriptId: string, number: number, kind: 'submitted' | 'published'): Promise<void> {
  await trx.updateTable('manuscriptVersion').set({ kind }).where('manuscriptId', '=', manuscriptId).where('number', '=', number).execute();
}

/** The last version up to this one that was public, and thereby reviewed; 0 for none. */
export async function lastPublicVersion(trx: Transaction<Database>, manuscriptId: string, upTo: number): Promise<number> {
  const { number } = await trx
    .selectFrom('manuscriptVersion')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), eb.val(0)).as('number'))
    .where('manuscriptId', '=', manuscriptId)
    .where('number', '<=', upTo)
    .where('kind', 'in', ['folder', 'published'])
    .executeTakeFirstOrThrow();
  return number;
}

/** Whether a version has this file of the campaign's folder as its cover. */
export async function everHadCover(db: Connection, manuscriptId: string, file: string): Promise<boolean> {
  const row = await db
    .selectFrom('manuscriptVersion')
    .select('number')
    .where('manuscriptId', '=', manuscriptId)
    .where(sql<string>`content -> 'cover' ->> 'file'`, '=', file)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface NewManuscriptEvent {
  readonly manuscriptId: string;
  readonly at: Date;
  readonly kind: ManuscriptEventKind;
  /** Null for what the clock did. */
  readonly personId: string | null;
  readonly note: string | null;
}

export async function addManuscriptEvent(trx: Transaction<Database>, event: NewManuscriptEvent): Promise<void> {
  await trx.insertInto('manuscriptEvent').values(event).execute();
}

/** The newest first. */
export const listManuscriptEvents = (db: Connection, manuscriptId: string, limit: number): Promise<Omit<NewManuscriptEvent, 'manuscriptId'>[]> =>
  db.selectFrom('manuscriptEvent').select(['at', 'kind', 'personId', 'note']).where('manuscriptId', '=', manuscriptId).orderBy('id', 'desc').limit(limit).execute();

export interface WorkOfPerson {
  readonly manuscriptId: string;
  readonly title: string;
  readonly at: Date;
  /** Of a version; null of anything else that the person did. */
  readonly version: number | null;
  readonly kind: ManuscriptEventKind;
  readonly note: string | null;
}

/** What a person saved and did in the newsroom, oldest first. */
export async function listWorkOfPerson(db: Connection, personId: string): Promise<WorkOfPerson[]> {
  const { rows } = await sql<WorkOfPerson>`
    select manuscript_id, title, saved_at as at, number as version, 'save' as kind, null as note
      from manuscript_version join manuscript on manuscript.id = manuscript_id where saved_by = ${personId}
    union all
    select manuscript_id, title, at, null, manuscript_event.kind, note
      from manuscript_event join manuscript on manuscript.id = manuscript_id where person_id = ${personId}
    order by at`.execute(db);
  return rows;
}
