import type { Kysely } from 'kysely';
import { mediaNamesIn, pictureIdsIn, type PictureLookup, type PictureSize } from '../article/picture-reference';
import { findPictureSizes, findShownMedia } from '../storage/newsroom/picture-store';
import type { Database } from '../storage/tables';

/** The sizes of the pictures that a body names: those of the folder's files are known from the articles that show them. */
export async function pictureLookup(db: Kysely<Database>, campaignId: string, markdown: string): Promise<PictureLookup> {
  const ofLibrary = (await findPictureSizes(db, campaignId, pictureIdsIn(markdown))).map(({ id, ...size }) => [`picture:${id}`, size] as const);
  const ofFolder = (await findShownMedia(db, campaignId, mediaNamesIn(markdown))).map(({ url, ...size }) => [url, size] as const);
  const sizes = new Map<string, PictureSize>([...ofLibrary, ...ofFolder]);
  return (reference) => sizes.get(reference) ?? null;
}
