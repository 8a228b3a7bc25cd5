import type { Input } from '../../../src/contract/actions';
import { asMember, takeContest } from '../../support/samples/sample-contest';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.clock.set('2017-09-08T10:00:00+08:00');
});

const enterprise = { name: '示例质量有限公司', creditCode: '91350100M000100Y43' };
const full = { nameChoice: 'masked', name: '示例姓名', enterprise, officeId: 'baodi' } as const;
const get = async (caller: TestCaller | TestServer) => dataOf(await caller.call('contest.get', {}));

describe('the contest', () => {
  test('shows its rules to everyone, counted from the blueprint', async () => {
    const contest = await get(server);
    expect(contest).toMatchObject({ id: 'tianjin-2017-quiz', phase: 'open', now: '2017-09-08T10:00:00+08:00', mine: null, erratumCount: 0, drawn: false });
    expect(contest.rules).toMatchObject({ questionCount: 20, fullMark: 100, passMark: 60, durationMinutes: 15, attemptsPerDay: 2, attemptsInAll: 6, prizes: { count: 20 } });
    expect(contest.rules.parts).toEqual([
      { type: 'single', count: 10, points: 50 },
      { type: 'multiple', count: 5, points: 30 },
      { type: 'judgement', count: 5, points: 20 },
    ]);
    expect(contest.offices.map(({ id }) => id)).toEqual(server.application.campaign.offices.map(({ id }) => id));
  });

  test.each([
    ['2017-09-07T08:59:59+08:00', 'before'],
    ['2017-09-07T09:00:00+08:00', 'open'],
    ['2017-09-28T17:59:59+08:00', 'open'],
    ['2017-09-28T18:00:00+08:00', 'closed'],
  ])('at %s is %s', async (now, phase) => {
    server.clock.set(now);
    expect((await get(server)).phase).toBe(phase);
    expect(dataOf(await server.call('contest.home', {})).contest).toMatchObject({ phase, questionCount: 20, durationMinutes: 15, prizeCount: 20 });
  });

  test('knows whoever has not taken part as anonymous, with all attempts left', async () => {
    const { mine } = await get(await asMember(server));
    expect(mine).toEqual({
      entry: { nameChoice: 'anonymous', name: null, enterprise: null, officeId: null, groupCode: null },
      ranked: true,
      attemptsLeftToday: 2,
      attemptsLeft: 6,
      openAttemptId: null,
      attempts: [],
      best: null,
    });
    expect((await get(await server.asGuest())).mine).toMatchObject({ ranked: false });
  });

  test('stands on its tab in brief beside the topics', async () => {
    const person = await asMember(server);
    const attemptId = await takeContest(server, person);
    const { contest, practice } = dataOf(await person.call('contest.home', {}));
    expect(contest).toMatchObject({ title: '“质量月”知识竞赛', openAttemptId: null, best: { attemptId, score: 100 } });
    expect(practice.topics).toHaveLength(7);
  });
});

describe('entering', () => {
  test('keeps how a person takes part, and may be changed', async () => {
    const person = await asMember(server);
    const { entry } = dataOf(await person.call('contest.enter', full));
    expect(entry).toEqual({ nameChoice: 'masked', name: '示例姓名', enterprise, officeId: 'baodi', groupCode: null });
    expect((await get(person)).mine?.entry).toEqual(entry);
    const changed = dataOf(await person.call('contest.enter', { nameChoice: 'real', name: '示例人', enterprise: null, officeId: null })).entry;
    expect(changed).toEqual({ nameChoice: 'real', name: '示例人', enterprise: null, officeId: null, groupCode: null });
  });

  test('keeps no name of whoever stays anonymous', async () => {
    const person = await asMember(server);
    dataOf(await person.call('contest.enter', { ...full, nameChoice: 'anonymous' }));
    expect((await get(person)).mine?.entry).toMatchObject({ nameChoice: 'anonymous', name: null });
    expect(JSON.stringify((await tableContents(server.db)).contestEntrant?.filter((row) => row.includes(person.person.id)))).not.toContain('示例姓名');
  });

  test('leaves attempts and result as they are, and an attempt leaves the entry', async () => {
    const person = await asMember(server);
    dataOf(await person.call('contest.enter', full));
    await takeContest(server, person);
    dataOf(await person.call('contest.enter', { ...full, officeId: null }));
    expect((await get(person)).mine).toMatchObject({ entry: { name: '示例姓名', officeId: null }, attemptsLeft: 5, best: { score: 100 } });
  });

  test.each<[string, Partial<Input<'contest.enter'>>, Record<string, unknown>]>([
    ['a shown name that is missing', { name: null }, { name: '请填写姓名，或选择匿名。' }],
    ['an office that does not exist', { officeId: 'moon' }, { officeId: '没有这个单位，请从列表中选择。' }],
    ['a credit code that is too short', { enterprise: { ...enterprise, creditCode: '123' } }, { 'enterprise.creditCode': '统一社会信用代码应为 18 位，请对照营业执照核对。' }],
    ['a credit code with a wrong check digit', { enterprise: { ...enterprise, creditCode: '91350100M000100Y44' } }, { 'enterprise.creditCode': '校验码对不上：按前 17 位计算，最后一位应为 3，现在是 4。多半是有一位写错了。请对照营业执照核对后重新填写。' }],
  ])('refuses %s and changes nothing', async (_, change, fields) => {
    const person = await asMember(server);
    const before = await tableContents(server.db);
    expect(errorOf(await person.call('contest.enter', { ...full, ...change }))).toMatchObject({ code: 'invalid_input', fields });
    expect(await tableContents(server.db)).toEqual(before);
  });

  const closed = '2017-09-28T18:00:00+08:00';
  const hidden = { ...full, nameChoice: 'anonymous', name: null } as const;

  test('is possible before the contest opens and over when it has closed', async () => {
    const [person, stranger] = [await asMember(server), await asMember(server)];
    server.clock.set('2017-09-02T10:00:00+08:00');
    dataOf(await person.call('contest.enter', full));
    server.clock.set(closed);
    const before = await tableContents(server.db);
    const changes = [{ ...full, officeId: null }, { ...full, nameChoice: 'real' as const }, { ...full, name: '另一姓名' }, full, { ...hidden, enterprise: null }, { ...hidden, officeId: null }];
    for (const change of changes) {
      expect(errorOf(await person.call('contest.enter', change))).toEqual({ code: 'contest_not_open', message: '竞赛已于 9 月 28 日 18:00 结束，参赛信息不能再修改，姓名只能改为部分隐藏或匿名。' });
    }
    expect(errorOf(await stranger.call('contest.enter', hidden)).code).toBe('contest_not_open');
    expect(await tableContents(server.db)).toEqual(before);
  });

  test('may show less of a person even when the contest has closed', async () => {
    const person = await asMember(server);
    dataOf(await person.call('contest.enter', { ...full, nameChoice: 'real' }));
    server.clock.set(closed);
    expect(dataOf(await person.call('contest.enter', full)).entry).toEqual({ ...full, groupCode: null });
    expect(dataOf(await person.call('contest.enter', { ...hidden, name: '示例姓名' })).entry).toEqual({ ...hidden, groupCode: null });
  });
});
