import { doRequestChores } from '../../../server/request/chores';
import { isWorkingDayInChina } from '../../../server/working-day-calendar';
import { at, castOf, done, type Cast } from '../../support/samples/request-case';
import { fileRequest, sampleCompletion } from '../../support/samples/sample-request';
import { startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
let cast: Cast;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  await server.db.deleteFrom('serviceRequest').execute();
  await on('2017-09-07T09:00:00+08:00');
});

async function on(instant: string): Promise<void> {
  server.clock.set(instant);
  cast = await castOf(server);
}

const chores = () => server.application.runRequests();
const toldOf = async ({ person }: TestCaller, { id }: { readonly id: string }): Promise<string[]> => {
  const rows = await server.db.selectFrom('message').select('kind').where('personId', '=', person.id).where('requestId', '=', id).where('kind', 'in', ['office-due', 'office-overdue']).orderBy('at').execute();
  return rows.map(({ kind }) => kind);
};

async function moveToUnreadableCampaign(id: string): Promise<void> {
  const { db } = server;
  await db.insertInto('campaign').values({ id: 'unreadable', contentHash: '', document: '{}', loadedAt: server.clock.now() }).execute();
  await db.insertInto('office').values({ campaignId: 'unreadable', id: 'development-zone', name: '示例局', shortName: '示例局', isBureau: true, position: 0 }).execute();
  await db.updateTable('serviceRequest').set({ campaignId: 'unreadable' }).where('id', '=', id).execute();
}

describe('the timer of requests', () => {
  test('warns the office when a working day is left, once for each due day', async () => {
    const request = await fileRequest(cast.owner); // due on Thursday the 14th
    await on('2017-09-12T23:59:00+08:00');
    expect(await chores()).toEqual({ warned: 0, escalated: 0, surveyed: 0 });
    await on('2017-09-13T00:00:00+08:00');
    expect(await chores()).toMatchObject({ warned: 1 });
    expect(await chores()).toMatchObject({ warned: 0 });
    expect([await toldOf(cast.zone, request), await toldOf(cast.bureau, request), await toldOf(cast.dispatcher, request)]).toEqual([['office-due'], [], []]);
    const seen = await done(cast.owner, 'request.get', { id: request.id });
    expect(seen.timeline.at(-1)).toEqual({ at: '2017-09-13T00:00:00+08:00', kind: 'warned', title: '已提醒办理单位：承诺的期限快到了', by: '系统', note: null });
    // Nobody who is about to do something is told to look again.
    expect(seen.version).toBe(request.version);
    const returned = await done(cast.zone, 'request.return', { ...at(request), reason: '请补充产品的名称。' });
    expect(await chores()).toMatchObject({ warned: 0 });
    await done(cast.owner, 'request.complete', sampleCompletion({ ...at(returned), values: { preferredDates: ['2017-09-20'] } }));
    expect(await chores()).toMatchObject({ warned: 1 });
    expect(await toldOf(cast.zone, request)).toEqual(['office-due', 'office-due']);
  });

  test('warns on the Friday of what is due on Monday', async () => {
    await server.db.deleteFrom('serviceRequest').execute();
    await on('2017-09-11T09:00:00+08:00');
    await fileRequest(cast.owner, { values: { preferredDates: ['2017-09-20'] } }); // due on Monday the 18th
    await on('2017-09-15T09:00:00+08:00');
    expect(await chores()).toMatchObject({ warned: 1 });
  });

  test('tells the dispatchers the day after, once, and the promise is broken', async () => {
    const request = await fileRequest(cast.owner);
    await on('2017-09-14T23:59:00+08:00');
    expect(await chores()).toMatchObject({ warned: 1, escalated: 0 });
    await on('2017-09-15T00:00:00+08:00');
    expect(await chores()).toMatchObject({ warned: 0, escalated: 1 });
    expect(await chores()).toMatchObject({ escalated: 0 });
    expect([await toldOf(cast.dispatcher, request), await toldOf(cast.zone, request)]).toEqual([['office-overdue'], ['office-due']]);
    expect((await done(cast.owner, 'request.get', { id: request.id })).timeline.at(-1)).toMatchObject({ kind: 'escalated', by: '系统' });
    const declined = await done(cast.zone, 'request.decline', { ...at(request), reason: '不在服务的范围内。' });
    expect(declined.promise).toEqual({ kind: 'missed' });
  });

  test('lets a clock that stands still alone', async () => {
    await done(cast.zone, 'request.return', { ...at(await fileRequest(cast.owner)), reason: '请补充产品的名称。' });
    await on('2017-11-01T09:00:00+08:00');
    expect(await chores()).toEqual({ warned: 0, escalated: 0, surveyed: 0 });
  });

  test('one whose campaign cannot be read keeps none of the others back', async () => {
    const lost = await fileRequest(cast.owner);
    const request = await fileRequest(cast.owner);
    await moveToUnreadableCampaign(lost.id);
    await on('2017-09-15T09:00:00+08:00');
    expect(await chores()).toMatchObject({ escalated: 1 });
    expect(await toldOf(cast.dispatcher, request)).toEqual(['office-overdue']);
    expect(server.failures.splice(0)).toEqual([expect.stringMatching(`^requests: looking after ${lost.id} failed: .*The campaign unreadable was loaded by another version`)]);
  });

  test('run by two at once does each once, more than a batch of them too', async () => {
    const request = await fileRequest(cast.owner);
    for (let count = 1; count < 60; count += 1) await fileRequest(cast.owner);
    await on('2017-09-15T09:00:00+08:00');
    const context = { db: server.db, campaign: server.application.campaign, now: server.clock.now(), isWorkingDay: isWorkingDayInChina };
    const log = (what: string, error: unknown): never => {
      throw new Error(`${what}: ${String(error)}`);
    };
    const both = await Promise.all([doRequestChores(context, log), doRequestChores(context, log)]);
    expect(both.reduce((sum, { escalated }) => sum + (escalated ?? 0), 0)).toBe(60);
    expect(await toldOf(cast.dispatcher, request)).toEqual(['office-overdue']);
    const before = await tableContents(server.db);
    expect(await chores()).toEqual({ warned: 0, escalated: 0, surveyed: 0 });
    expect(await tableContents(server.db)).toEqual(before);
  });
});
