import { zipSync } from 'fflate';
import type { AttachmentView } from '../../../src/contract/attachment';
import { errorKinds, type Reply } from '../../../src/contract/errors';
import { listen, type Listening } from '../../../server/entries/http-server';
import { diskFiles } from '../../../server/files/disk';
import { filesFolder, upload, type UploadOptions } from '../../support/samples/attached';
import { textLike } from '../../support/matchers';
import { refusedUnchanged } from '../../support/refused';
import { jpeg, pdf, png, POSITION, program, webp } from '../../support/samples/sample-files';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';

const HOUR = 3_600_000;
const MEGABYTE = 1024 * 1024;

let server: TestServer;
let firm: TestCaller;
let folder: ReturnType<typeof filesFolder>;

beforeAll(async () => {
  folder = filesFolder();
  server = await startTestServer({ configuration: { files: { kind: 'disk', folder: folder.path } } });
});
afterAll(async () => {
  await server.close();
  folder.remove();
});
beforeEach(async () => {
  firm = await server.asGuest();
});

const send = (bytes: Buffer, options: UploadOptions = {}) => upload(server.fetch, bytes, { token: firm.token, ...options });
const rows = () => server.db.selectFrom('attachment').selectAll().where('personId', '=', firm.person.id).execute();

/** Refuses, and neither a row nor a byte is there afterwards. */
async function refused(code: keyof typeof errorKinds, sending: () => Promise<Reply<unknown>>): Promise<{ message: string; file: string | undefined }> {
  let file: string | undefined;
  const before = folder.names();
  const message = await refusedUnchanged(server, code, async () => {
    const reply = await sending();
    file = errorOf(reply).fields?.file;
    return reply;
  });
  expect(folder.names()).toEqual(before);
  return { message, file };
}

describe('an upload', () => {
  test.each<[string, Buffer, Pick<AttachmentView, 'name' | 'mediaType'>]>([
    ['车间.JPG', jpeg(), { name: '车间.JPG', mediaType: 'image/jpeg' }],
    ['C:\\照片\\标签.png', png(), { name: '标签.png', mediaType: 'image/png' }],
    ['包装', webp(), { name: '包装.webp', mediaType: 'image/webp' }],
    ['检测报告.pdf', pdf(), { name: '检测报告.pdf', mediaType: 'application/pdf' }],
    ['../../etc/报告\u202efdp.exe', pdf(), { name: '报告fdp.exe.pdf', mediaType: 'application/pdf' }],
    [`${'长'.repeat(200)}.jpeg`, jpeg(), { name: `${'长'.repeat(75)}.jpeg`, mediaType: 'image/jpeg' }],
    ['...', jpeg(), { name: '照片.jpg', mediaType: 'image/jpeg' }],
  ])('called %j is kept under a tidy name, with the type that it has', async (name, bytes, expected) => {
    expect(dataOf(await send(bytes, { name }))).toMatchObject(expected);
  });

  test('takes its name from the part beside it, for WeChat calls every file by a temporary one', async () => {
    const form = new FormData();
    form.append('name', '合同.jpg');
    form.append('file', new File([Uint8Array.from(jpeg())], 'tmp_1a2b.jpg'));
    const response = await server.fetch('/files', { method: 'POST', body: form, headers: { Authorization: `Bearer ${firm.token}`, 'Idempotency-Key': 'a-key-of-its-own' } });
    expect(dataOf((await response.json()) as Reply<AttachmentView>).name).toBe('合同.jpg');
  });

  test('lies on the disk without its position, once, and nothing waits to be removed', async () => {
    const { byteLength, url } = dataOf(await send(jpeg()));
    const [row] = await rows();
    expect(folder.names().filter((name) => name === row?.storageKey)).toHaveLength(1);
    const kept = await (await server.fetch(url)).arrayBuffer();
    expect(Buffer.from(kept).includes(POSITION)).toBe(false);
    expect(kept.byteLength).toBe(byteLength);
    expect(await server.db.selectFrom('fileRemoval').selectAll().execute()).toEqual([]);
  });

  test('sent again with its key is the same attachment, one after the other and at once', async () => {
    const key = 'the-same-file-again';
    const first = dataOf(await send(jpeg(), { key }));
    expect(dataOf(await send(jpeg(), { key }))).toEqual(first);
    const others = await Promise.all([1, 2, 3].map(() => send(png(), { key: 'another-file' })));
    expect(new Set(others.map((reply) => dataOf(reply).id)).size).toBe(1);
    expect(await rows()).toHaveLength(2);
    // What the parallel ones wrote beside it goes with the next housekeeping.
    server.clock.advance(2 * HOUR);
    await server.application.keepHouse();
    const keys = (await rows()).map(({ storageKey }) => storageKey);
    expect(keys.every((name) => folder.names().includes(name))).toBe(true);
    expect(await server.db.selectFrom('fileRemoval').selectAll().execute()).toEqual([]);
  });

  test('of another file with a used key is refused', async () => {
    await send(jpeg(), { key: 'a-used-key' });
    await refused('key_reused', () => send(png(), { key: 'a-used-key' }));
  });

  test('with another person’s key is one’s own', async () => {
    const citizen = await server.as('citizen');
    const [mine, theirs] = [dataOf(await send(jpeg(), { key: 'common-key' })), dataOf(await send(jpeg(), { key: 'common-key', token: citizen.token }))];
    expect(mine.id).not.toBe(theirs.id);
  });
});

describe('refused with its reason, and nothing is kept:', () => {
  const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(50 * MEGABYTE) }));

  test.each<[string, Buffer, string, RegExp]>([
    ['a program called .jpg', program(), 'photo.jpg', /不是照片，也不是 PDF/],
    ['a zip bomb of an .xlsx called .pdf', bomb, 'report.pdf', /不是照片，也不是 PDF/],
    ['a zip bomb of an .xlsx called .jpg', bomb, 'photo.jpg', /不是照片，也不是 PDF/],
    ['a page called .pdf', Buffer.from('<html><script>alert(1)</script></html>'), 'report.pdf', /不是照片，也不是 PDF/],
    ['a PNG with a program behind it', png({ tail: program() }), 'photo.png', /不完整或已损坏/],
    ['a picture that unpacks to 40 GB', png({ width: 100_000, height: 100_000 }), 'photo.png', /5000 万像素/],
    ['an empty file', Buffer.alloc(0), 'photo.jpg', /空的/],
  ])('%s', async (_, bytes, name, expected) => {
    expect((await refused('invalid_input', () => send(bytes, { name }))).file).toMatch(expected);
  });

  test('a photo of more than 10 MB', async () => {
    const { message } = await refused('too_large', () => send(jpeg({ tail: Buffer.alloc(10 * MEGABYTE) })));
    expect(message).toBe('单个文件不能超过 10 MB，请压缩后再传。');
    await refused('too_large', () => send(jpeg({ tail: Buffer.alloc(20 * MEGABYTE) })));
    const most = jpeg({ tail: Buffer.alloc(10 * MEGABYTE - jpeg().length) });
    expect((await send(most)).ok).toBe(true);
  });

  test.each<[string, keyof typeof errorKinds, UploadOptions]>([
    ['nobody', 'not_signed_in', { token: undefined }],
    ['an unknown session', 'session_expired', { token: 'A'.repeat(43) }],
    ['no key', 'key_required', { key: null }],
    ['a short key', 'key_required', { key: 'short' }],
  ])('%s', async (_, code, options) => {
    await refused(code, () => send(jpeg(), options));
  });

  test.each<[string, BodyInit, Record<string, string>]>([
    ['JSON', '{}', { 'Content-Type': 'application/json' }],
    ['nothing', '', {}],
    ['a form that breaks off', '--x\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\nabc', { 'Content-Type': 'multipart/form-data; boundary=x' }],
    ['a form with a text for a file', '--x\r\nContent-Disposition: form-data; name="file"\r\n\r\nabc\r\n--x--\r\n', { 'Content-Type': 'multipart/form-data; boundary=x' }],
  ])('%s', async (_, body, headers) => {
    const { file } = await refused('invalid_input', async () => {
      const response = await server.fetch('/files', { method: 'POST', body, headers: { ...headers, Authorization: `Bearer ${firm.token}`, 'Idempotency-Key': 'some-new-key' } });
      expect(response.status).toBe(422);
      return (await response.json()) as Reply<unknown>;
    });
    expect(file).toBe('没有收到文件，请重新选择。');
  });

  test('the 61st file of a day that is attached to nothing; a day later there is room again', async () => {
    await send(jpeg());
    const [row] = await rows();
    if (!row) throw new Error('Not kept.');
    const copy = (index: number) => ({ ...row, id: `00000000-0000-4000-8000-0000000000${index + 10}`, uploadKey: `copy-${index}`, storageKey: `copy-${index}` });
    await server.db.insertInto('attachment').values(Array.from({ length: 59 }, (_one, index) => copy(index))).execute();
    const { message } = await refused('too_many_tries', () => send(png()));
    expect(message).toMatch(/请先提交已上传的内容，或明天再传/);
    server.clock.advance(24 * HOUR);
    expect((await send(png())).ok).toBe(true);
  });

  test('more than 200 MB a day', async () => {
    await send(jpeg());
    await server.db.updateTable('attachment').set({ byteLength: 200 * MEGABYTE }).execute();
    await refused('too_many_tries', () => send(png()));
  });
});

describe('where files cannot be kept', () => {
  test('at all, uploads are refused in kind words', async () => {
    const nowhere = await startTestServer({ files: null });
    const { token } = await nowhere.asGuest();
    expect(errorOf(await upload(nowhere.fetch, jpeg(), { token }))).toMatchObject({ code: 'unavailable', message: textLike(/先用文字说明/) });
    await nowhere.close();
  });

  test('for the moment, the person is told to come back, and a retry succeeds', async () => {
    let full = true;
    const disk = diskFiles(folder.path);
    const troubled = await startTestServer({ files: { ...disk, put: (...file) => (full ? Promise.reject(new Error('no space left')) : disk.put(...file)) } });
    const options = { token: (await troubled.asGuest()).token, key: 'tried-again' };
    expect(errorOf(await upload(troubled.fetch, jpeg(), options))).toEqual({ code: 'unavailable', message: '文件暂时没有存上，请稍后再传。' });
    expect(troubled.failures.splice(0).join()).toMatch(/a file could not be written: .*no space left/);
    expect(await troubled.db.selectFrom('attachment').selectAll().execute()).toEqual([]);
    full = false;
    expect((await upload(troubled.fetch, jpeg(), options)).ok).toBe(true);
    await troubled.close();
  });
});

describe('over a real connection', () => {
  let listening: Listening;
  const overNetwork: TestServer['fetch'] = (input, init) => fetch(new URL(input as string, `http://127.0.0.1:${listening.port}`), init);

  beforeEach(async () => {
    listening = await listen((request) => server.fetch(request), { port: 0, host: '127.0.0.1' });
  });
  afterEach(() => listening.stop());

  test('9 MB arrive whole', async () => {
    const photo = jpeg({ tail: Buffer.alloc(9 * MEGABYTE) });
    expect((await upload(overNetwork, photo, { token: firm.token })).ok).toBe(true);
  });

  test('20 MB are refused with words, whether their length is told before or not', async () => {
    const bytes = jpeg({ tail: Buffer.alloc(20 * MEGABYTE) });
    expect(errorOf(await upload(overNetwork, bytes, { token: firm.token })).code).toBe('too_large');
    const parts = new ReadableStream<Uint8Array>({
      start: (controller) => {
        for (let at = 0; at < bytes.length; at += MEGABYTE) controller.enqueue(Uint8Array.from(bytes.subarray(at, at + MEGABYTE)));
        controller.close();
      },
    });
    const init = { method: 'POST', body: parts, duplex: 'half', headers: { Authorization: `Bearer ${firm.token}`, 'Content-Type': 'multipart/form-data; boundary=x' } };
    const response = await overNetwork('/files', init);
    expect(response.status).toBe(413);
  });
});
