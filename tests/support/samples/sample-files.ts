import { crc32, deflateSync } from 'node:zlib';

// Files of real bytes, each as small as its format allows, with what a phone writes into them.

/** Where the pictures were taken, as it stands in their bytes: 39° 5', 117° 12'. */
export const POSITION = Buffer.from([0, 0, 0, 39, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0, 1]);
export const MAKER = 'Sample Phone';
/** Of the colour profile; it has to stay. */
export const PROFILE = 'sample colour profile';

/** TIFF as cameras write it: maker, orientation, and a directory of its own with the position. */
export function exif(orientation: number): Buffer {
  const u16 = (...values: number[]) => Buffer.from(values.flatMap((value) => [value >> 8, value & 0xff]));
  const u32 = (value: number) => u16(value >>> 16, value & 0xffff);
  const entry = (tag: number, type: number, count: number, value: Buffer) => Buffer.concat([u16(tag, type), u32(count), value]);
  const directory = 8;
  const gps = directory + 2 + 3 * 12 + 4;
  const positionAt = gps + 2 + 12 + 4;
  const makerAt = positionAt + POSITION.length;
  return Buffer.concat([
    Buffer.from('MM\0*', 'latin1'),
    u32(directory),
    u16(3),
    entry(0x010f, 2, MAKER.length, u32(makerAt)),
    entry(0x0112, 3, 1, u16(orientation, 0)),
    entry(0x8825, 4, 1, u32(gps)),
    u32(0),
    u16(1),
    entry(0x0002, 5, 2, u32(positionAt)),
    u32(0),
    POSITION,
    Buffer.from(MAKER),
  ]);
}

const segment = (marker: number, content: Buffer | string): Buffer => {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 0xff]), bytes]);
};

export interface PhotoOptions {
  readonly orientation?: number;
  readonly width?: number;
  readonly height?: number;
  /** Behind the picture's end. */
  readonly tail?: Buffer;
}

/** A grey square with the metadata of a phone's photo. */
export const jpeg = ({ orientation = 6, width = 8, height = 8, tail = Buffer.alloc(0) }: PhotoOptions = {}): Buffer =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0', 'latin1')),
    segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation)])),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<exif:GPSLatitude>39,5N</exif:GPSLatitude>`),
    segment(0xe2, `ICC_PROFILE\0\u0001\u0001${PROFILE}`),
    segment(0xed, 'Photoshop 3.0\u00008BIM Tianjin'),
    segment(0xfe, 'taken in Tianjin'),
    segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
    segment(0xc0, Buffer.from([8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0])),
    // One code of one bit in each table: no difference, end of block.
    segment(0xc4, Buffer.from([0x00, 1, ...Array<number>(15).fill(0), 0])),
    segment(0xc4, Buffer.from([0x10, 1, ...Array<number>(15).fill(0), 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f]),
    Buffer.from([0xff, 0xd9]),
    tail,
  ]);

const chunk = (type: string, content: Buffer | string): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(content)]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(body.length - 4, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
};

/** One black point, whatever size the header claims. */
export function png({ width = 1, height = 1, tail = Buffer.alloc(0) }: PhotoOptions = {}): Buffer {
  const header = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0]);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('iCCP', Buffer.concat([Buffer.from(`${PROFILE}\0\0`, 'latin1'), deflateSync(Buffer.from('profile'))])),
    chunk('eXIf', exif(1)),
    chunk('tEXt', 'Location\0Tianjin'),
    chunk('iTXt', 'XML:com.adobe.xmp\0\0\0\0\0GPSLatitude'),
    chunk('tIME', Buffer.from([7, 225, 9, 7, 9, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.from([0, 0]))),
    chunk('IEND', ''),
    tail,
  ]);
}

const riffChunk = (type: string, content: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(content.length);
  return Buffer.concat([Buffer.from(type, 'latin1'), length, content, Buffer.alloc(content.length % 2)]);
};

const POINT = Buffer.from([0x2f, 0, 0, 0, 0x10, 0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0xfe, 0x07]);

/** One point, with every chunk that the format has for metadata. */
export function webp({ orientation = 6, width = 1, height = 1, tail = Buffer.alloc(0) }: PhotoOptions = {}): Buffer {
  const header = Buffer.alloc(10);
  header[0] = 0x20 | 0x08 | 0x04;
  header.writeUIntLE(width - 1, 4, 3);
  header.writeUIntLE(height - 1, 7, 3);
  const chunks = Buffer.concat([
    riffChunk('VP8X', header),
    riffChunk('ICCP', Buffer.from(PROFILE)),
    riffChunk('VP8L', POINT),
    riffChunk('EXIF', exif(orientation)),
    riffChunk('XMP ', Buffer.from('<exif:GPSLatitude>39,5N</exif:GPSLatitude>')),
    riffChunk('note', Buffer.from('Tianjin')),
  ]);
  const whole = Buffer.concat([Buffer.from('RIFF    WEBP', 'latin1'), chunks]);
  whole.writeUInt32LE(whole.length - 8, 4);
  return Buffer.concat([whole, tail]);
}

/** One empty page. */
export function pdf({ tail = '' }: { readonly tail?: string } = {}): Buffer {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 72 72] >>'];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 4\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size 4 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text + tail, 'latin1');
}

/** The start of a program for Windows. */
export const program = (): Buffer => Buffer.concat([Buffer.from('MZ\u0090\0\u0003\0\0\0', 'latin1'), Buffer.alloc(56), Buffer.from('This program cannot be run in DOS mode.')]);
