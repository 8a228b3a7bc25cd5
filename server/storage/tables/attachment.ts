import type { Generated } from 'kysely';
import type { AttachmentMediaType } from '../../../src/contract/attachment';
import type { Instant } from './index';

/** The attachments' part of `Database`. */
export interface AttachmentTables {
  attachment: AttachmentTable;
  fileRemoval: FileRemovalTable;
  secret: SecretTable;
}

/** Where in a request a file lies: with the request itself, with one of its messages, with a visit's record. */
export type AttachmentPlace = 'request' | 'message' | 'visit';

interface AttachmentTable {
  id: string;
  campaignId: string;
  /** Who uploaded it. */
  personId: string | null;
  /** The idempotency key of the upload. */
  uploadKey: string;
  /** Null until it is attached to something; then `place` and `position` are set too. */
  requestId: string | null;
  place: AttachmentPlace | null;
  /** The message's or the visit's id; null for the request itself. */
  placeId: string | null;
  /** 0-based, among those attached at the same place. */
  position: number | null;
  name: string;
  mediaType: AttachmentMediaType;
  byteLength: number;
  /** Of what is kept, hex. */
  sha256: string;
  /** Names the bytes in the file store. */
  storageKey: string;
  createdAt: Instant;
}

/** Bytes that belong to no attachment: deleted ones (a trigger queues them), or those of an upload that did not end. */
interface FileRemovalTable {
  storageKey: string;
  /** An upload under way is given this long. */
  dueAt: Instant;
  /** How often the removal was begun; an upload may take its bytes out of the queue only before the first time. */
  tries: Generated<number>;
}

interface SecretTable {
  name: string;
  value: string;
}
