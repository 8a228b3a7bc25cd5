import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import sharp from 'sharp';
import type { PictureView } from '../../../src/contract/newsroom/picture';
import { s3Files } from '../../../server/files/s3';
import { filesFolder, upload, uploaded } from '../../support/samples/attached';
import { moving, phonePhoto, photo } from '../../support/samples/photo';
import { startS3Server } from '../../support/s3-server';
import { pdf } from '../../support/samples/sample-files';
import { manuscriptIn, sampleContent } from '../../support/samples/sample-manuscript';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

const DAY = 24 * 60 * 60 * 1000;

let server: TestServer;
let folder: ReturnType<typeof filesFolder>;
let editor: TestCaller;
let other: TestCaller;

beforeAll(async () => {
  folder = filesFolder();
  server = await startTestServer({ configuration: { files: { kind: 'disk', folder: folder.path } } });
  editor = await server.as('editor');
  other = await server.as('editor-donggang');
});
afterAll(async () => {
  await server.close();
  folder.remove();
});

async function add(caller: TestCaller = editor, officeId = 'bureau', bytes?: Buffer): Promise<PictureView> {
  const attachmentId = await uploaded(server, caller, bytes ?? (await photo()));
  return dataOf(await caller.call('picture.add', { attachmentId, officeId, alt: '工作人员发放画册' }));
}

const keptSizes = () => server.db.selectFrom('pictureSize').select(['pictureId', 'width', 'storageKey']).orderBy('width').execute();

describe('a picture of an office', () => {
  test('is cut to the widths of phones, and its upload is gone with its bytes', async () => {
    const bytes = await phonePhoto();
    const attachmentId = await uploaded(server, editor, bytes);
    const picture = dataOf(await editor.call('picture.add', { attachmentId, officeId: 'bureau', alt: '大厅里的海报' }));
    expect(picture).toMatchObject({ officeId: 'bureau', officeName: '天津检验检疫局', alt: '大厅里的海报', width: 800, height: 1200, version: 1, addedAt: '2017-09-07T09:00:00+08:00' });
    expect(await server.db.selectFrom('attachment').select('id').where('id', '=', attachmentId).execute()).toEqual([]);
    await server.application.keepHouse();
    const sizes = (await keptSizes()).filter(({ pictureId }) => pictureId === picture.id);
    expect(sizes.map(({ width }) => width)).toEqual([375, 750, 800]);
    expect(folder.names()).toEqual(expect.arrayContaining(sizes.map(({ storageKey }) => storageKey)));
    expect(folder.names()).toHaveLength((await keptSizes()).length);
  });

  test('is there once, however often and at once it is added', async () => {
    const attachmentId = await uploaded(server, editor, await photo());
    const input = { attachmentId, officeId: 'bureau', alt: '大厅' };
    const all = await Promise.all([1, 2, 3].map(() => editor.call('picture.add', input)));
    const again = await editor.call('picture.add', { ...input, alt: '别的话' });
    expect(new Set([...all, again].map((reply) => dataOf(reply).id)).size).toBe(1);
    expect(dataOf(again).alt).toBe('大厅');
    const about = dataOf(again).id;
    expect(await server.db.selectFrom('audit').select(['action', 'personId']).where('about', '=', about).execute()).toEqual([{ action: 'picture.add', personId: editor.person.id }]);
    server.clock.advance(DAY / 12);
    await server.application.keepHouse();
    expect(folder.names()).toHaveLength((await keptSizes()).length);
  });

  test.each<[string, () => Promise<string>, string]>([
    ['another person’s upload', async () => uploaded(server, other, await photo()), 'not_found'],
    ['no upload', () => Promise.resolve(randomUUID()), 'not_found'],
    ['a PDF', () => uploaded(server, editor, pdf()), 'invalid_input'],
    ['a moving picture', async () => uploaded(server, editor, await moving()), 'invalid_input'],
  ])('is not made of %s', async (_, prepare, code) => {
    const attachmentId = await prepare();
    const before = await tableContents(server.db);
    expect(errorOf(await editor.call('picture.add', { attachmentId, officeId: 'bureau', alt: '大厅' })).code).toBe(code);
    expect(await tableContents(server.db)).toEqual(before);
  });

  test('is added to one’s own office alone, with words', async () => {
    const attachmentId = await uploaded(server, other, await photo());
    const before = await tableContents(server.db);
    expect(errorOf(await other.call('picture.add', { attachmentId, officeId: 'bureau', alt: '大厅' })).code).toBe('forbidden');
    expect(errorOf(await other.call('picture.add', { attachmentId, officeId: 'donggang', alt: ' ' }))).toMatchObject({ code: 'invalid_input', fields: { alt: '请填写文字说明。' } });
    expect(await tableContents(server.db)).toEqual(before);
  });
});

test('the library is read ten a page, newest first, by the offices one writes for', async () => {
  const donggang = await Promise.all(Array.from({ length: 12 }, () => add(other, 'donggang')));
  const first = dataOf(await other.call('picture.list', {}));
  const second = dataOf(await other.call('picture.list', { cursor: first.nextCursor ?? '' }));
  expect([first.pictures.length, second.pictures.length, second.nextCursor]).toEqual([10, 2, null]);
  expect(new Set([...first.pictures, ...second.pictures].map(({ id }) => id))).toEqual(new Set(donggang.map(({ id }) => id)));
  expect(errorOf(await other.call('picture.list', { officeId: 'bureau' })).code).toBe('forbidden');
  const { pictures } = dataOf(await editor.call('picture.list', { officeId: 'bureau' }));
  expect(new Set(pictures.map(({ officeId }) => officeId))).toEqual(new Set(['bureau']));
  expect(errorOf(await other.call('picture.list', { cursor: 'x' })).code).toBe('invalid_input');
});

describe('the words and the end of a picture', () => {
  test('are its office’s, by who has seen it as it is', async () => {
    const { id } = await add();
    expect(errorOf(await other.call('picture.describe', { id, alt: '别的话', version: 1 })).code).toBe('not_found');
    expect(errorOf(await other.call('picture.remove', { id, version: 1 })).code).toBe('not_found');
    expect(dataOf(await editor.call('picture.describe', { id, alt: '新的话', version: 1 }))).toMatchObject({ alt: '新的话', version: 2 });
    const before = await tableContents(server.db);
    expect(errorOf(await editor.call('picture.describe', { id, alt: '又一句', version: 1 })).code).toBe('conflict');
    expect(errorOf(await editor.call('picture.remove', { id, version: 1 })).code).toBe('conflict');
    expect(await tableContents(server.db)).toEqual(before);
  });

  test('come when no article shows it any more; then its bytes go', async () => {
    const { id, url } = await add();
    await server.db.updateTable('article').set({ markdown: `![大厅](picture:${id})` }).where('id', '=', 'baodi-wechat-group').execute();
    const before = await tableContents(server.db);
    expect(errorOf(await editor.call('picture.remove', { id, version: 1 }))).toMatchObject({ code: 'conflict', message: '这张图片正用在《宝坻局把质量知识讲进“检企微信群”》里，请先从文章里拿掉。' });
    expect(await tableContents(server.db)).toEqual(before);
    await server.db.updateTable('article').set({ markdown: '', cover: JSON.stringify({ pictureId: id, alt: '大厅' }) }).where('id', '=', 'baodi-wechat-group').execute();
    expect(dataOf(await server.call('article.get', { id: 'baodi-wechat-group' })).cover).toEqual({ url: `/pictures/${id}/750.jpg`, alt: '大厅' });
    expect(errorOf(await editor.call('picture.remove', { id, version: 1 })).code).toBe('conflict');
    await server.db.updateTable('article').set({ cover: 'null' }).where('id', '=', 'baodi-wechat-group').execute();
    const keys = (await keptSizes()).filter(({ pictureId }) => pictureId === id).map(({ storageKey }) => storageKey);
    expect(folder.names()).toEqual(expect.arrayContaining(keys));
    expect(dataOf(await editor.call('picture.remove', { id, version: 1 }))).toEqual({ id });
    await server.application.keepHouse();
    expect(folder.names().filter((name) => keys.includes(name))).toEqual([]);
    expect((await server.fetch(url)).status).toBe(404);
  });
});

describe('a picture that is still used', () => {
  const showing = (id: string, title: string, officeId: string) => sampleContent({ title, officeId, markdown: `![工作人员发放画册](picture:${id})` });
  const draft = async (caller: TestCaller, content: ReturnType<typeof showing>) => {
    const { id } = dataOf(await caller.call('manuscript.start', { kind: 'news', officeId: content.officeId }));
    dataOf(await caller.call('manuscript.save', { id, revision: 1, content }));
  };
  const refusal = async (caller: TestCaller, id: string) => errorOf(await caller.call('picture.remove', { id, version: 1 })).message;

  test('stays, and no other office’s draft is named', async () => {
    const { id } = await add(other, 'donggang');
    await draft(editor, showing(id, '还没公开的标题', 'bureau'));
    expect(await refusal(other, id)).toBe('还有其他单位的稿件在用这张图片，请先请他们从稿件里拿掉。');
    await draft(other, showing(id, '自己的稿件', 'donggang'));
    expect(await refusal(other, id)).toBe('这张图片正用在《自己的稿件》里，还有其他单位的稿件在用，请先从文章里拿掉。');
  });

  test('stays while an article that shows it is being published', async () => {
    const { id } = await add(other, 'donggang');
    // Which transaction has locked the row last; removing it needs a lock that excludes this one.
    const lockedBy = async () => (await sql<{ by: string }>`select xmax::text as by from picture where id = ${id}`.execute(server.db)).rows[0]?.by;
    const { id: article, revision } = await manuscriptIn({ author: other, reviewer: editor }, 'approved', showing(id, '发放画册', 'donggang'));
    const before = await lockedBy();
    dataOf(await other.call('manuscript.publish', { id: article, revision, at: null, pinnedUntil: null }));
    expect(await lockedBy()).not.toBe(before);
  });
});

describe('the bytes of a picture', () => {
  test('are had by everybody, to be kept for ever', async () => {
    const { url, full } = await add();
    for (const [address, width] of [[url, 375], [full, 1125]] as const) {
      const response = await server.fetch(address);
      expect([response.status, response.headers.get('Content-Type'), response.headers.get('Cache-Control')]).toEqual([200, 'image/jpeg', 'public, max-age=31536000, immutable']);
      expect((await sharp(Buffer.from(await response.arrayBuffer())).metadata()).width).toBe(width);
      expect((await server.fetch(address, { headers: { 'If-None-Match': response.headers.get('ETag') ?? '' } })).status).toBe(304);
    }
  });

  test('of a small one are as wide as it is', async () => {
    const { full } = await add(editor, 'bureau', await photo({ width: 500, height: 500 }));
    expect((await sharp(Buffer.from(await (await server.fetch(full)).arrayBuffer())).metadata()).width).toBe(500);
  });

  test.each(['/pictures/x/750.jpg', `/pictures/${randomUUID()}/750.jpg`, `/pictures/${randomUUID()}/751.jpg`, `/pictures/${randomUUID()}/750.jpg.exe`, '/pictures/', "/pictures/'%20or%201=1/750.jpg"])('are not at %s', async (address) => {
    expect((await server.fetch(address)).status).toBe(404);
  });

  test('come from an object storage too', async () => {
    const s3 = await startS3Server();
    const elsewhere = await startTestServer({ files: s3Files(s3.settings) });
    const someone = await elsewhere.as('editor');
    const attachmentId = dataOf(await upload(elsewhere.fetch, await photo(), { token: someone.token })).id;
    const { full } = dataOf(await someone.call('picture.add', { attachmentId, officeId: 'bureau', alt: '大厅' }));
    expect((await elsewhere.fetch(full)).status).toBe(200);
    await elsewhere.close();
    await s3.close();
  });

  test('are not taken where there is nowhere to keep them', async () => {
    const nowhere = await startTestServer({ files: null });
    expect((await nowhere.fetch(`/pictures/${randomUUID()}/750.jpg`)).status).toBe(404);
    await nowhere.close();
  });
});
