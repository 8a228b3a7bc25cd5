import type { Generated } from 'kysely';
import type { Instant } from './index';

/** The picture library's part of `Database`. */
export interface PictureTables {
  picture: PictureTable;
  pictureSize: PictureSizeTable;
}

interface PictureTable {
  id: string;
  campaignId: string;
  officeId: string;
  /** The upload that it was made from, which is gone: the same one again is the same picture. */
  attachmentId: string;
  alt: string;
  /** Of the original, the right way up. */
  width: number;
  height: number;
  version: Generated<number>;
  addedAt: Instant;
}

interface PictureSizeTable {
  pictureId: string;
  width: number;
  /** Of the bytes, hex. */
  sha256: string;
  storageKey: string;
  createdAt: Instant;
}
