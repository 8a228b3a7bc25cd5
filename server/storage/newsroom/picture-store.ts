import { sql, type Kysely, type Transaction } from 'kysely';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';

export interface StoredPicture {
  readonly id: string;
  readonly campaignId: string;
  readonly officeId: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  readonly version: number;
  readonly addedAt: Date;
}

export interface StoredSize {
  readonly width: number;
  readonly sha256: string;
  readonly storageKey: string;
}

const columns = ['id', 'campaignId', 'officeId', 'alt', 'width', 'height', 'version', 'addedAt'] as const;

export interface NewPicture extends Omit<StoredPicture, 'version'> {
  readonly attachmentId: string;
}

export async function insertPicture(trx: Transaction<Database>, picture: NewPicture, sizes: readonly StoredSize[]): Promise<void> {
  await trx.insertInto('picture').values(picture).execute();
  await trx
    .insertInto('pictureSize')
    .values(sizes.map((size) => ({ ...size, pictureId: picture.id, createdAt: picture.addedAt })))
    .execute();
}

export const findPictureOfUpload = (db: Kysely<Database>, attachmentId: string): Promise<StoredPicture | undefined> =>
  db.selectFrom('picture').select(columns).where('attachmentId', '=', attachmentId).executeTakeFirst();

/** Until the transaction ends nobody else changes it. */
export const lockPicture = (trx: Transaction<Database>, id: string): Promise<StoredPicture | undefined> =>
  trx.selectFrom('picture').select(columns).where('id', '=', id).forUpdate().executeTakeFirst();

/** Newest first. */
export async function listPictures(db: Kysely<Database>, campaignId: string, officeIds: readonly string[], after: Position<Date> | null): Promise<Page<StoredPicture>> {
  const rows = await db
    .selectFrom('picture')
    .select(columns)
    .where('campaignId', '=', campaignId)
    .where('officeId', 'in', officeIds)
    .$if(after !== null, (query) => query.where((eb) => eb(eb.refTuple('addedAt', 'id'), '<', eb.tuple(after?.sort ?? new Date(0), after?.id ?? ''))))
    .orderBy('addedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.instantAndRecordId, rows, ({ addedAt, id }) => ({ sort: addedAt, id }));
}

export async function describePicture(trx: Transaction<Database>, id: string, alt: string): Promise<void> {
  await trx.updateTable('picture').set(({ eb }) => ({ alt, version: eb('version', '+', 1) })).where('id', '=', id).execute();
}

/** Its bytes follow: a trigger queues them. */
export async function deletePicture(trx: Transaction<Database>, id: string): Promise<void> {
  await trx.deleteFrom('picture').where('id', '=', id).execute();
}

/** Of these pictures those that the campaign has, with their size. */
export const findPictureSizes = (db: Kysely<Database>, campaignId: string, ids: readonly string[]): Promise<{ id: string; width: number; height: number }[]> =>
  ids.length === 0 ? Promise.resolve([]) : db.selectFrom('picture').select(['id', 'width', 'height']).where('campaignId', '=', campaignId).where('id', 'in', ids).execute();

/** Until the transaction ends nobody removes these pictures. */
export async function keepPictures(trx: Transaction<Database>, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await trx.selectFrom('picture').select('id').where('id', 'in', ids).forKeyShare().execute();
}

/** Of these names (`media:<file>`) the pictures of the campaign's folder that its articles show. */
export async function findShownMedia(db: Kysely<Database>, campaignId: string, names: readonly string[]): Promise<{ url: string; width: number; height: number }[]> {
  if (names.length === 0) return [];
  const { rows } = await sql<{ url: string; width: number; height: number }>`
    select distinct on (url) shown.url, shown.width, shown.height
    from article, jsonb_to_recordset(article.blocks) as shown (kind text, url text, width integer, height integer)
    where article.campaign_id = ${campaignId} and shown.kind = 'picture' and shown.url in (${sql.join(names)})`.execute(db);
  return rows;
}

/** The bytes to show at a width: the smallest that fill it, or else the largest there are. */
export const findSizeFor = (db: Kysely<Database>, id: string, width: number): Promise<StoredSize | undefined> =>
  db
    .selectFrom('pictureSize')
    .select(['width', 'sha256', 'storageKey'])
    .where('pictureId', '=', id)
    .orderBy(sql`width >= ${width}`, 'desc')
    .orderBy(sql`abs(width - ${width})`)
    .executeTakeFirst();

/**
 * What shows a picture, articles and manuscripts, in the text or as the cover: first the titles of what is before the public or
 * is of these offices, then null for whatever else. An id is nowhere by chance, so it is looked for in the whole.
 */
export async function findPictureUses(db: Kysely<Database>, { campaignId, id }: Pick<StoredPicture, 'campaignId' | 'id'>, officeIds: readonly string[]): Promise<(string | null)[]> {
  const own = sql<boolean>`office_id in (${sql.join(officeIds)})`;
  const articles = db
    .selectFrom('article')
    .select(sql<string | null>`case when withdrawn_at is null or ${own} then title end`.as('title'))
    .where('campaignId', '=', campaignId)
    .where((eb) => eb.or([sql<boolean>`strpos(markdown, ${id}) > 0`, sql<boolean>`strpos(cover::text, ${id}) > 0`]));
  const manuscripts = db
    .selectFrom('manuscript')
    .select(sql<string | null>`case when ${own} then title end`.as('title'))
    .where('campaignId', '=', campaignId)
    .where(sql<boolean>`strpos(content::text, ${id}) > 0`);
  const rows = await articles.union(manuscripts).orderBy('title').execute();
  return rows.map(({ title }) => title);
}
