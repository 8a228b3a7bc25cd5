import type { Block } from '../../src/contract/article';
import type { Cover } from '../../src/contract/newsroom/content';
import type { PictureWidth } from '../../src/contract/newsroom/picture';
import { LIBRARY_PICTURE, MEDIA_PICTURE } from './picture-reference';

/** Where a picture can be had by everybody, by the name that a text gives it (`picture:<uuid>`, `media:<file>`); of the library's the size for a width. */
export type PictureLink = (reference: string, width: PictureWidth) => string;

/** @param bases each without a trailing slash; `files` is empty where every client has them from the origin that it calls */
export const pictureLinks =
  (bases: { readonly media: string; readonly files: string }): PictureLink =>
  (reference, width) => {
    const [, id] = LIBRARY_PICTURE.exec(reference) ?? [];
    if (id !== undefined) return `${bases.files}/pictures/${id}/${width}.jpg`;
    const [, file = ''] = MEDIA_PICTURE.exec(reference) ?? [];
    return `${bases.media}/${file}`;
  };

const IN_TEXT = 750;
const LARGEST = 1125;

/** Blocks as they leave the server: their pictures with addresses in place of names. */
export const linkedBlocks = (blocks: readonly Block[], pictureLink: PictureLink): readonly Block[] =>
  blocks.map((block) => (block.kind === 'picture' ? { ...block, url: pictureLink(block.url, IN_TEXT), full: pictureLink(block.full, LARGEST) } : block));

/** An article's cover as it leaves the server. */
export const linkedCover = (cover: Cover | null, pictureLink: PictureLink): { readonly url: string; readonly alt: string } | null =>
  cover && { url: pictureLink('file' in cover ? `media:${cover.file}` : `picture:${cover.pictureId}`, IN_TEXT), alt: cover.alt };
