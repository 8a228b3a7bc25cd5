import sharp, { type Sharp } from 'sharp';
import { exif } from './sample-files';

export interface Photo {
  readonly width?: number;
  readonly height?: number;
}

const plain = ({ width = 1200, height = 800 }: Photo): Sharp => sharp({ create: { width, height, channels: 3, background: '#2a7a5a' } });

/** A green field that a decoder accepts. */
export const photo = (size: Photo = {}): Promise<Buffer> => plain(size).jpeg().toBuffer();

/** The same as a phone takes it: lying on its side, with where and by whom it was taken. */
export async function phonePhoto(size: Photo = {}): Promise<Buffer> {
  const bytes = await photo(size);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(6)]);
  return Buffer.concat([bytes.subarray(0, 2), Buffer.from([0xff, 0xe1, (content.length + 2) >> 8, (content.length + 2) & 0xff]), content, bytes.subarray(2)]);
}

/** Half of it can be seen through. */
export const transparent = (): Promise<Buffer> => sharp({ create: { width: 40, height: 40, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } }).png().toBuffer();

/** Two pictures, one after the other. */
export async function moving(): Promise<Buffer> {
  const frames = await Promise.all(['#ff0000', '#0000ff'].map((background) => sharp({ create: { width: 20, height: 20, channels: 3, background } }).png().toBuffer()));
  return sharp(frames, { join: { animated: true } }).webp({ delay: [100, 100] }).toBuffer();
}
