import { chanceFrom } from '../../../src/domain/contest/chance';
import { countTeams } from '../../../server/contest/count-teams';
import type { Input } from '../../../src/contract/actions';
import type { BoardView } from '../../../src/contract/contest/board';
import { compareTeams, teamResult, type TeamResult } from '../../../src/domain/contest/ranking';
import { addResults, changeContest, clearResults, type SampleResult } from '../../support/samples/sample-results';
import { dataOf, startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
afterEach(() => clearResults(server));

type Kind = Exclude<Input<'contest.board'>['kind'], 'people'>;

const board = async (kind: Kind, caller: Pick<TestServer, 'call'> = server, cursor?: string | null): Promise<BoardView> =>
  dataOf(await caller.call('contest.board', { kind, ...(cursor && { cursor }) }));
const count = async (): Promise<number> => {
  const { application: { campaign: { contest } }, db, clock } = server;
  if (!contest) throw new Error('There is no contest.');
  return countTeams({ db, contest, readBank: () => Promise.reject(new Error('not needed')), now: clock.now() });
};

const member = (score: number, seconds: number, team: Partial<SampleResult>): SampleResult => ({ score, usedMs: seconds * 1000, ...team });
const team = (size: number, result: { score: number; seconds: number }, of: Partial<SampleResult>): SampleResult[] =>
  Array.from({ length: size }, () => member(result.score, result.seconds, of));

const firm = (code: string, name: string) => ({ enterpriseCode: code, enterpriseName: name });

describe('the boards of teams', () => {
  it('are the mean of the ten best; a team under five is not shown', async () => {
    await addResults(server, [
      ...team(10, { score: 90, seconds: 300 }, firm('A', '天津甲公司')),
      ...team(20, { score: 20, seconds: 800 }, firm('A', '天津甲公司')),
      ...team(5, { score: 91, seconds: 301 }, firm('B', '天津乙公司')),
      ...team(4, { score: 100, seconds: 60 }, firm('C', '天津丙公司')),
    ]);
    expect(await board('enterprises')).toMatchObject({ rows: [], countedAt: null });
    expect(await count()).toBe(2);
    expect(await board('enterprises')).toMatchObject({
      rows: [
        { rank: 1, name: '天津乙公司', score: 91, correctCount: null, usedMs: 301_000, memberCount: 5, mine: false },
        { rank: 2, name: '天津甲公司', score: 90, correctCount: null, usedMs: 300_000, memberCount: 30, mine: false },
      ],
      total: 2,
      nextCursor: null,
      countedAt: '2017-09-07T09:00:00+08:00',
      own: null,
      teams: { best: 10, minimum: 5 },
    });
  });

  it('agree with the rule on random teams with ties', async () => {
    const random = chanceFrom('teams');
    // Many small teams with few different results, so that means tie too.
    const results = Array.from({ length: 600 }, () => member(80 + random(2), 100 + random(2), { groupId: `group-${random(60)}`, finishedMs: random(3) }));
    await addResults(server, results);
    const restore = changeContest(server, { teams: { best: 3, minimum: 8 } });
    await count();
    const teams = new Map<string, TeamResult & { readonly memberCount: number }>();
    for (const groupId of new Set(results.map((result) => result.groupId ?? ''))) {
      const members = results.filter((result) => result.groupId === groupId).map(({ score, usedMs, finishedMs = 0 }) => ({ score, usedMs, finishedAt: new Date(finishedMs) }));
      const result = teamResult(members, { best: 3, minimum: 8 });
      if (result) teams.set(groupId, { ...result, memberCount: members.length });
    }
    const expected = [...teams].map(([teamId, { meanScore, meanMs, memberCount }]) => ({
      ...{ teamId, meanScore, meanMs, memberCount },
      rank: 1 + [...teams.values()].filter((other) => compareTeams(other, { meanScore, meanMs }) < 0).length,
    }));
    const stored = await server.db.selectFrom('contestTeam').select(['teamId', 'meanScore', 'meanMs', 'memberCount', 'rank']).execute();
    const sorted = (teamsFound: typeof expected) => [...teamsFound].sort((a, b) => (a.teamId < b.teamId ? -1 : 1));
    expect(sorted(stored)).toEqual(sorted(expected));
    restore();
  });

  it('call an enterprise as most of its members do, or as the first of them did; an office by its name; a group by its code', async () => {
    await addResults(server, [
      ...['天津海河食品公司', '海河食品', '海河食品', '天津海河食品公司', '海河'].map((name, index) => member(80, 300, { ...firm('A', name), finishedMs: index })),
      ...['乙', '丙', '丙', '丙', '乙'].map((name, index) => member(70, 300, { ...firm('B', name), finishedMs: index })),
      ...team(5, { score: 80, seconds: 300 }, { officeId: 'baodi' }),
      ...team(5, { score: 80, seconds: 300 }, { groupId: '9b0d24c0ffee' }),
    ]);
    await count();
    const names = async (kind: Kind) => (await board(kind)).rows.map(({ name }) => name);
    expect(await names('enterprises')).toEqual(['天津海河食品公司', '丙']);
    expect(await names('offices')).toEqual(['宝坻检验检疫局']);
    expect(await names('groups')).toEqual(['微信群 9B0D']);
  });

  it('tell a person’s own team, and count no guest', async () => {
    const citizen = await server.as('citizen');
    await addResults(server, [
      ...team(5, { score: 90, seconds: 300 }, { officeId: 'baodi' }),
      ...team(4, { score: 80, seconds: 300.5 }, { officeId: 'donggang' }),
      member(81, 300, { officeId: 'donggang', personId: citizen.person.id }),
      ...team(50, { score: 100, seconds: 60 }, { officeId: 'donggang', ranked: false }),
    ]);
    await count();
    const own = { rank: 2, name: '东港检验检疫局', score: 80.2, usedMs: 300_400, memberCount: 5, mine: true };
    const view = await board('offices', citizen);
    expect(view.own).toMatchObject(own);
    expect(view.rows.map(({ mine }) => mine)).toEqual([false, true]);
  });

  it('list the first hundred, twenty a page', async () => {
    await addResults(server, Array.from({ length: 103 }, (_, index) => team(5, { score: 90, seconds: 100 + index }, { groupId: `group-${index}` })).flat());
    await count();
    const ranks: number[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await board('groups', server, cursor);
      expect(page.total).toBe(103);
      ranks.push(...page.rows.map(({ rank }) => rank));
      cursor = page.nextCursor;
    } while (cursor);
    expect(ranks).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });
});

describe('counting teams', () => {
  const countedAt = async () => (await board('offices')).countedAt;

  it('is done when a result, a team or the rules have changed, and not otherwise', async () => {
    const [first] = await addResults(server, team(6, { score: 80, seconds: 300 }, { officeId: 'baodi' }));
    expect(await count()).toBe(1);
    const before = await countedAt();
    server.clock.advance(60_000);
    expect(await count()).toBe(0);
    expect(await countedAt()).toBe(before);

    await server.db.updateTable('contestEntrant').set({ bestScore: 90 }).where('id', '=', first ?? '').execute();
    expect(await count()).toBe(1);
    expect(await countedAt()).not.toBe(before);
    expect((await board('offices')).rows[0]).toMatchObject({ score: 81.7, memberCount: 6 });

    await server.db.updateTable('contestEntrant').set({ officeId: null }).where('id', '=', first ?? '').execute();
    await count();
    expect((await board('offices')).rows[0]).toMatchObject({ score: 80, memberCount: 5 });

    const restore = changeContest(server, { teams: { best: 10, minimum: 6 } });
    expect(await count()).toBe(0);
    expect((await board('offices')).rows).toEqual([]);
    restore();
  });

  it('is done when an office is called otherwise', async () => {
    await addResults(server, team(6, { score: 80, seconds: 300 }, { officeId: 'baodi' }));
    await count();
    const rename = (name: string) => server.db.updateTable('office').set({ name }).where('id', '=', 'baodi').execute();
    await rename('宝坻局（新）');
    expect(await count()).toBe(1);
    expect((await board('offices')).rows[0]?.name).toBe('宝坻局（新）');
    await rename('宝坻检验检疫局');
  });

  it('may be asked for in parallel', async () => {
    await addResults(server, team(6, { score: 80, seconds: 300 }, { officeId: 'baodi' }));
    expect((await Promise.all([count(), count(), count()])).reduce((sum, counted) => sum + counted)).toBe(1);
    expect((await board('offices')).rows).toHaveLength(1);
  });
});
