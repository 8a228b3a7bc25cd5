import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { attachmentViews, bindAttachments, type AttachmentsAt, type Binding } from '../../../server/attachment/attachments';
import { Refusal } from '../../../server/refusal';
import { filesFolder, upload, uploaded } from '../../support/samples/attached';
import { jpeg, pdf, png } from '../../support/samples/sample-files';
import { fileRequest } from '../../support/samples/sample-request';
import { dataOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let server: TestServer;
let firm: TestCaller;
let citizen: TestCaller;
let folder: ReturnType<typeof filesFolder>;
let requestId: string;

beforeAll(async () => {
  folder = filesFolder();
  server = await startTestServer({ configuration: { files: { kind: 'disk', folder: folder.path } } });
});
afterAll(async () => {
  await server.close();
  folder.remove();
});
beforeEach(async () => {
  server.clock.set('2017-09-07T09:00:00+08:00');
  firm = await server.as('firm');
  citizen = await server.as('citizen');
  requestId = (await fileRequest(firm)).id;
});

/** Attaches in a transaction of its own, which a refusal rolls back; null when it was attached. */
async function bind(binding: Partial<Binding> & Pick<Binding, 'ids'>): Promise<Refusal | null> {
  const whole: Binding = { personId: firm.person.id, requestId, place: 'request', most: 9, ...binding };
  try {
    await server.db.transaction().execute(async (trx) => {
      const refusal = await bindAttachments(trx, whole);
      if (refusal) throw refusal as unknown as Error;
    });
    return null;
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal;
    throw refusal;
  }
}

async function refused(binding: Partial<Binding> & Pick<Binding, 'ids'>): Promise<string | undefined> {
  const before = await tableContents(server.db);
  const refusal = await bind(binding);
  expect(refusal?.code).toBe('invalid_input');
  expect(await tableContents(server.db)).toEqual(before);
  return refusal?.fields?.attachments;
}

const views = (): Promise<AttachmentsAt> => attachmentViews(server.db, requestId, (id) => `link ${id}`);
const some = (count: number) => Promise.all(Array.from({ length: count }, () => uploaded(server, firm, png())));

describe('attaching', () => {
  test('shows each file at its place, in the order given, with a link', async () => {
    const ids = [await uploaded(server, firm, pdf()), await uploaded(server, firm, png()), await uploaded(server, firm)];
    const [first = '', second = '', third = ''] = ids;
    const [message, visit] = [randomUUID(), randomUUID()];
    expect(await bind({ ids: [third, first] })).toBeNull();
    expect(await bind({ ids: [second], place: 'message', placeId: message })).toBeNull();
    const at = await views();
    expect(at('request').map(({ id }) => id)).toEqual([third, first]);
    expect(at('request')[1]).toEqual({ id: first, name: 'photo.jpg.pdf', mediaType: 'application/pdf', byteLength: pdf().length, url: `link ${first}` });
    expect(at('message', message).map(({ id }) => id)).toEqual([second]);
    expect([at('message', visit), at('message'), at('visit', message)]).toEqual([[], [], []]);
  });

  test('takes nine in all at one place, and as many at another', async () => {
    expect(await bind({ ids: await some(5) })).toBeNull();
    expect(await bind({ ids: await some(4) })).toBeNull();
    const [one = ''] = await some(1);
    expect(await refused({ ids: [one] })).toBe('附件最多 9 个。');
    expect(await refused({ ids: await some(3), place: 'visit', placeId: randomUUID(), most: 2 })).toBe('附件最多 2 个。');
    expect(await bind({ ids: [one], place: 'message', placeId: randomUUID() })).toBeNull();
    expect((await views())('request')).toHaveLength(9);
  });

  test('of none does nothing', async () => {
    expect(await bind({ ids: [], most: 0 })).toBeNull();
  });

  test('refuses what is not one’s own, is used, named twice or does not exist, and attaches none of the others', async () => {
    const [own = '', used = ''] = await some(2);
    const theirs = await uploaded(server, citizen);
    expect(await bind({ ids: [used] })).toBeNull();
    for (const other of [theirs, used, own, randomUUID()]) expect(await refused({ ids: [own, other] })).toMatch(/已经过期或已经用过/);
    expect(await refused({ ids: [own], personId: citizen.person.id })).toMatch(/已经过期或已经用过/);
    expect(await bind({ ids: [own] })).toBeNull();
  });

  test('at once in two places succeeds in one', async () => {
    const ids = await some(3);
    const other = (await fileRequest(firm)).id;
    const both = await Promise.all([bind({ ids }), bind({ ids: [...ids].reverse(), requestId: other })]);
    expect(both.filter((refusal) => refusal === null)).toHaveLength(1);
    const kept = [(await views())('request'), (await attachmentViews(server.db, other, String))('request')].map(({ length }) => length);
    expect(kept.sort()).toEqual([0, 3]);
  });
});

describe('a link', () => {
  const open = (url: string, headers: Record<string, string> = {}) => server.fetch(url, { headers });
  const linkOf = async (bytes: Buffer, name: string): Promise<string> => dataOf(await upload(server.fetch, bytes, { token: firm.token, name })).url;

  test('shows a picture to whoever holds it, as what it is and nothing else', async () => {
    const url = await linkOf(jpeg(), '车间 (1)\'s.jpg');
    expect(url).toMatch(/^\/files\/[0-9a-f-]{36}\?ticket=/);
    const response = await open(url);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent('车间')}%20%281%29%27s.jpg`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'private, max-age=3600, immutable',
    });
    expect((await open(url, { 'If-None-Match': response.headers.get('ETag') ?? '' })).status).toBe(304);
  });

  test('downloads a PDF', async () => {
    const response = await open(await linkOf(pdf(), '检测报告.pdf'));
    expect(response.headers.get('Content-Disposition')).toMatch(/^attachment; /);
    expect(Buffer.from(await response.arrayBuffer()).equals(pdf())).toBe(true);
  });

  test('is the same for ten minutes, opens the file for an hour, and not after seventy minutes', async () => {
    server.clock.set('2017-09-08T10:00:01+08:00');
    const link = async (): Promise<string> => dataOf(await upload(server.fetch, png(), { token: firm.token, key: 'the-same-file' })).url;
    const first = await link();
    server.clock.set('2017-09-08T10:10:00+08:00');
    expect(await link()).toBe(first);
    server.clock.set('2017-09-08T10:10:01+08:00');
    expect(await link()).not.toBe(first);
    server.clock.set('2017-09-08T11:09:59.999+08:00');
    expect((await open(first)).status).toBe(200);
    server.clock.set('2017-09-08T11:10:00+08:00');
    expect((await open(first)).status).toBe(404);
  });

  test('that somebody has changed opens nothing', async () => {
    const [url, other] = [await linkOf(png(), 'a.png'), await linkOf(png(), 'b.png')];
    const [path = '', query = ''] = url.split('?');
    const [expires = '', signature = ''] = query.replace('ticket=', '').split('.');
    const later = (Number.parseInt(expires, 36) + HOUR).toString(36);
    const forged = [
      path,
      `${path}?ticket=`,
      `${path}?ticket=${expires}`,
      `${path}?ticket=${later}.${signature}`,
      `${path}?ticket=${expires}.${'A'.repeat(43)}`,
      `${path}?ticket=${expires}.${signature}A`,
      `${path}?ticket=.${signature}`,
      `${other.split('?')[0] ?? ''}?${query}`,
      `/files/${randomUUID()}?${query}`,
      `/files/..%2f..%2fetc%2fpasswd?${query}`,
    ];
    for (const one of forged) expect((await open(one)).status).toBe(404);
    expect((await open(url)).status).toBe(200);
  });

  test('of another server, with a secret of its own, opens nothing here', async () => {
    const elsewhere = await startTestServer({ configuration: { files: { kind: 'disk', folder: folder.path } } });
    const secrets = await Promise.all([server, elsewhere].map(({ db }) => db.selectFrom('secret').select('value').where('name', '=', 'file links').executeTakeFirstOrThrow()));
    expect(secrets[0]?.value).not.toBe(secrets[1]?.value);
    expect(Buffer.from(secrets[0]?.value ?? '', 'base64url')).toHaveLength(32);
    await elsewhere.close();
  });

  test('to bytes that are gone is not found', async () => {
    const url = await linkOf(png(), 'a.png');
    const { storageKey } = await server.db.selectFrom('attachment').select('storageKey').where('id', '=', url.slice(7, 43)).executeTakeFirstOrThrow();
    rmSync(`${folder.path}/${storageKey.slice(0, 2)}/${storageKey}`);
    expect((await open(url)).status).toBe(404);
  });
});

describe('files go', () => {
  const keyOf = async (id: string) => (await server.db.selectFrom('attachment').select('storageKey').where('id', '=', id).executeTakeFirst())?.storageKey;
  const lies = (key: string | undefined) => folder.names().includes(key ?? '');

  test('a day after their upload, unless they were attached', async () => {
    const [attached = '', loose = ''] = await some(2);
    const [attachedKey, looseKey] = [await keyOf(attached), await keyOf(loose)];
    await bind({ ids: [attached] });
    server.clock.advance(DAY);
    await server.application.keepHouse();
    expect([lies(attachedKey), lies(looseKey)]).toEqual([true, true]);
    server.clock.advance(1);
    await server.application.keepHouse();
    expect([lies(attachedKey), lies(looseKey)]).toEqual([true, false]);
    expect(await keyOf(loose)).toBeUndefined();
    expect(await refused({ ids: [loose] })).toMatch(/已经过期/);
  });

  test('when the personal data of their request are erased', async () => {
    const guest = await server.asGuest();
    const { id, version } = await fileRequest(guest);
    const photo = await uploaded(server, guest);
    const open = (await fileRequest(guest)).id;
    const other = await uploaded(server, guest);
    expect(await bind({ ids: [photo], personId: guest.person.id, requestId: id })).toBeNull();
    expect(await bind({ ids: [other], personId: guest.person.id, requestId: open })).toBeNull();
    const [key, otherKey] = [await keyOf(photo), await keyOf(other)];
    dataOf(await guest.call('request.withdraw', { id, version }));
    await server.application.keepHouse();
    expect(lies(key)).toBe(true);
    server.clock.advance(3 * 366 * DAY);
    await server.application.keepHouse();
    expect([lies(key), lies(otherKey)]).toEqual([false, true]);
    expect(await keyOf(photo)).toBeUndefined();
  });

  test('with the person who uploaded them, and with those whose requests they are attached to', async () => {
    const guest = await server.asGuest();
    const { id } = await fileRequest(guest);
    const mine = [await uploaded(server, guest), await uploaded(server, guest)];
    const officers = await uploaded(server, citizen);
    await bind({ ids: mine.slice(0, 1), personId: guest.person.id, requestId: id });
    await bind({ ids: [officers], personId: citizen.person.id, requestId: id, place: 'visit', placeId: randomUUID() });
    const keys = await Promise.all([...mine, officers].map(keyOf));
    expect(dataOf(await guest.call('person.export', {})).attachments).toMatchObject([{ 名称: 'photo.jpg' }, { 名称: 'photo.jpg' }]);
    dataOf(await guest.call('person.delete', { confirm: true }));
    await server.application.keepHouse();
    expect(keys.map(lies)).toEqual([false, false, false]);
    expect(await server.db.selectFrom('fileRemoval').selectAll().execute()).toEqual([]);
  });

  test('later, when the storage does not delete them now, and nobody else tries meanwhile', async () => {
    const guest = await server.asGuest();
    const key = await keyOf(await uploaded(server, guest));
    dataOf(await guest.call('person.delete', { confirm: true }));
    const path = `${folder.path}/${key?.slice(0, 2) ?? ''}`;
    // A folder that is a file: what lies in it can neither be read nor deleted.
    renameSync(path, `${path}-away`);
    writeFileSync(path, '');
    expect(await server.application.keepHouse()).toMatchObject({ removedFiles: 0 });
    expect(server.failures.splice(0)).toHaveLength(1);
    rmSync(path);
    renameSync(`${path}-away`, path);
    await server.application.keepHouse();
    expect(lies(key)).toBe(true);
    server.clock.advance(10 * 60_000);
    expect(await server.application.keepHouse()).toMatchObject({ removedFiles: 1 });
    expect(lies(key)).toBe(false);
  });

  test('when an upload was cut off between its bytes and its row', async () => {
    const key = randomUUID();
    await server.db.insertInto('fileRemoval').values({ storageKey: key, dueAt: new Date(server.clock.now().getTime() + HOUR) }).execute();
    mkdirSync(`${folder.path}/${key.slice(0, 2)}`, { recursive: true });
    writeFileSync(`${folder.path}/${key.slice(0, 2)}/${key}`, jpeg());
    await server.application.keepHouse();
    expect(lies(key)).toBe(true);
    server.clock.advance(HOUR);
    await server.application.keepHouse();
    expect(lies(key)).toBe(false);
  });
});
