import type { Kysely } from 'kysely';
import { pictureWidths } from '../../src/contract/newsroom/picture';
import type { FileStore } from '../files/file-store';
import { findSizeFor } from '../storage/newsroom/picture-store';
import type { Database } from '../storage/tables';

export interface OpenedPicture {
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** Null where there is no such picture or size. Rejects when database or storage cannot be reached. */
export type OpenPicture = (id: string, file: string) => Promise<OpenedPicture | null>;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * A picture for everybody who knows its id, which is a random one: what is published names it, and nothing lists them.
 *
 * @param file its width as the link has it, `750.jpg`
 */
export async function openPicture(db: Kysely<Database>, files: FileStore, id: string, file: string): Promise<OpenedPicture | null> {
  const width = pictureWidths.find((each) => file === `${each}.jpg`);
  if (width === undefined || !ID.test(id)) return null;
  const size = await findSizeFor(db, id, width);
  const bytes = size && (await files.get(size.storageKey));
  return bytes ? { bytes, sha256: size.sha256 } : null;
}
