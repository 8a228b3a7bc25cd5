import type { Kysely, Transaction } from 'kysely';
import type { AttachmentMediaType } from '../../../src/contract/attachment';
import type { AttachmentPlace } from '../tables/attachment';
import type { Database } from '../tables';

export interface StoredAttachment {
  readonly id: string;
  readonly name: string;
  readonly mediaType: AttachmentMediaType;
  readonly byteLength: number;
  readonly sha256: string;
  readonly storageKey: string;
  readonly createdAt: Date;
}

const columns = ['id', 'name', 'mediaType', 'byteLength', 'sha256', 'storageKey', 'createdAt'] as const;

const attachments = (db: Kysely<Database>) => db.selectFrom('attachment').select(columns);

export interface NewAttachment extends StoredAttachment {
  readonly campaignId: string;
  readonly personId: string;
  readonly uploadKey: string;
}

/** False when the person has used this key before; then nothing was inserted, and the transaction goes on. */
export async function insertAttachment(trx: Transaction<Database>, attachment: NewAttachment): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('attachment')
    .values(attachment)
    .onConflict((conflict) => conflict.columns(['personId', 'uploadKey']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export const findAttachment = (db: Kysely<Database>, id: string): Promise<StoredAttachment | undefined> =>
  attachments(db).where('id', '=', id).executeTakeFirst();

export const findUpload = (db: Kysely<Database>, personId: string, uploadKey: string): Promise<StoredAttachment | undefined> =>
  attachments(db).where('personId', '=', personId).where('uploadKey', '=', uploadKey).executeTakeFirst();

export interface Amount {
  readonly files: number;
  readonly bytes: number;
}

/** What a person uploaded since an instant and has attached to nothing. */
export const countUnbound = (db: Kysely<Database>, personId: string, since: Date): Promise<Amount> =>
  db
    .selectFrom('attachment')
    .select((eb) => [eb.fn.countAll<number>().as('files'), eb.fn.coalesce(eb.fn.sum<number>('byteLength'), eb.lit(0)).as('bytes')])
    .where('personId', '=', personId)
    .where('requestId', 'is', null)
    .where('createdAt', '>', since)
    .executeTakeFirstOrThrow();

/** Those of these that the person uploaded and nothing holds yet; until the transaction ends nobody else attaches them. */
export async function lockUnbound(trx: Transaction<Database>, personId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await trx
    .selectFrom('attachment')
    .select('id')
    .where('id', 'in', ids)
    .where('personId', '=', personId)
    .where('requestId', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Set(rows.map(({ id }) => id));
}

export interface Place {
  readonly requestId: string;
  readonly place: AttachmentPlace;
  readonly placeId: string | null;
}

export async function countAt(db: Kysely<Database>, { requestId, place, placeId }: Place): Promise<number> {
  const { count } = await db
    .selectFrom('attachment')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('requestId', '=', requestId)
    .where('place', '=', place)
    .where('placeId', 'is not distinct from', placeId)
    .executeTakeFirstOrThrow();
  return count;
}

/** Attaches a locked one. */
export async function placeAttachment(trx: Transaction<Database>, id: string, { requestId, place, placeId }: Place, position: number): Promise<void> {
  await trx.updateTable('attachment').set({ requestId, place, placeId, position }).where('id', '=', id).execute();
}

export interface PlacedAttachment extends StoredAttachment {
  readonly place: AttachmentPlace | null;
  readonly placeId: string | null;
}

/** All of a request's, each place's in the order in which they were attached. */
export const listOfRequest = (db: Kysely<Database>, requestId: string): Promise<PlacedAttachment[]> =>
  attachments(db).select(['place', 'placeId']).where('requestId', '=', requestId).orderBy('place').orderBy('placeId').orderBy('position').execute();

/** All that a person uploaded, oldest first. */
export const listUploads = (db: Kysely<Database>, personId: string): Promise<StoredAttachment[]> =>
  attachments(db).where('personId', '=', personId).orderBy('createdAt').orderBy('id').execute();

/** Whether the person uploaded it and nothing holds it yet. */
export async function isOwnUnbound(db: Kysely<Database>, personId: string, id: string): Promise<boolean> {
  const row = await db.selectFrom('attachment').select('id').where('id', '=', id).where('personId', '=', personId).where('requestId', 'is', null).executeTakeFirst();
  return row !== undefined;
}

/** Deletes what the person uploaded and nothing holds, once it is kept in another form. False when it was not there any more. */
export async function deleteAttachment(trx: Transaction<Database>, personId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await trx.deleteFrom('attachment').where('id', '=', id).where('personId', '=', personId).where('requestId', 'is', null).executeTakeFirstOrThrow();
  return numDeletedRows === 1n;
}

/** Deletes what a person uploaded, and whatever was attached to these requests. */
export async function deleteAttachmentsOfPerson(trx: Transaction<Database>, personId: string, requestIds: readonly string[]): Promise<void> {
  await trx
    .deleteFrom('attachment')
    .where((eb) => eb.or([eb('personId', '=', personId), ...(requestIds.length === 0 ? [] : [eb('requestId', 'in', requestIds)])]))
    .execute();
}

/** Deletes what was uploaded before an instant and attached to nothing. */
export async function deleteUnbound(db: Kysely<Database>, createdBefore: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('attachment').where('requestId', 'is', null).where('createdAt', '<', createdBefore).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Deletes what is attached to requests whose personal data were erased. */
export async function deleteOfErasedRequests(db: Kysely<Database>): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('attachment')
    .using('serviceRequest')
    .whereRef('serviceRequest.id', '=', 'attachment.requestId')
    .where('serviceRequest.erased', '=', true)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
