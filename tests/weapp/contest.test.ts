import { run } from '../support/running-app';
import { startTestServer, dataOf, type TestServer } from '../support/server';
import { startAttempt } from '../support/samples/sample-contest';
import { engines } from './host/engines';
import type { HostedApp } from './host/hosted-app';

jest.setTimeout(120_000);

const KB = 1024;
const MINUTE = 60_000;
const QUESTIONS = 20;

const options = (app: HostedApp) => [...app.page().all({ role: 'radio' }), ...app.page().all({ role: 'checkbox' })];

/** Taps the first option of the question at hand. */
const answer = async (app: HostedApp): Promise<void> => {
  const [first] = options(app);
  if (!first) throw new Error('The question has no options.');
  await app.page().tap(first);
};

/** Everything that WeChat had to carry to the screen while something happened, in bytes. */
const cost = async (app: HostedApp, act: () => Promise<unknown>): Promise<number> => {
  const before = app.setDatas().length;
  await act();
  return app.setDatas().slice(before).reduce((sum, { bytes }) => sum + bytes, 0);
};

const startFromTheTab = async (app: HostedApp): Promise<void> => {
  await app.navigate('/pages/contest/index');
  await app.page().tap('开始竞赛');
  await app.page().tap('开始答题（今天还有 2 次）');
};

/** Lets the server's clock run until so much is left of the attempt; the app learns it when it is shown again. */
const leave = async (app: HostedApp, server: TestServer, left: number): Promise<void> => {
  await app.hide();
  server.clock.advance(15 * MINUTE - left);
  await app.show();
};

const handIn = async (app: HostedApp): Promise<void> => {
  await app.page().tap('答题卡');
  await app.page().tap('交卷');
};

const keptAttempts = (app: HostedApp) => Object.keys(app.storage()).filter((key) => key.startsWith('attempt '));

/** What the server holds of the only attempt: chosen options by question, and how it ended. */
const stored = async ({ db }: TestServer) => db.selectFrom('contestAttempt').select(['id', 'answers', 'state', 'closedBy', 'hiddenCount']).executeTakeFirstOrThrow();

describe.each(engines)('the contest in the compiled mini-program, drawn by $name', (engine) => {
  it('is taken from the tab to the result, though the network is gone in the middle', async () => {
    const { app, server } = await run({ engine });
    await startFromTheTab(app);
    for (let position = 1; position <= QUESTIONS; position += 1) {
      expect(app.page().text()).toContain(`第 ${position} 题 / 共 ${QUESTIONS} 题`);
      if (position === 6) await app.setNetwork('none');
      await answer(app);
      if (position === 8) {
        expect(app.page().text()).toContain('网络不通，答案先存在手机里，连上后自动保存。');
        expect(Object.keys((await stored(server)).answers)).toHaveLength(5);
      }
      if (position === 12) {
        await app.setNetwork('wifi');
        expect(app.page().text()).toContain('答案已保存');
        expect(Object.keys((await stored(server)).answers)).toHaveLength(12);
      }
      await app.page().tap(position === QUESTIONS ? '检查并交卷' : '下一题');
    }
    expect(app.page().text()).toContain('全部作答了，可以交卷');
    await app.page().tap('交卷');
    expect(app.page().route).toBe('contest/result/index');
    expect(app.page().text()).toMatch(/\d+ 分/);
    expect(await stored(server)).toMatchObject({ state: 'submitted', closedBy: 'person' });
    expect(keptAttempts(app)).toEqual([]);
    // Back behind the result lies the lobby, which knows of it.
    await app.back();
    expect(app.page().text()).toContain('第 1 次');
    expect(app.page().has('开始答题（今天还有 1 次）')).toBe(true);
  });

  it('goes on after the phone died, with the answers that were never sent', async () => {
    const server = await startTestServer();
    const { app: before } = await run({ engine, server });
    await startFromTheTab(before);
    await answer(before);
    await before.page().tap('下一题');
    await before.setNetwork('none');
    await answer(before);
    await before.page().tap('下一题');
    await answer(before);
    expect(Object.keys((await stored(server)).answers)).toHaveLength(1);

    const { app } = await run({ engine, server, storage: before.storage(), path: 'pages/contest/index' });
    await app.page().tap('继续答题');
    expect(app.page().text()).toContain('第 3 题');
    expect(options(app).filter((option) => app.page().checked(option))).toHaveLength(1);
    expect(app.page().text()).toContain('答案已保存');
    expect(Object.keys((await stored(server)).answers)).toHaveLength(3);
    await handIn(app);
    expect(app.page().route).toBe('contest/result/index');
    await server.close();
  });

  it('starts one attempt though the first answer was lost', async () => {
    const { app, server } = await run({ engine });
    await app.navigate('/contest/lobby/index');
    await app.setNetwork('none');
    await app.page().tap('开始答题（今天还有 2 次）');
    expect(app.page().has('重试')).toBe(true);
    const nonce = app.storage()['contest nonce'];
    await app.setNetwork('wifi');
    await app.page().tap('重试');
    expect(app.page().text()).toContain('第 1 题');
    const attempts = await server.db.selectFrom('contestAttempt').select('nonce').execute();
    expect(attempts).toEqual([{ nonce }]);
    expect(app.storage()['contest nonce']).toBeUndefined();
  });

  it('hands in what was saved when the time is up', async () => {
    const { app, server } = await run({ engine });
    await startFromTheTab(app);
    await answer(app);
    await leave(app, server, 5000);
    expect(app.page().text()).toContain('00:05');
    server.clock.advance(5000);
    await app.advance(6000);
    expect(app.page().route).toBe('contest/result/index');
    const { state, answers } = await stored(server);
    expect({ state, count: Object.keys(answers).length }).toEqual({ state: 'submitted', count: 1 });
  });

  it('says offline at the deadline what will be graded, and shows the result once the network is back', async () => {
    const { app, server } = await run({ engine });
    await startFromTheTab(app);
    await answer(app);
    await leave(app, server, 5000);
    await app.setNetwork('none');
    await app.page().tap('下一题');
    await answer(app);
    server.clock.advance(MINUTE);
    await app.advance(6000);
    expect(app.page().text()).toContain('时间到了，网络还没有连上。已经送到的答案会按时计分，连上网络后自动交卷。');
    await app.setNetwork('wifi');
    expect(app.page().route).toBe('contest/result/index');
    const { closedBy, answers } = await stored(server);
    expect({ closedBy, count: Object.keys(answers).length }).toEqual({ closedBy: 'deadline', count: 1 });
  });

  it('shows the result when the person comes back long after the deadline', async () => {
    const { app, server } = await run({ engine });
    await startFromTheTab(app);
    await answer(app);
    await leave(app, server, -60 * MINUTE);
    expect(app.page().route).toBe('contest/result/index');
    expect(app.page().text()).toContain('系统按当时已经保存的答案交了卷');
    expect(await stored(server)).toMatchObject({ closedBy: 'deadline' });
  });

  it('ends nothing by the phone’s own clock', async () => {
    const { app, server } = await run({ engine });
    await startFromTheTab(app);
    await leave(app, server, 5000);
    await app.advance(20_000);
    expect(app.page().route).toBe('contest/attempt/index');
    await answer(app);
    expect(app.page().text()).toContain('答案已保存');
    expect(await stored(server)).toMatchObject({ state: 'open' });
  });

  it('takes over what was answered on another phone', async () => {
    const server = await startTestServer();
    const citizen = await server.as('citizen');
    const attempt = await startAttempt(citizen);
    const [first] = attempt.questions;
    if (!first) throw new Error('The paper is empty.');
    const { app } = await run({ engine, server, path: `contest/attempt/index?id=${attempt.id}`, storage: { session: citizen.token } });
    await app.hide();
    dataOf(await citizen.call('contest.save', { attemptId: attempt.id, answers: [{ questionId: first.id, chosen: [1], revision: 1 }] }));
    await app.show();
    expect(options(app).map((option) => app.page().checked(option)).indexOf(true)).toBe(1);
    expect(app.calls('showToast').at(-1)?.options).toMatchObject({ title: '第 1 题在另一台设备上改过，已经更新' });
    await answer(app);
    const { answers, hiddenCount } = await stored(server);
    expect(hiddenCount).toBe(1);
    expect(answers[first.id]?.[0]).toBe(2);
    await server.close();
  });

  it('answers, turns and ticks within its budget', async () => {
    const { app } = await run({ engine });
    await startFromTheTab(app);
    for (let position = 1; position < QUESTIONS; position += 1) {
      expect(await cost(app, () => answer(app))).toBeLessThanOrEqual(2 * KB);
      expect(await cost(app, () => app.page().tap('下一题'))).toBeLessThanOrEqual(5 * KB);
    }
    expect(await cost(app, () => app.advance(1000))).toBeLessThanOrEqual(200);
  });

  it('counts for the WeChat group from whose card it was opened', async () => {
    const { app } = await run({ engine, path: 'contest/lobby/index', scene: 1044 });
    const sealed = { encryptedData: 'c2VjcmV0', iv: 'AAAAAAAAAAAAAAAAAAAAAA==' };
    app.answer('getGroupEnterInfo', () => sealed);
    await app.page().tap('代表这个微信群参加');
    const joining = app.calls('request').at(-1)?.options;
    expect(joining).toMatchObject({ url: expect.stringMatching(/\/contest\.join-group$/) as string, data: JSON.stringify({ code: 'login-code', ...sealed }) });
    // The group is sealed with the key of this login, so none may follow it.
    const names = app.calls().map(({ name }) => name);
    expect(names.lastIndexOf('login')).toBeLessThan(names.indexOf('getGroupEnterInfo'));
    // The test server is not connected to WeChat, and says so.
    expect(app.page().text()).toContain('这里没有接通微信');
  });

  it('offers no group to who came another way', async () => {
    const { app } = await run({ engine, path: 'contest/lobby/index', scene: 1007 });
    expect(app.page().has('代表这个微信群参加')).toBe(false);
    expect(await app.page().share()).toMatchObject({ path: '/contest/lobby/index', title: expect.stringContaining('知识竞赛') as string });
  });
});
