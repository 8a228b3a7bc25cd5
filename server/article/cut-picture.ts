import type { Sharp } from 'sharp';
import { pictureWidths } from '../../src/contract/newsroom/picture';

/** One size of a picture, as JPEG: every phone that we serve draws it. */
export interface CutSize {
  readonly width: number;
  readonly bytes: Buffer;
}

export interface CutPicture {
  /** Of the original, the right way up. */
  readonly width: number;
  readonly height: number;
  readonly sizes: readonly CutSize[];
}

/** At four bytes a pixel this is 200 MB while it is unpacked. */
const MOST_PIXELS = 50_000_000;
/** Beyond it a picture is a banner or a very long screenshot, which no screen shows. */
const MOST_UNEQUAL = 5;
const QUALITY = 80;

const refused = (problem: string): { readonly problem: string } => ({ problem });
const BROKEN = '这张图片不完整或已损坏，请换一张。';

/**
 * Cuts a picture to the widths of phones, the right way up, on white where it was transparent, without anything that tells
 * where and by whom it was taken. Its header is looked at before anything is unpacked.
 *
 * @returns why it may not be in the library, in words for the editor, if it may not
 */
export async function cutPicture(bytes: Uint8Array): Promise<CutPicture | { readonly problem: string }> {
  // Its native library is loaded by whoever cuts pictures, and by nobody else.
  const { default: sharp } = await import('sharp');
  const open = (): Sharp => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' });
  let size: { readonly width: number; readonly height: number };
  try {
    const { width, height, format, pages = 1, autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width === 0 || height === 0) return refused(BROKEN);
    if (!['jpeg', 'png', 'webp'].includes(format)) return refused('图片库只收 JPG、PNG 和 WebP 图片。');
    if (pages > 1) return refused('图片库不收动图，请换一张静止的图片。');
    if (width * height > MOST_PIXELS) return refused(`这张图片有 ${width}×${height} 像素，太大了。请缩小到 5000 万像素以内（如 8000×6000）再传。`);
    if (Math.max(width, height) > MOST_UNEQUAL * Math.min(width, height)) return refused('这张图片太长或太宽，手机上看不清。请裁成长宽相差不到 5 倍的图片。');
    size = { width: autoOrient.width, height: autoOrient.height };
    const widths = [...pictureWidths.filter((each) => each < size.width), ...(size.width <= Math.max(...pictureWidths) ? [size.width] : [])];
    const sizes: CutSize[] = [];
    // One after the other: each unpacks the whole picture.
    for (const each of widths) sizes.push({ width: each, bytes: await open().autoOrient().resize({ width: each }).flatten({ background: '#ffffff' }).jpeg({ quality: QUALITY, mozjpeg: true }).toBuffer() });
    return { ...size, sizes };
  } catch {
    return refused(BROKEN);
  }
}
