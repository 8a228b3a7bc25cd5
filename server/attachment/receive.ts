import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { MOST_ATTACHMENT_BYTES, attachmentTooLarge } from '../../src/contract/attachment';
import type { LogFailure } from '../failure-log';
import type { FileStore } from '../files/file-store';
import { refuse, Refusal } from '../refusal';
import { countUnbound, findUpload, insertAttachment, type NewAttachment, type StoredAttachment } from '../storage/attachment/attachment-store';
import { expectBytes, keepBytes } from '../storage/attachment/removal-store';
import { lockLimits } from '../storage/stores/person-store';
import type { Database } from '../storage/tables';
import { inspect } from './content/inspect';
import { tidyName } from './file-name';

/** A file as it came, nothing in it looked at. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Where an upload is kept. */
export interface Keeping {
  readonly db: Kysely<Database>;
  readonly files: FileStore;
  readonly logFailure: LogFailure;
}

export interface Upload {
  readonly campaignId: string;
  readonly personId: string;
  /** The same one again has the same effect, once. */
  readonly key: string;
  readonly now: Date;
  readonly newId: () => string;
}

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
// Far longer than any upload lasts; after it, what was written and not kept is removed.
const UPLOAD_LASTS_AT_MOST = HOUR;

/** What one person may have uploaded within a day and attached to nothing. */
const MOST_UNBOUND = { files: 60, bytes: 200 * 1024 * 1024 } as const;

/** Why this person may not upload any more today, if so. `bytes` more are about to come. */
export async function uploadRefusal(db: Kysely<Database>, personId: string, now: Date, bytes = 0): Promise<Refusal | null> {
  const unbound = await countUnbound(db, personId, new Date(now.getTime() - DAY));
  if (unbound.files < MOST_UNBOUND.files && unbound.bytes + bytes <= MOST_UNBOUND.bytes) return null;
  return refuse('too_many_tries', '今天上传的文件已经很多了，请先提交已上传的内容，或明天再传。');
}

/**
 * Keeps a file for a person until it is attached to something. The bytes are written before the row that names them;
 * they stand in the queue of removals until both are there, so nothing is left behind wherever this ends.
 */
export async function receiveFile({ db, files, logFailure }: Keeping, { campaignId, personId, key, now, newId }: Upload, sent: SentFile): Promise<StoredAttachment | Refusal> {
  if (sent.bytes.length > MOST_ATTACHMENT_BYTES) return refuse('too_large', attachmentTooLarge);
  const inspected = inspect(sent.bytes);
  if ('problem' in inspected) return refuse('invalid_input', undefined, { file: inspected.problem });
  const { mediaType, bytes } = inspected;
  const attachment: NewAttachment = {
    id: newId(),
    campaignId,
    personId,
    uploadKey: key,
    name: tidyName(sent.name, mediaType),
    mediaType,
    byteLength: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    storageKey: newId(),
    createdAt: now,
  };
  const refused = (await earlierUpload(db, attachment)) ?? (await uploadRefusal(db, personId, now, bytes.length));
  if (refused !== null) return refused;

  await expectBytes(db, attachment.storageKey, new Date(now.getTime() + UPLOAD_LASTS_AT_MOST));
  try {
    await files.put(attachment.storageKey, bytes, mediaType);
  } catch (error) {
    logFailure('a file could not be written', error);
    return refuse('unavailable', '文件暂时没有存上，请稍后再传。');
  }
  return db.transaction().execute(async (trx) => {
    // One upload of a person after the other, so that the limits hold.
    if (!(await lockLimits(trx, personId))) return refuse('session_expired');
    const tooMuch = (await earlierUpload(trx, attachment)) ?? (await uploadRefusal(trx, personId, now, bytes.length));
    if (tooMuch !== null) return tooMuch;
    if (!(await keepBytes(trx, attachment.storageKey))) return refuse('unavailable');
    await insertAttachment(trx, attachment);
    return attachment;
  });
}

/** What the same key has brought before: the same file again, or a refusal if it was another one. Null for a new key. */
async function earlierUpload(db: Kysely<Database>, { personId, uploadKey, sha256 }: NewAttachment): Promise<StoredAttachment | Refusal | null> {
  const earlier = await findUpload(db, personId, uploadKey);
  if (earlier === undefined) return null;
  return earlier.sha256 === sha256 ? earlier : refuse('key_reused', '这个文件已经有了改动，请删除后重新选择。');
}
