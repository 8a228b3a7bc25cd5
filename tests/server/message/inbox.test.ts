import { randomUUID } from 'node:crypto';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { sampleNow, tell } from '../../support/samples/sample-message';
import { tableContents } from '../../support/table-contents';

const DAY = 86_400_000;

let server: TestServer;
let reader: TestCaller;
let other: TestCaller;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set(sampleNow);
  await server.db.deleteFrom('message').execute();
  reader = await server.asGuest();
  other = await server.asGuest();
});

/** So many messages, a minute apart; the last is the newest. */
async function tellTimes(caller: TestCaller, times: number): Promise<void> {
  for (let time = 1; time <= times; time += 1) await tell(server.db, caller.person, { title: `第 ${time} 条`, at: new Date(sampleNow.getTime() + time * 60_000) });
}

const list = async (caller = reader, cursor?: string) => dataOf(await caller.call('message.list', { cursor }));
const unreadOf = async (caller: TestCaller) => dataOf(await caller.call('person.me', {})).unreadCount;

describe('somebody’s messages', () => {
  it('come newest first, page by page, and only their own', async () => {
    await tellTimes(reader, 23);
    await tellTimes(other, 2);
    const titles: string[] = [];
    for (let cursor: string | undefined; ; ) {
      const page = await list(reader, cursor);
      titles.push(...page.messages.map(({ title }) => title));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(titles).toEqual(Array.from({ length: 23 }, (_, index) => `第 ${23 - index} 条`));
  });

  it('of one moment are told apart between two pages', async () => {
    for (let time = 0; time < 15; time += 1) await tell(server.db, reader.person, { title: String(time) });
    const first = await list();
    const second = await list(reader, first.nextCursor ?? '');
    expect(new Set([...first.messages, ...second.messages].map(({ id }) => id)).size).toBe(15);
  });

  it('say what happened, when, and where to go on', async () => {
    await tell(server.db, reader.person, { route: '/service/request/index?id=1' });
    expect(await list()).toEqual({
      messages: [
        {
          id: expect.any(String) as string,
          at: '2017-09-07T09:00:00+08:00',
          kind: 'request-answered',
          title: '您的申请已受理',
          text: '开发区检验检疫局已受理，将安排专家上门。',
          route: '/service/request/index?id=1',
          unread: true,
        },
      ],
      unreadCount: 1,
      nextCursor: null,
    });
  });

  it('refuse a cursor of another list', async () => {
    expect(errorOf(await reader.call('message.list', { cursor: 'bm90LWE' }))).toMatchObject({ code: 'invalid_input' });
  });
});

describe('reading', () => {
  it('one marks that one, and again changes nothing', async () => {
    await tellTimes(reader, 3);
    const [, middle] = (await list()).messages;
    expect(dataOf(await reader.call('message.read', { id: middle?.id ?? '' }))).toEqual({ unreadCount: 2 });
    expect((await list()).messages.map(({ unread }) => unread)).toEqual([true, false, true]);
    const before = await tableContents(server.db);
    server.clock.advance(DAY);
    dataOf(await reader.call('message.read', { id: middle?.id ?? '' }));
    expect(await tableContents(server.db)).toEqual(before);
  });

  it('all up to the newest seen leaves what came since', async () => {
    await tellTimes(reader, 12);
    const [newest] = (await list()).messages;
    await tell(server.db, reader.person, { at: new Date(sampleNow.getTime() + DAY) });
    await tellTimes(other, 1);
    expect(dataOf(await reader.call('message.read', { id: newest?.id ?? '', andOlder: true }))).toEqual({ unreadCount: 1 });
    expect([await unreadOf(reader), await unreadOf(other)]).toEqual([1, 1]);
  });

  it.each([true, false])('somebody else’s message is not found (with all older ones: %s)', async (andOlder) => {
    await tellTimes(other, 1);
    await tellTimes(reader, 1);
    const [message] = (await list(other)).messages;
    const before = await tableContents(server.db);
    for (const id of [message?.id ?? '', randomUUID()]) expect(errorOf(await reader.call('message.read', { id, andOlder }))).toMatchObject({ code: 'not_found' });
    expect(await tableContents(server.db)).toEqual(before);
  });
});

describe('what is kept', () => {
  it('is read messages for 180 days, and unread ones', async () => {
    await tellTimes(reader, 2);
    const [, older] = (await list()).messages;
    await reader.call('message.read', { id: older?.id ?? '' });
    server.clock.advance(180 * DAY);
    expect(await server.application.keepHouse()).toMatchObject({ readMessages: 0 });
    server.clock.advance(1);
    expect(await server.application.keepHouse()).toMatchObject({ readMessages: 1 });
    expect(await server.db.selectFrom('message').select('title').where('personId', '=', reader.person.id).execute()).toEqual([{ title: '第 2 条' }]);
  });

  it('is exported to the person', async () => {
    await tellTimes(reader, 1);
    await tellTimes(other, 1);
    await server.db.insertInto('subscription').values({ personId: reader.person.id, template: 'visit', usable: 2, grantedAt: sampleNow }).execute();
    await tell(server.db, reader.person, { kind: 'visit-changed', title: '改期', at: new Date(sampleNow.getTime() + DAY) });
    expect(dataOf(await reader.call('person.export', {}))).toMatchObject({
      messages: [
        { 时间: '2017-09-07T09:01:00+08:00', 类别: '受理结果', 标题: '第 1 条', 阅读时间: null, 微信提醒: null },
        { 类别: '上门变更', 标题: '改期', 微信提醒: '等待发送' },
      ],
      subscriptions: [{ 微信提醒: '上门安排', 还可发送次数: 1, 最近允许: '2017-09-07T09:00:00+08:00' }],
    });
  });

  it('goes with the person', async () => {
    await server.db.insertInto('subscription').values({ personId: reader.person.id, template: 'result', usable: 1, grantedAt: sampleNow }).execute();
    await tellTimes(reader, 2);
    dataOf(await reader.call('person.delete', { confirm: true }));
    for (const table of ['message', 'subscription', 'outbox'] as const) expect(await server.db.selectFrom(table).select('personId').where('personId', '=', reader.person.id).execute()).toEqual([]);
  });
});
