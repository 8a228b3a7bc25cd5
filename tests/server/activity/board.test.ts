import type { BoardView } from '../../../src/contract/activity/board';
import { dataOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { publish, withdraw } from './publish';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await publish(server, { id: 'farm-news', activityId: 'export-farm-produce', lineId: 'brand', title: '冬枣出口', happenedOn: '2017-09-04' });
});
afterAll(() => server.close());

const board = async (caller: Pick<TestCaller, 'call'> = server): Promise<BoardView> => dataOf(await caller.call('board.get', {}));
const rowsOf = ({ lines }: BoardView) => lines.flatMap(({ activities }) => activities);
const rowOf = (view: BoardView, id: string) => rowsOf(view).find((row) => row.id === id);

describe('the board', () => {
  it('has every activity in its line, with its state counted', async () => {
    const view = await board();
    expect(view.lines.map(({ id, activities }) => [id, activities.length])).toEqual([['publicity', 7], ['rectification', 4], ['service', 5], ['brand', 4]]);
    const counted = rowsOf(view).reduce<Record<string, number>>((counts, { state }) => ({ ...counts, [state]: (counts[state] ?? 0) + 1 }), {});
    expect(view.counts).toEqual({ 'not-started': 0, ended: 0, preparing: 0, running: 0, ...counted });
  });

  it('names the latest evidence, and no longer what was taken back', async () => {
    await publish(server, { id: 'farm-news-2', activityId: 'export-farm-produce', lineId: 'brand', happenedOn: '2017-09-06' });
    expect(rowOf(await board(), 'export-farm-produce')).toMatchObject({ evidenceCount: 2, lastHappenedOn: '2017-09-06', evidence: { id: 'farm-news-2', kind: 'news', happenedOn: '2017-09-06', month: '2017-09' } });
    await withdraw(server, 'farm-news-2');
    expect(rowOf(await board(), 'export-farm-produce')).toMatchObject({ evidenceCount: 1, lastHappenedOn: '2017-09-04', evidence: { id: 'farm-news', title: '冬枣出口' } });
  });

  it('names the article of the day that it gives', async () => {
    const activityId = 'four-venues';
    await publish(server, { id: 'venue-later', activityId, lineId: 'publicity', happenedOn: '2017-09-20' });
    await publish(server, { id: 'venue-told-late', activityId, lineId: 'publicity', happenedOn: '2017-09-02', publishedAt: '2017-09-07T01:00:00Z' });
    await publish(server, { id: 'venue-told-at-once', activityId, lineId: 'publicity', happenedOn: '2017-09-05', publishedAt: '2017-09-05T01:00:00Z' });
    expect(rowOf(await board(), activityId)).toMatchObject({ lastHappenedOn: '2017-09-07', evidence: { id: 'venue-told-late' } });
    await withdraw(server, 'venue-told-late');
    expect(rowOf(await board(), activityId)).toMatchObject({ lastHappenedOn: '2017-09-05', evidence: { id: 'venue-told-at-once' } });
  });

  it.each(['officer-baodi', 'editor', 'dispatcher', 'administrator'])('tells %s for how many days nothing new came', async (persona) => {
    const view = await board(await server.as(persona));
    expect(rowOf(view, 'export-farm-produce')?.quietDays).toBe(3);
    expect(rowOf(view, 'laboratory-open-day')?.quietDays).toBe(6);
  });

  it('does not tell the public', async () => {
    for (const caller of [server, await server.as('citizen'), await server.asGuest()]) {
      expect(new Set(rowsOf(await board(caller)).map(({ quietDays }) => quietDays))).toEqual(new Set([null]));
    }
  });
});
