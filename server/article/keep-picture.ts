import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { LogFailure } from '../failure-log';
import type { FileStore } from '../files/file-store';
import { refuse, Refusal } from '../refusal';
import { findAttachment } from '../storage/attachment/attachment-store';
import { expectBytes, keepBytes } from '../storage/attachment/removal-store';
import type { StoredSize } from '../storage/newsroom/picture-store';
import type { Database } from '../storage/tables';
import { cutPicture } from './cut-picture';

/** A picture whose bytes are written; they are removed again within an hour unless `confirmPicture` keeps them. */
export interface WrittenPicture {
  readonly width: number;
  readonly height: number;
  readonly sizes: readonly StoredSize[];
}

export interface PictureParts {
  readonly db: Kysely<Database>;
  readonly files: FileStore;
  readonly now: Date;
  readonly newId: () => string;
  readonly logFailure: LogFailure;
}

const HOUR = 60 * 60 * 1000;

/** Writes the sizes of an uploaded picture. Whoever calls has seen that the upload is the caller's own. */
export async function writePicture({ db, files, now, newId, logFailure }: PictureParts, attachmentId: string): Promise<WrittenPicture | Refusal> {
  const attachment = await findAttachment(db, attachmentId);
  if (attachment === undefined) return refuse('not_found', '没有找到刚才上传的图片，请重新上传。');
  if (attachment.mediaType === 'application/pdf') return refuse('invalid_input', undefined, { attachmentId: '图片库只收 JPG、PNG 和 WebP 图片。' });
  const sizes: StoredSize[] = [];
  try {
    const original = await files.get(attachment.storageKey);
    if (original === null) return refuse('not_found', '没有找到刚才上传的图片，请重新上传。');
    const cut = await cutPicture(original);
    if ('problem' in cut) return refuse('invalid_input', undefined, { attachmentId: cut.problem });
    for (const { width, bytes } of cut.sizes) {
      const storageKey = newId();
      await expectBytes(db, storageKey, new Date(now.getTime() + HOUR));
      await files.put(storageKey, bytes, 'image/jpeg');
      sizes.push({ width, storageKey, sha256: createHash('sha256').update(bytes).digest('hex') });
    }
    return { width: cut.width, height: cut.height, sizes };
  } catch (error) {
    logFailure('a picture could not be written', error);
    return refuse('unavailable', '图片暂时没有存上，请稍后再试。');
  }
}

/** Keeps written bytes. False when their removal has begun: it took too long. */
export async function confirmPicture(trx: Transaction<Database>, { sizes }: WrittenPicture): Promise<boolean> {
  for (const { storageKey } of sizes) if (!(await keepBytes(trx, storageKey))) return false;
  return true;
}
