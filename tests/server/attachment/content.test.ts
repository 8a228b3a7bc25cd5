import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { inspect } from '../../../server/attachment/content/inspect';
import { orientationOf } from '../../../server/attachment/content/exif-orientation';
import { exif, jpeg, MAKER, pdf, png, POSITION, PROFILE, program, webp } from '../../support/samples/sample-files';

const cleaned = (bytes: Buffer) => {
  const result = inspect(bytes);
  if ('problem' in result) throw new Error(result.problem);
  return result;
};
const problemOf = (bytes: Buffer): string | null => {
  const result = inspect(bytes);
  return 'problem' in result ? result.problem : null;
};

describe('the type of a file', () => {
  test.each([
    ['image/jpeg', jpeg()],
    ['image/png', png()],
    ['image/webp', webp()],
    ['application/pdf', pdf()],
  ])('is told by its content: %s', (mediaType, bytes) => {
    expect(cleaned(bytes).mediaType).toBe(mediaType);
  });

  const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(20 * 1024 * 1024) }));
  test.each<[string, Buffer, RegExp]>([
    ['a program', program(), /不是照片，也不是 PDF/],
    ['a zip bomb of an .xlsx', bomb, /不是照片，也不是 PDF/],
    ['a packed file', gzipSync('x'), /不是照片，也不是 PDF/],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), /不是照片，也不是 PDF/],
    ['a drawing', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), /不是照片，也不是 PDF/],
    ['a moving picture of an old kind', Buffer.from('GIF89a\u0001\0\u0001\0\0\0\0;'), /不是照片，也不是 PDF/],
    ['a phone’s own format', Buffer.from('\0\0\0\u0018ftypheic\0\0\0\0'), /JPG、PNG、WebP 照片和 PDF/],
    ['a text that only begins like a PDF', Buffer.from('%PDF-1.4\n<script>alert(1)</script>'), /PDF 不完整/],
    ['a PDF behind something else', Buffer.concat([Buffer.from('<html>'), pdf()]), /不是照片，也不是 PDF/],
    ['a PDF with something behind it', pdf({ tail: '<script>alert(1)</script>' }), /PDF 不完整/],
    ['a PDF that breaks off', pdf().subarray(0, -20), /PDF 不完整/],
    ['a JPEG of nothing but a beginning', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), /照片不完整/],
    ['a program behind the first bytes of a JPEG', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), program()]), /照片不完整/],
    ['a PNG with a zip behind it', png({ tail: bomb }), /照片不完整/],
    ['a WebP with a zip behind it', webp({ tail: bomb }), /照片不完整/],
    ['nothing', Buffer.alloc(0), /是空的/],
  ])('refuses %s', (_, bytes, expected) => {
    expect(problemOf(bytes)).toMatch(expected);
  });

  test.each([
    ['JPEG', jpeg({ width: 8000, height: 6251 })],
    ['PNG', png({ width: 100_000, height: 100_000 })],
    ['WebP', webp({ width: 16_000, height: 16_000 })],
  ])('refuses a %s whose header says more than 50 million points', (_, bytes) => {
    expect(problemOf(bytes)).toMatch(/5000 万像素/);
  });

  test('lets 50 million points through', () => {
    expect(problemOf(jpeg({ width: 8000, height: 6250 }))).toBeNull();
  });

  test.each([
    ['JPEG', jpeg()],
    ['PNG', png()],
    ['WebP', webp()],
    ['PDF', pdf().subarray(0, -1)],
  ])('refuses a %s cut off anywhere', (_, bytes) => {
    for (let length = 1; length < bytes.length; length += 1) expect(problemOf(bytes.subarray(0, length))).not.toBeNull();
  });

  test.each([
    ['JPEG', jpeg()],
    ['PNG', png()],
    ['WebP', webp()],
  ])('takes or refuses a damaged %s, and breaks at none', (_, whole) => {
    for (let at = 0; at < whole.length; at += 1) {
      for (const value of [0x00, 0xff]) {
        const bytes = Buffer.from(whole);
        bytes[at] = value;
        expect(() => inspect(bytes)).not.toThrow();
      }
    }
  });
});

describe('what a picture tells about its maker', () => {
  test.each([
    ['JPEG', jpeg()],
    ['PNG', png()],
    ['WebP', webp()],
  ])('is removed from a %s: position, device, texts', (_, bytes) => {
    const kept = cleaned(bytes).bytes;
    for (const told of [POSITION, MAKER, 'GPSLatitude', 'Tianjin']) {
      expect(bytes.includes(told)).toBe(true);
      expect(kept.includes(told)).toBe(false);
    }
  });

  test.each([
    ['JPEG', jpeg()],
    ['PNG', png()],
    ['WebP', webp()],
  ])('leaves a %s its colours, and changes nothing the second time', (_, bytes) => {
    const kept = cleaned(bytes).bytes;
    expect(kept.includes(PROFILE)).toBe(true);
    expect(cleaned(kept).bytes.equals(kept)).toBe(true);
  });

  const exifOf = (bytes: Buffer): Buffer => bytes.subarray(bytes.indexOf('MM\0*'));
  test.each([2, 3, 4, 5, 6, 7, 8])('leaves how it is to be turned: %i', (orientation) => {
    expect(orientationOf(exifOf(cleaned(jpeg({ orientation })).bytes))).toBe(orientation);
    expect(orientationOf(exifOf(cleaned(webp({ orientation })).bytes))).toBe(orientation);
  });

  test('leaves nothing where it lies as it is to be seen', () => {
    for (const orientation of [0, 1, 9]) {
      expect(cleaned(jpeg({ orientation })).bytes.includes('Exif')).toBe(false);
      expect(cleaned(webp({ orientation })).bytes.includes('EXIF')).toBe(false);
    }
  });

  test('goes with the second picture that a phone writes behind the first', () => {
    const plain = cleaned(jpeg()).bytes;
    expect(cleaned(jpeg({ tail: jpeg() })).bytes.equals(plain)).toBe(true);
    expect(cleaned(jpeg({ tail: program() })).bytes.equals(plain)).toBe(true);
  });

  test('is read in either byte order, and not beyond the block', () => {
    const little = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0]);
    expect(orientationOf(little)).toBe(8);
    const whole = exif(6);
    for (let length = 0; length < whole.length; length += 1) expect([null, 6]).toContain(orientationOf(whole.subarray(0, length)));
    expect(orientationOf(Buffer.from('MM\0*\u00ff\u00ff\u00ff\u00ff', 'latin1'))).toBeNull();
  });

  test('stays in a PDF, which is kept as it is', () => {
    expect(cleaned(pdf()).bytes.equals(pdf())).toBe(true);
  });
});
