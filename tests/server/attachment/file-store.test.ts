import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskFiles } from '../../../server/files/disk';
import type { FileStore } from '../../../server/files/file-store';
import { s3Files } from '../../../server/files/s3';
import { startS3Server, type S3Server } from '../../support/s3-server';

let folder: string;
let s3: S3Server;

beforeAll(async () => {
  s3 = await startS3Server();
});
afterAll(() => s3.close());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterEach(async () => {
  s3.next.length = 0;
  await rm(folder, { recursive: true });
});

const KEY = '3b241101-e2bb-4255-8caf-4136c566a962';
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe.each<[string, () => FileStore]>([
  ['a disk', () => diskFiles(join(folder, 'made', 'later'))],
  ['an object storage', () => s3Files(s3.settings)],
])('files on %s', (_, open) => {
  test('are given back as they were written', async () => {
    const files = open();
    const megabyte = new Uint8Array(1024 * 1024).map((_byte, index) => index % 251);
    await files.put(KEY, megabyte, 'image/jpeg');
    expect(Buffer.compare((await files.get(KEY)) ?? Buffer.alloc(0), megabyte)).toBe(0);
  });

  test('may be written again, and are there once', async () => {
    const files = open();
    await files.put(KEY, bytes('cut off'), 'image/jpeg');
    await files.put(KEY, bytes('whole'), 'image/jpeg');
    expect(Buffer.from((await files.get(KEY)) ?? []).toString()).toBe('whole');
    await files.delete(KEY);
    expect(await files.get(KEY)).toBeNull();
  });

  test('that are not there are null, and may be deleted', async () => {
    const files = open();
    expect(await files.get('00000000-0000-4000-8000-000000000000')).toBeNull();
    await files.delete('00000000-0000-4000-8000-000000000000');
  });

  test('do not get into each other’s way', async () => {
    const files = open();
    const keys = Array.from({ length: 20 }, (_one, index) => `3b241101-e2bb-4255-8caf-0000000000${String(index).padStart(2, '0')}`);
    await Promise.all(keys.map((key) => files.put(key, bytes(key), 'application/pdf')));
    const found = await Promise.all(keys.map((key) => files.get(key)));
    expect(found.map((one) => Buffer.from(one ?? []).toString())).toEqual(keys);
  });
});

describe('a disk', () => {
  test.each(['', '..', '../../etc/passwd', 'a/b', 'A', '.hidden-file', 'key\0'])('takes %j for no key', async (key) => {
    await expect(async () => diskFiles(folder).put(key, bytes('x'), 'image/png')).rejects.toThrow('Not a key');
    expect(await readdir(folder)).toEqual([]);
  });

  test('deletes what a crash has left half-written', async () => {
    const files = diskFiles(folder);
    await files.put(KEY, bytes('x'), 'image/png');
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(folder, KEY.slice(0, 2), `${KEY}.part`), 'half');
    await files.delete(KEY);
    expect(await readdir(join(folder, KEY.slice(0, 2)))).toEqual([]);
  });
});

describe('an object storage', () => {
  test('keeps the type beside the bytes, under the bucket', async () => {
    await s3Files(s3.settings).put(KEY, bytes('x'), 'image/webp');
    expect(s3.objects.get(`quality-files/${KEY}`)).toEqual({ bytes: Buffer.from('x'), mediaType: 'image/webp' });
  });

  test.each<[string, Partial<S3Server['settings']>, RegExp]>([
    ['another secret', { secretAccessKey: 'wrong' }, /403.*SignatureDoesNotMatch/],
    ['another key', { accessKeyId: 'AKIDOTHER' }, /403.*InvalidAccessKeyId/],
    ['another region', { region: 'us-east-1' }, /403.*AuthorizationHeaderMalformed/],
    ['a bucket that does not exist', { bucket: 'other-files' }, /404.*NoSuchBucket/],
  ])('with %s fails at every call and keeps nothing', async (_, changes, expected) => {
    const before = s3.objects.size;
    const files = s3Files({ ...s3.settings, ...changes });
    await expect(files.put(KEY, bytes('x'), 'image/png')).rejects.toThrow(expected);
    await expect(files.get(KEY)).rejects.toThrow(expected);
    await expect(files.delete(KEY)).rejects.toThrow(expected);
    expect(s3.objects.size).toBe(before);
  });

  test('that is busy is asked again, three times in all', async () => {
    s3.next.push({ status: 503, body: 'SlowDown' }, { status: 500 });
    await s3Files(s3.settings).put(KEY, bytes('after all'), 'image/png');
    expect(s3.objects.get(`quality-files/${KEY}`)?.bytes.toString()).toBe('after all');
    const before = s3.asked();
    s3.next.push({ status: 503 }, { status: 503 }, { status: 503, body: '<Code>SlowDown</Code>' });
    await expect(s3Files(s3.settings).get(KEY)).rejects.toThrow(/503.*SlowDown/);
    expect(s3.asked() - before).toBe(3);
  });

  test('that never answers is given up', async () => {
    s3.next.push('silence');
    await expect(s3Files({ ...s3.settings, timeoutMs: 100 }).put(KEY, bytes('x'), 'image/png')).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  test('that is gone fails', async () => {
    const gone = await startS3Server();
    await gone.close();
    await expect(s3Files(gone.settings).get(KEY)).rejects.toThrow('fetch failed');
  });

  test('names the bucket before the host unless it is told to put it into the path', async () => {
    const files = s3Files({ ...s3.settings, pathStyle: false, endpoint: 'http://localhost.invalid' });
    await expect(files.get(KEY)).rejects.toMatchObject({ cause: { hostname: 'quality-files.localhost.invalid' } });
  });
});
