import * as v from 'valibot';
import { action } from '../action';
import { contentId, cursor, recordId, text, version } from '../fields';
import { contentLimits } from './content';

/** In pixels: a phone's screen once, twice and three times as dense. A picture has those that are not wider than itself. */
export const pictureWidths = [375, 750, 1125] as const;
export type PictureWidth = (typeof pictureWidths)[number];

export interface PictureView {
  readonly id: string;
  readonly officeId: string;
  readonly officeName: string;
  /** What is on it, for whoever does not see it; a text may say it in other words. */
  readonly alt: string;
  /** Of the original, in pixels, the right way up. */
  readonly width: number;
  readonly height: number;
  /** For a list. */
  readonly url: string;
  /** As large as there is. */
  readonly full: string;
  readonly addedAt: string;
  readonly version: number;
}

export interface PicturePage {
  readonly pictures: readonly PictureView[];
  /** Null on the last page. */
  readonly nextCursor: string | null;
}

const alt = text('文字说明', { max: contentLimits.alt });

export const pictureActions = {
  'picture.add': action<PictureView>()({
    who: 'editor',
    // Cutting a picture to size takes too long for a transaction; the upload says which one it is, so that it is there once.
    effect: 'settled',
    summary: 'Puts an uploaded picture into the library of an office, cut to the widths of phones.',
    input: v.strictObject({ attachmentId: recordId, officeId: contentId('单位'), alt }),
  }),
  'picture.list': action<PicturePage>()({
    who: 'editor',
    effect: 'read',
    summary: 'The pictures of one’s own offices, newest first, ten a page.',
    input: v.strictObject({ officeId: v.optional(contentId('单位')), cursor }),
  }),
  'picture.describe': action<PictureView>()({
    who: 'editor',
    effect: 'change',
    summary: 'Says what is on a picture. Texts that show it already keep the words that they have.',
    input: v.strictObject({ id: recordId, alt, version }),
  }),
  'picture.remove': action<{ readonly id: string }>()({
    who: 'editor',
    effect: 'change',
    summary: 'Removes a picture that no article and no manuscript shows.',
    input: v.strictObject({ id: recordId, version }),
  }),
} as const;
