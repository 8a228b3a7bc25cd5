import sharp from 'sharp';
import { cutPicture, type CutPicture } from '../../../server/article/cut-picture';
import { moving, phonePhoto, photo, transparent } from '../../support/samples/photo';
import { jpeg, MAKER, pdf, png, POSITION, program } from '../../support/samples/sample-files';

async function cut(bytes: Uint8Array): Promise<CutPicture> {
  const result = await cutPicture(bytes);
  if ('problem' in result) throw new Error(result.problem);
  return result;
}

describe('a picture', () => {
  test.each([
    [2000, [375, 750, 1125]],
    [1125, [375, 750, 1125]],
    [1000, [375, 750, 1000]],
    [376, [375, 376]],
    [375, [375]],
    [200, [200]],
  ])('%i wide is cut to %j', async (width, widths) => {
    const { sizes } = await cut(await photo({ width, height: 2 * width }));
    expect(sizes.map((size) => size.width)).toEqual(widths);
    const drawn = await Promise.all(sizes.map(({ bytes }) => sharp(bytes).metadata()));
    expect(drawn.map(({ format, width: wide }) => [format, wide])).toEqual(widths.map((each) => ['jpeg', each]));
    for (const { width: wide, height } of drawn) expect(Math.abs(height - 2 * wide)).toBeLessThanOrEqual(1);
  });

  test('stands the right way up and says nothing of where it was taken', async () => {
    const bytes = await phonePhoto({ width: 1200, height: 800 });
    expect([bytes.includes(MAKER), bytes.includes(POSITION)]).toEqual([true, true]);
    const { width, height, sizes } = await cut(bytes);
    expect([width, height]).toEqual([800, 1200]);
    for (const { bytes: kept } of sizes) {
      const { exif, xmp, iptc, orientation, width: wide, height: high } = await sharp(kept).metadata();
      expect([exif, xmp, iptc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
      expect(high).toBeGreaterThan(wide);
      expect([kept.includes(MAKER), kept.includes(POSITION)]).toEqual([false, false]);
    }
  });

  test('is white where one could see through it', async () => {
    const [size] = (await cut(await transparent())).sizes;
    const { data } = await sharp(size?.bytes).raw().toBuffer({ resolveWithObject: true });
    expect([...data.subarray(0, 3)]).toEqual([255, 255, 255]);
  });
});

describe('what is refused', () => {
  test.each<[string, () => Buffer | Promise<Buffer>, RegExp]>([
    ['20,000 × 20,000 points, by the header alone', () => png({ width: 20_000, height: 20_000 }), /20000×20000 像素，太大了。请缩小到 5000 万像素以内/],
    ['the same as JPEG', () => jpeg({ width: 20_000, height: 20_000 }), /5000 万像素/],
    ['no width', () => png({ width: 0, height: 5 }), /不完整或已损坏/],
    ['nothing', () => Buffer.alloc(0), /不完整或已损坏/],
    ['half a picture', async () => (await photo()).subarray(0, 2000), /不完整或已损坏/],
    ['a header without its points', () => png({ width: 400, height: 300 }), /不完整或已损坏/],
    ['a moving picture', moving, /不收动图/],
    ['a drawing with a script', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'), /只收 JPG、PNG 和 WebP/],
    ['another format', () => sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } }).gif().toBuffer(), /只收 JPG、PNG 和 WebP/],
    ['a PDF', () => pdf(), /./],
    ['a program', () => program(), /不完整或已损坏/],
    ['a very long screenshot', () => photo({ width: 100, height: 501 }), /太长或太宽/],
  ])('%s', async (_, bytes, problem) => {
    expect(await cutPicture(await bytes())).toEqual({ problem: expect.stringMatching(problem) as string });
  });
});
