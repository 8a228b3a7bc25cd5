import { join } from 'node:path';
import { sql } from 'kysely';
import { openApplication } from '../../../server/application/application';
import { readConfiguration } from '../../../server/application/configuration';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { draftBy, manuscriptIn, newsroomOf, PUBLISH_AT, readManuscript, sampleContent, type Newsroom } from '../../support/samples/sample-manuscript';
import { tableContents } from '../../support/table-contents';

const START = '2017-09-07T09:00:00+08:00';
const MINUTE = 60_000;
const NEXT_DAY = '2017-09-08T18:00:00+08:00';

let server: TestServer;
let room: Newsroom;
beforeAll(async () => {
  server = await startTestServer();
  room = await newsroomOf(server);
});
beforeEach(() => server.clock.set(START));
afterAll(() => server.close());

const firstPage = async () => dataOf(await server.call('article.list', {}));
const titlesOfMessages = async (caller: TestCaller) => dataOf(await caller.call('message.list', {})).messages.map(({ title, route }) => ({ title, route }));
const found = async (words: string) => dataOf(await server.call('search.find', { words })).found.map(({ id }) => id);
const routeOf = (id: string) => `/newsroom/manuscript/index?id=${id}`;

describe('the way to the public', () => {
  test('leads through a second person, and what was approved is what is read', async () => {
    const { id, revision } = await draftBy(room.author);
    expect(errorOf(await server.call('article.get', { id })).code).toBe('not_found');
    const submitted = dataOf(await room.author.call('manuscript.submit', { id, revision }));
    expect(submitted).toMatchObject({ state: 'in-review', ownWork: true, submitted: { mine: true } });
    expect(submitted.may).not.toContain('approve');
    for (const editor of [room.reviewer, room.secondReviewer, room.colleague]) expect(await titlesOfMessages(editor)).toContainEqual({ title: '有稿件等待审核', route: routeOf(id) });
    expect(await titlesOfMessages(room.stranger)).toEqual([]);

    const approved = dataOf(await room.reviewer.call('manuscript.review', { id, revision: submitted.revision, decision: 'approve', note: '可以发布。' }));
    expect(approved).toMatchObject({ state: 'approved', reviewed: { decision: 'approve', note: '可以发布。', mine: true } });
    expect(await titlesOfMessages(room.author)).toContainEqual({ title: '稿件审核通过', route: routeOf(id) });

    const published = dataOf(await room.author.call('manuscript.publish', { id, revision: approved.revision, at: null, pinnedUntil: null }));
    expect(published).toMatchObject({ state: 'published', public: { current: true, publishedAt: START, pinnedUntil: null }, events: [{ kind: 'publish' }, { kind: 'approve' }, { kind: 'submit' }, { kind: 'start' }] });
    expect(dataOf(await server.call('article.get', { id }))).toMatchObject({ title: sampleContent().title, blocks: [{ kind: 'heading' }, { kind: 'paragraph' }], tags: ['开放日'] });
    expect((await firstPage()).articles.map((article) => article.id)).toContain(id);
    expect(await found('实验室开放日')).toContain(id);
    dataOf(await room.author.call('manuscript.withdraw', { id, revision: published.revision, note: '内容需要重新核实。' }));
    expect(await found('实验室开放日')).not.toContain(id);
  });

  test('an editor of the own office may review too, but nobody who wrote any of it', async () => {
    const { id, revision } = await draftBy(room.author);
    dataOf(await room.colleague.call('manuscript.save', { id, revision, content: sampleContent({ title: '同事改了一个字' }) }));
    const { revision: written } = await readManuscript(room.author, id);
    const { revision: inReview } = dataOf(await room.author.call('manuscript.submit', { id, revision: written }));
    const before = await tableContents(server.db);
    for (const editor of [room.author, room.colleague]) {
      expect(errorOf(await editor.call('manuscript.review', { id, revision: inReview, decision: 'approve' }))).toEqual({ code: 'forbidden', message: '这篇稿件由您写过或提交，请由另一位编辑审核。' });
    }
    expect(await tableContents(server.db)).toEqual(before);
    dataOf(await room.secondReviewer.call('manuscript.review', { id, revision: inReview, decision: 'approve' }));
  });

  test('who wrote a version that was brought back has written it', async () => {
    const first = await manuscriptIn(room, 'published');
    const { id } = first;
    dataOf(await room.colleague.call('manuscript.save', { id, revision: first.revision, content: sampleContent({ title: '同事写的一版' }) }));
    const second = await readManuscript(room.author, id);
    dataOf(await room.author.call('manuscript.save', { id, revision: second.revision, content: sampleContent({ title: '作者写的一版' }) }));
    const third = await readManuscript(room.author, id);
    const { revision } = dataOf(await room.author.call('manuscript.submit', { id, revision: third.revision }));
    const approved = dataOf(await room.reviewer.call('manuscript.review', { id, revision, decision: 'approve' }));
    const published = dataOf(await room.author.call('manuscript.publish', { id, revision: approved.revision, at: null, pinnedUntil: null }));
    const restored = dataOf(await room.author.call('manuscript.restore', { id, revision: published.revision, number: 2 }));
    expect(restored.content.title).toBe('同事写的一版');
    const submitted = dataOf(await room.author.call('manuscript.submit', { id, revision: restored.revision }));
    expect(errorOf(await room.colleague.call('manuscript.review', { id, revision: submitted.revision, decision: 'approve' })).code).toBe('forbidden');
  });

  test('the bureau’s own is reviewed by another of the bureau', async () => {
    const view = await draftBy(room.reviewer, sampleContent({ officeId: 'bureau' }));
    const { id, revision } = dataOf(await room.reviewer.call('manuscript.submit', { id: view.id, revision: view.revision }));
    expect(errorOf(await room.reviewer.call('manuscript.review', { id, revision, decision: 'approve' })).code).toBe('forbidden');
    expect(errorOf(await room.author.call('manuscript.review', { id, revision, decision: 'approve' })).code).toBe('not_found');
    expect(dataOf(await room.secondReviewer.call('manuscript.review', { id, revision, decision: 'approve' })).state).toBe('approved');
  });

  test('what is returned says what to mend', async () => {
    const { id, revision } = await manuscriptIn(room, 'in-review');
    expect(errorOf(await room.reviewer.call('manuscript.review', { id, revision, decision: 'return' })).fields).toEqual({ note: '退回时请写明需要修改的地方。' });
    const returned = dataOf(await room.reviewer.call('manuscript.review', { id, revision, decision: 'return', note: '请核对日期。' }));
    expect(returned).toMatchObject({ state: 'draft', reviewed: { decision: 'return', note: '请核对日期。' } });
  });

  test.each(['in-review', 'approved', 'scheduled'] as const)('changing what is %s begins anew', async (state) => {
    const { id, revision } = await manuscriptIn(room, state);
    expect(dataOf(await room.author.call('manuscript.save', { id, revision, content: sampleContent({ title: '发布之前又改了' }) })).state).toBe('draft');
    const view = await readManuscript(room.author, id);
    expect([view.reviewed, view.publishAt, view.events[0]?.kind]).toEqual([null, null, 'save']);
  });

  test('a published article is worked on while the public reads what it was', async () => {
    const { id, revision } = await manuscriptIn(room, 'published');
    dataOf(await room.author.call('manuscript.save', { id, revision, content: sampleContent({ title: '更正后的标题' }) }));
    expect(dataOf(await server.call('article.get', { id })).title).toBe(sampleContent().title);
    expect(await readManuscript(room.author, id)).toMatchObject({ state: 'draft', public: { current: false } });
  });

  test('what has not happened yet is not published as if it had', async () => {
    const { id, revision } = await manuscriptIn(room, 'approved', sampleContent({ happenedOn: '2017-09-08' }));
    expect(errorOf(await room.author.call('manuscript.publish', { id, revision, at: null, pinnedUntil: null })).fields).toHaveProperty('happenedOn');
    const scheduled = dataOf(await room.author.call('manuscript.publish', { id, revision, at: PUBLISH_AT, pinnedUntil: null }));
    dataOf(await room.author.call('manuscript.unschedule', { id, revision: scheduled.revision }));
  });
});

describe('what stands above the others', () => {
  test('three at most, only until their time, and not a second time below', async () => {
    const until = '2017-09-07T12:00:00+08:00';
    const ids: string[] = [];
    for (const title of ['置顶一', '置顶二', '置顶三', '置顶四']) {
      const { id, revision } = await manuscriptIn(room, 'approved', sampleContent({ title }));
      dataOf(await room.author.call('manuscript.publish', { id, revision, at: null, pinnedUntil: until }));
      ids.push(id);
    }
    const { pinned, articles, nextCursor } = await firstPage();
    expect(pinned).toHaveLength(3);
    expect(articles.filter(({ id }) => pinned.some((row) => row.id === id))).toEqual([]);
    expect(articles.filter(({ id }) => ids.includes(id))).toHaveLength(1);
    expect(dataOf(await server.call('article.list', { cursor: nextCursor ?? '' })).pinned).toEqual([]);
    const home = dataOf(await server.call('home.get', {}));
    expect(home.articles.slice(0, home.pinnedCount)).toEqual(pinned);

    server.clock.set(until);
    const later = await firstPage();
    expect([later.pinned, later.articles.filter(({ id }) => ids.includes(id)).length]).toEqual([[], 4]);
  });

  test('and no longer when an editor says so', async () => {
    server.clock.set('2017-09-07T13:00:00+08:00');
    const { id, revision } = await manuscriptIn(room, 'published');
    const pinned = dataOf(await room.author.call('manuscript.pin', { id, revision, pinnedUntil: '2017-09-08T09:00:00+08:00' }));
    expect((await firstPage()).pinned.map((row) => row.id)).toEqual([id]);
    dataOf(await room.author.call('manuscript.pin', { id, revision: pinned.revision, pinnedUntil: null }));
    expect((await firstPage()).pinned).toEqual([]);
  });
});

describe('what was withdrawn', () => {
  test('is in no list, and its page says when and why; it can come back', async () => {
    const { id, revision } = await manuscriptIn(room, 'withdrawn');
    expect(errorOf(await server.call('article.get', { id }))).toEqual({ code: 'not_found', message: '这篇文章已于 9 月 7 日撤下，原因：活动日期有误，更正后重新发布。' });
    const { articles, pinned } = await firstPage();
    expect([...articles, ...pinned].map((row) => row.id)).not.toContain(id);
    expect(await readManuscript(room.author, id)).toMatchObject({ state: 'withdrawn', public: null, withdrawn: { at: START, note: '活动日期有误，更正后重新发布。' } });
    const submitted = dataOf(await room.author.call('manuscript.submit', { id, revision }));
    const approved = dataOf(await room.secondReviewer.call('manuscript.review', { id, revision: submitted.revision, decision: 'approve' }));
    dataOf(await room.author.call('manuscript.publish', { id, revision: approved.revision, at: null, pinnedUntil: null }));
    expect(dataOf(await server.call('article.get', { id })).title).toBe(sampleContent().title);
  });
});

test('the reason for which something is withdrawn names nobody’s number', async () => {
  const { id, revision } = await manuscriptIn(room, 'published');
  const before = await tableContents(server.db);
  expect(errorOf(await room.author.call('manuscript.withdraw', { id, revision, note: '请联系小王 138·1234·5678 更正。' }))).toMatchObject({ code: 'invalid_input', fields: { note: expect.stringContaining('手机号码') as string } });
  expect(await tableContents(server.db)).toEqual(before);
});

describe('publishing at a time', () => {
  const isPublic = async (id: string): Promise<boolean> => (await server.call('article.get', { id })).ok;
  const run = () => server.application.runNewsroom();

  /** Another process on the same database, as after a restart. */
  const secondProcess = () =>
    openApplication({ ...readConfiguration({ NODE_ENV: 'test' }), campaignFolder: join('campaigns', 'tianjin-2017') }, { store: { db: server.db, close: () => Promise.resolve() }, clock: server.clock, logFailure: (what, error) => server.failures.push(`${what}: ${String(error)}`) });

  test('happens at that time, not before, and once', async () => {
    const { id } = await manuscriptIn(room, 'scheduled');
    expect([await run(), await isPublic(id)]).toEqual([{ fallenDue: 0 }, false]);
    server.clock.set(PUBLISH_AT);
    expect([await run(), await isPublic(id)]).toEqual([{ fallenDue: 1 }, true]);
    expect(await run()).toEqual({ fallenDue: 0 });
    expect(await readManuscript(room.author, id)).toMatchObject({ state: 'published', publishAt: null, public: { publishedAt: PUBLISH_AT } });
    expect(await titlesOfMessages(room.author)).toContainEqual({ title: '稿件已发布', route: routeOf(id) });
  });

  test('is made up for after hours of standing still, by another process', async () => {
    const { id } = await manuscriptIn(room, 'scheduled');
    server.clock.set(NEXT_DAY);
    const restarted = await secondProcess();
    expect([await restarted.runNewsroom(), await isPublic(id)]).toEqual([{ fallenDue: 1 }, true]);
    expect((await readManuscript(room.author, id)).public?.publishedAt).toBe(NEXT_DAY);
  });

  test('happens once though the clock is set back, and waits when it was set back before', async () => {
    const { id } = await manuscriptIn(room, 'scheduled');
    server.clock.set('2017-09-07T08:00:00+08:00');
    expect([await run(), await isPublic(id)]).toEqual([{ fallenDue: 0 }, false]);
    server.clock.set(PUBLISH_AT);
    await run();
    const published = await readManuscript(room.author, id);
    server.clock.set(START);
    expect(await run()).toEqual({ fallenDue: 0 });
    server.clock.set(NEXT_DAY);
    expect(await run()).toEqual({ fallenDue: 0 });
    expect(await readManuscript(room.author, id)).toMatchObject({ revision: published.revision, public: { publishedAt: PUBLISH_AT } });
  });

  test('happens once though two processes do it at once', async () => {
    const ids = [];
    for (let index = 0; index < 3; index += 1) ids.push((await manuscriptIn(room, 'scheduled')).id);
    server.clock.set(PUBLISH_AT);
    const other = await secondProcess();
    const done = await Promise.all([run(), other.runNewsroom(), run(), other.runNewsroom()]);
    expect(done.reduce((sum, { fallenDue }) => sum + (fallenDue ?? 0), 0)).toBe(3);
    const events = await server.db.selectFrom('manuscriptEvent').select('manuscriptId').where('kind', '=', 'fall-due').where('manuscriptId', 'in', ids).execute();
    expect(events.map(({ manuscriptId }) => manuscriptId).sort()).toEqual([...ids].sort());
  });

  test('what has lost something it names goes back to those who wrote it', async () => {
    const linked = await manuscriptIn(room, 'published');
    const { id } = await manuscriptIn(room, 'scheduled', sampleContent({ markdown: `请看[另一篇](/pages/article/index?id=${linked.id})。` }));
    dataOf(await room.author.call('manuscript.withdraw', { id: linked.id, revision: linked.revision, note: '内容需要重新核实。' }));
    server.clock.set(PUBLISH_AT);
    expect([await run(), await isPublic(id)]).toEqual([{ fallenDue: 1 }, false]);
    expect(await readManuscript(room.author, id)).toMatchObject({ state: 'draft', reviewed: null, publishAt: null, events: [{ kind: 'fall-back', by: { name: null }, note: expect.stringContaining('链接') as string }, {}, {}, {}, {}] });
    expect(await titlesOfMessages(room.author)).toContainEqual({ title: '稿件未能定时发布', route: routeOf(id) });
  });

  test('that fails for one is logged, and keeps no other back', async () => {
    const [failing, other] = [await manuscriptIn(room, 'scheduled'), await manuscriptIn(room, 'scheduled')];
    await sql`create function fail() returns trigger language plpgsql as $$ begin raise exception 'no room on the disk'; end $$`.execute(server.db);
    await sql`create trigger fail before update on manuscript for each row when (old.id = ${sql.lit(failing.id)}) execute function fail()`.execute(server.db);
    server.clock.set(PUBLISH_AT);
    expect([await run(), await isPublic(failing.id), await isPublic(other.id)]).toEqual([{ fallenDue: 1 }, false, true]);
    const failed = [expect.stringContaining(`newsroom: publishing ${failing.id} failed`)];
    expect(server.failures.splice(0)).toEqual(failed);
    // It is tried again and again, and logged once an hour.
    server.clock.advance(59 * MINUTE);
    expect([await run(), server.failures.splice(0)]).toEqual([{ fallenDue: 0 }, []]);
    server.clock.advance(MINUTE);
    expect([await run(), server.failures.splice(0)]).toEqual([{ fallenDue: 0 }, failed]);
    await sql`drop function fail() cascade`.execute(server.db);
    expect([await run(), await isPublic(failing.id)]).toEqual([{ fallenDue: 1 }, true]);
  });

  test('can be taken back, and a time that has passed cannot be set', async () => {
    const { id, revision } = await manuscriptIn(room, 'scheduled');
    const unscheduled = dataOf(await room.author.call('manuscript.unschedule', { id, revision }));
    expect(unscheduled).toMatchObject({ state: 'approved', publishAt: null });
    for (const [at, pinnedUntil, field] of [
      ['2017-09-07T08:59:00+08:00', null, 'at'],
      ['2019-09-07T09:00:00+08:00', null, 'at'],
      [PUBLISH_AT, PUBLISH_AT, 'pinnedUntil'],
    ] as const) {
      expect(Object.keys(errorOf(await room.author.call('manuscript.publish', { id, revision: unscheduled.revision, at, pinnedUntil })).fields ?? {})).toEqual([field]);
    }
    server.clock.set(NEXT_DAY);
    expect([await run(), await isPublic(id)]).toEqual([{ fallenDue: 0 }, false]);
  });
});
