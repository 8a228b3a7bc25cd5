import type { AttachmentMediaType } from '../../../src/contract/attachment';
import { attachmentKinds } from '../../../src/contract/attachment';
import { cleanJpeg } from './jpeg';
import { isWholePdf } from './pdf';
import type { CleanPictureIn } from './picture';
import { cleanPng } from './png';
import { cleanWebp } from './webp';

/** What may be kept of a file. */
export interface Inspected {
  readonly mediaType: AttachmentMediaType;
  readonly bytes: Buffer;
  /** Of a picture, in pixels as it lies in the file; null for a PDF. */
  readonly size: { readonly width: number; readonly height: number } | null;
}

/** Whoever opens a picture unpacks it: at four bytes a pixel this is 200 MB. A phone's largest photos have about as many. */
const MOST_PIXELS = 50_000_000;

const pictures: readonly { readonly mediaType: AttachmentMediaType; readonly signature: RegExp; readonly clean: CleanPictureIn }[] = [
  { mediaType: 'image/jpeg', signature: /^\xff\xd8\xff/, clean: cleanJpeg },
  { mediaType: 'image/png', signature: /^\x89PNG\r\n\x1a\n/, clean: cleanPng },
  { mediaType: 'image/webp', signature: /^RIFF[^]{4}WEBP/, clean: cleanWebp },
];
const SIGNATURE_LENGTH = 12;

/**
 * Tells a file's type by its content, whatever it is called, and removes from pictures what tells where and by whom
 * they were taken. Nothing is unpacked.
 *
 * @returns why it may not be kept, in words for the person, if it may not
 */
export function inspect(bytes: Buffer): Inspected | { readonly problem: string } {
  if (bytes.length === 0) return { problem: '这个文件是空的，请重新选择。' };
  const start = bytes.toString('latin1', 0, SIGNATURE_LENGTH);
  if (start.startsWith('%PDF-')) return isWholePdf(bytes) ? { mediaType: 'application/pdf', bytes, size: null } : { problem: '这个 PDF 不完整或已损坏，请重新导出后再传。' };
  const picture = pictures.find(({ signature }) => signature.test(start));
  if (picture === undefined) return { problem: `这个文件不是照片，也不是 PDF。${attachmentKinds}` };
  const clean = picture.clean(bytes);
  if (clean === null) return { problem: '这张照片不完整或已损坏，请换一张再传。' };
  const { width, height } = clean;
  if (width === 0 || height === 0) return { problem: '这张照片不完整或已损坏，请换一张再传。' };
  if (width * height > MOST_PIXELS) return { problem: '照片的尺寸过大，请缩小到 5000 万像素以内再传。' };
  return { mediaType: picture.mediaType, bytes: clean.bytes, size: { width, height } };
}
