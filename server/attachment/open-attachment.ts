import type { Kysely } from 'kysely';
import type { FileStore } from '../files/file-store';
import { findAttachment, type StoredAttachment } from '../storage/attachment/attachment-store';
import type { Database } from '../storage/tables';
import { isTicketFor } from './ticket';

export interface OpenedAttachment extends Pick<StoredAttachment, 'name' | 'mediaType' | 'sha256'> {
  readonly bytes: Uint8Array;
}

/** Null for a ticket that is void as for a file that is gone. Rejects when database or storage cannot be reached. */
export type OpenAttachment = (id: string, ticket: string) => Promise<OpenedAttachment | null>;

export interface OpeningContext {
  readonly db: Kysely<Database>;
  readonly files: FileStore;
  readonly secret: string;
  readonly now: Date;
}

export async function openAttachment({ db, files, secret, now }: OpeningContext, id: string, ticket: string): Promise<OpenedAttachment | null> {
  // Before the database: an id that nobody signed need not be one at all.
  if (!isTicketFor(secret, id, ticket, now)) return null;
  const attachment = await findAttachment(db, id);
  const bytes = attachment && (await files.get(attachment.storageKey));
  return bytes ? { name: attachment.name, mediaType: attachment.mediaType, sha256: attachment.sha256, bytes } : null;
}
