import { orientationOf, orientationOnly } from './exif-orientation';
import type { CleanPictureIn } from './picture';

// RFC 9649: RIFF chunks of a name, a little-endian length and content that is padded to an even length.
const KEPT = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const FLAGS = { exif: 0x08, xmp: 0x04 } as const;

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Keeps what drawing needs and how the picture is to be turned. Refuses anything behind the end. */
export const cleanWebp: CleanPictureIn = (bytes) => {
  if (bytes.length < 20 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP') return null;
  if (bytes.readUInt32LE(4) + 8 !== bytes.length) return null;
  const kept: { readonly type: string; readonly content: Buffer }[] = [];
  const sizes: Size[] = [];
  let orientation: number | null = null;
  for (let at = 12; at < bytes.length; ) {
    if (at + 8 > bytes.length) return null;
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (content.length < length) return null;
    if (type in sizeIn) {
      const size = sizeIn[type as keyof typeof sizeIn](content);
      if (size === null) return null;
      sizes.push(size);
    }
    if (type === 'EXIF') orientation ??= orientationOf(withoutPrefix(content));
    if (KEPT.has(type)) kept.push({ type, content });
    at += 8 + length + (length % 2);
  }
  const [first] = kept;
  if (first === undefined || sizes.length === 0) return null;
  const extended = first.type === 'VP8X';
  // A picture without the extended header has no room for Exif.
  const turned = extended && orientation !== null ? [{ type: 'EXIF', content: orientationOnly(orientation) }] : [];
  const chunks = [...(extended ? [{ type: 'VP8X', content: reflagged(first.content, turned.length > 0) }, ...kept.slice(1)] : kept), ...turned];
  return { width: Math.max(...sizes.map(({ width }) => width)), height: Math.max(...sizes.map(({ height }) => height)), bytes: riff(chunks) };
};

/** Null where the content is too short or not of its kind. */
const sizeIn = {
  VP8X: (content: Buffer): Size | null => (content.length < 10 ? null : { width: content.readUIntLE(4, 3) + 1, height: content.readUIntLE(7, 3) + 1 }),
  'VP8 ': (content: Buffer): Size | null =>
    content.length < 10 || content.readUIntBE(3, 3) !== 0x9d012a ? null : { width: content.readUInt16LE(6) & 0x3fff, height: content.readUInt16LE(8) & 0x3fff },
  VP8L: (content: Buffer): Size | null => {
    if (content.length < 5 || content[0] !== 0x2f) return null;
    const bits = content.readUInt32LE(1);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  },
} as const;

// Some cameras begin it as in a JPEG.
const withoutPrefix = (exif: Buffer): Buffer => (exif.toString('latin1', 0, 6) === 'Exif\0\0' ? exif.subarray(6) : exif);

function reflagged(header: Buffer, hasExif: boolean): Buffer {
  const copy = Buffer.from(header);
  copy[0] = ((copy[0] ?? 0) & ~(FLAGS.exif | FLAGS.xmp)) | (hasExif ? FLAGS.exif : 0);
  return copy;
}

function riff(chunks: readonly { readonly type: string; readonly content: Buffer }[]): Buffer {
  const body = chunks.flatMap(({ type, content }) => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(content.length);
    return [Buffer.from(type, 'latin1'), length, content, Buffer.alloc(content.length % 2)];
  });
  const whole = Buffer.concat([Buffer.from('RIFF    WEBP', 'latin1'), ...body]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return whole;
}
