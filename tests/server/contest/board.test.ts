import { chanceFrom } from '../../../src/domain/contest/chance';
import { standingOf } from '../../../server/use-cases/contest-board/standing';
import type { Input } from '../../../src/contract/actions';
import type { BoardRow, BoardView } from '../../../src/contract/contest/board';
import { rankMoves } from '../../../src/domain/contest/rank-moves';
import { compareResults } from '../../../src/domain/contest/ranking';
import { takeContest } from '../../support/samples/sample-contest';
import { addResults, changeContest, clearResults, type SampleResult } from '../../support/samples/sample-results';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
afterEach(async () => {
  server.clock.set('2017-09-07T09:00:00+08:00');
  await clearResults(server);
});

const contestId = 'tianjin-2017-quiz';
const MINUTE = 60_000;

const board = async (input: Partial<Input<'contest.board'>> = {}, caller: Pick<TestCaller, 'call'> = server): Promise<BoardView> =>
  dataOf(await caller.call('contest.board', { kind: 'people', ...input }));

/** All rows, page by page. */
async function pages(input: Partial<Input<'contest.board'>> = {}, caller?: TestCaller): Promise<BoardView[]> {
  const all = [await board(input, caller)];
  for (let last = all.at(-1); last?.nextCursor; last = all.at(-1)) all.push(await board({ ...input, cursor: last.nextCursor }, caller));
  return all;
}

/** What the counts of ranks should be, from the results themselves. */
async function countsFromScratch(): Promise<Map<string, number>> {
  const entrants = await server.db.selectFrom('contestEntrant').select(['bestScore', 'bestMs']).where('ranked', '=', true).where('bestScore', 'is not', null).execute();
  const counts = new Map<string, number>();
  for (const { bestScore, bestMs } of entrants) {
    for (const { score, spanMs, cell } of rankMoves(null, { score: bestScore ?? 0, usedMs: bestMs ?? 0 })) {
      const place = [score, spanMs, cell].join(' ');
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  return counts;
}

async function countsKept(): Promise<Map<string, number>> {
  const scores = await server.db.selectFrom('contestRankScore').selectAll().where('entrants', '<>', 0).execute();
  const cells = await server.db.selectFrom('contestRankCell').selectAll().where('entrants', '<>', 0).execute();
  return new Map([...scores.map(({ score, entrants }) => [`${score} 0 0`, entrants] as const), ...cells.map(({ score, spanMs, cell, entrants }) => [`${score} ${spanMs} ${cell}`, entrants] as const)]);
}

const byPlace = (counts: Map<string, number>) => [...counts].sort(([a], [b]) => (a < b ? -1 : 1));

describe('one’s own rank', () => {
  // Few scores, times around the borders of spans, two instants: ties of every kind.
  const times = [0, 1, 999, 1_000, 1_001, 29_999, 30_000, 30_500, 59_999, 60_000, 300_000, 899_999, 900_000];
  const random = chanceFrom('people');
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item;
  const randomResult = (): SampleResult => ({
    score: pick([0, 55, 56, 90, 100]),
    usedMs: pick(times),
    finishedMs: pick([0, 1]),
    ranked: random(10) > 0,
  });

  it('agrees with a naive count on random results with ties', async () => {
    const results = Array.from({ length: 300 }, randomResult);
    const ids = await addResults(server, results);
    const ranked = results.filter(({ ranked: is }) => is).map(({ score, usedMs, finishedMs = 0 }) => ({ score, usedMs, finishedAt: new Date(finishedMs) }));
    for (const [index, id] of ids.entries()) {
      const { score, usedMs, finishedMs = 0, ranked: is } = results[index] as SampleResult;
      const own = { score, usedMs, finishedAt: new Date(finishedMs) };
      const rank = 1 + ranked.filter((other) => compareResults(other, own) < 0).length;
      expect(await standingOf(server.db, contestId, { id })).toEqual(is ? { rank, of: ranked.length, score, usedMs, correctCount: Math.floor(score / 5) } : null);
    }
  });

  it('follows hand-ins: a better attempt moves it, a worse one does not', async () => {
    const [citizen, firm] = [await server.as('citizen'), await server.as('firm')];
    expect((await board({}, citizen)).own).toBeNull();
    await takeContest(server, citizen, { right: 12 });
    await takeContest(server, firm, { right: 15 });
    expect(await board({}, citizen)).toMatchObject({ own: { rank: 2 }, total: 2 });
    await takeContest(server, citizen, { right: 20, seconds: 200 });
    expect(await board({}, citizen)).toMatchObject({ own: { rank: 1, score: 100, correctCount: 20, usedMs: 200_000 }, total: 2 });
    await takeContest(server, firm, { right: 3 });
    expect(await board({}, firm)).toMatchObject({ own: { rank: 2 }, total: 2 });
    expect(byPlace(await countsKept())).toEqual(byPlace(await countsFromScratch()));
  });

  it('is nobody’s who came as a guest', async () => {
    const guest = await server.asGuest();
    await takeContest(server, guest);
    expect(await board({}, guest)).toMatchObject({ rows: [], total: 0, own: null });
    expect(await countsKept()).toEqual(new Map());
  });
});

describe('the board of people', () => {
  it('is empty at first', async () => {
    expect(await board()).toMatchObject({ title: '“质量月”知识竞赛', rows: [], nextCursor: null, total: 0, own: null, countedAt: null, hidden: null, questionCount: 20 });
  });

  it('lists the first hundred, twenty a page; ties share a rank across pages', async () => {
    // Every result three times: the tie at places 19 to 21 goes over the page's border.
    await addResults(server, Array.from({ length: 123 }, (_, index) => ({ score: 90, usedMs: MINUTE + Math.floor(index / 3) * 1_000 })));
    const all = await pages();
    expect(all.map(({ rows }) => rows.length)).toEqual([20, 20, 20, 20, 20]);
    expect(all.map(({ total }) => total)).toEqual([123, 123, 123, 123, 123]);
    expect(all.flatMap(({ rows }) => rows.map(({ rank }) => rank))).toEqual(Array.from({ length: 100 }, (_, index) => 1 + 3 * Math.floor(index / 3)));
    expect(new Set(all.flatMap(({ rows }) => rows.map(({ name }) => name))).size).toBeGreaterThan(90);
  });

  it('orders by points, by right answers, and those who passed by time', async () => {
    const named = (name: string, score: number, correctCount: number, seconds: number): SampleResult => ({ name, nameChoice: 'real', score, correctCount, usedMs: seconds * 1000 });
    await addResults(server, [named('甲', 90, 17, 500), named('乙', 88, 18, 400), named('丙', 88, 18, 300), named('丁', 60, 12, 100), named('戊', 59, 12, 50)]);
    const names = async (order: Input<'contest.board'>['order']) => (await board({ order })).rows.map(({ name, rank }) => `${rank}${name}`).join(' ');
    expect(await names('overall')).toBe('1甲 2丙 3乙 4丁 5戊');
    expect(await names('correct')).toBe('1丙 2乙 3甲 4戊 5丁');
    expect(await names('fastest')).toBe('1丁 2丙 3乙 4甲');
    expect((await board({ order: 'fastest' })).total).toBe(4);
  });

  it('tells one’s own row wherever it stands, with the first page only', async () => {
    const citizen = await server.as('citizen');
    await addResults(server, Array.from({ length: 130 }, (_, index) => ({ score: 90, usedMs: MINUTE + index, correctCount: 18 })));
    await addResults(server, [{ personId: citizen.person.id, score: 70, correctCount: 14, usedMs: 5 * MINUTE }]);
    const [first, second] = await pages({}, citizen);
    const own: BoardRow = { rank: 131, name: first?.own?.name ?? '', score: 70, correctCount: 14, usedMs: 5 * MINUTE, memberCount: null, mine: true };
    expect(first?.own).toEqual(own);
    expect(second?.own).toBeNull();
    for (const order of ['correct', 'fastest'] as const) expect((await board({ order }, citizen)).own).toEqual(own);
    expect((await board({}, server)).own).toBeNull();
  });

  it('marks one’s own row in the list, and has none by time for who did not pass', async () => {
    const citizen = await server.as('citizen');
    await addResults(server, [{ score: 90, usedMs: MINUTE }, { personId: citizen.person.id, score: 40, usedMs: MINUTE }]);
    const { rows, own } = await board({}, citizen);
    expect(rows.map(({ mine }) => mine)).toEqual([false, true]);
    expect(own).toEqual(rows[1]);
    expect(await board({ order: 'fastest' }, citizen)).toMatchObject({ total: 1, own: null });
  });

  it('shows a name as its person chose', async () => {
    const result = { score: 80, usedMs: MINUTE };
    await addResults(server, [
      { ...result, name: '欧阳小明', nameChoice: 'real', finishedMs: 1 },
      { ...result, name: '欧阳小明', nameChoice: 'masked', finishedMs: 2 },
      { ...result, name: null, nameChoice: 'anonymous', finishedMs: 3 },
    ]);
    expect((await board()).rows.map(({ name }) => name)).toEqual(['欧阳小明', '欧***', expect.stringMatching(/^参赛者 [0-9a-f]{4}$/)]);
  });

  it.each(['Mw', 'b2Zmc2V0', Buffer.from('board|100').toString('base64url'), Buffer.from('board|-20').toString('base64url'), Buffer.from('board|7').toString('base64url')])(
    'refuses the cursor %s, which no board gave',
    async (cursor) => {
      const error = errorOf(await server.call('contest.board', { kind: 'people', cursor }));
      expect(error).toMatchObject({ code: 'invalid_input', fields: { cursor: '页码不正确，请回到第一页重新查看。' } });
    },
  );

  it('says nothing before results are released', async () => {
    const citizen = await server.as('citizen');
    await addResults(server, [{ personId: citizen.person.id, score: 90, usedMs: MINUTE }]);
    const restore = changeContest(server, { results: 'at-close' });
    expect(await board({}, citizen)).toMatchObject({ rows: [], total: 0, own: null, hidden: '成绩在竞赛结束后一并公布，届时就能看到榜单。' });
    server.clock.set('2017-09-28T18:00:10+08:00');
    const later = await server.as('citizen');
    expect(await board({}, later)).toMatchObject({ total: 1, own: { rank: 1 }, hidden: null });
    restore();
  });

  it('is not there when the contest goes without it, or the campaign without a contest', async () => {
    const restore = changeContest(server, { boards: ['enterprises'] });
    expect(errorOf(await server.call('contest.board', { kind: 'people' }))).toMatchObject({ code: 'not_found', message: '本次竞赛没有这个榜单。' });
    expect((await board({ kind: 'enterprises' })).boards).toEqual(['enterprises']);
    restore();
    const restoreAll = changeContest(server, null);
    expect(errorOf(await server.call('contest.board', { kind: 'people' })).code).toBe('not_found');
    restoreAll();
  });
});
