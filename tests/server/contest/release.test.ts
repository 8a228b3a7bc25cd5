import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResultView } from '../../../src/contract/contest/attempt';
import { answersFor, asMember, startAttempt, takeContest } from '../../support/samples/sample-contest';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';

const open = '2017-09-08T10:00:00+08:00';
const closing = '2017-09-28T18:00:00+08:00';
/** With the grace of the last ones. */
const over = '2017-09-28T18:00:10+08:00';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'campaign-'));
  await cp(join('campaigns', 'tianjin-2017'), folder, { recursive: true });
});
afterAll(() => rm(folder, { recursive: true }));

async function startServer(results: string, explanations: string): Promise<TestServer> {
  const file = join(folder, 'contest.yaml');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(/^results: .*$/m, `results: ${results}`).replace(/^explanations: .*$/m, `explanations: ${explanations}`));
  return startTestServer({ now: open, configuration: { campaignFolder: folder } });
}

const resultOf = async (caller: TestCaller, attemptId: string): Promise<ResultView> => dataOf(await caller.call('contest.result', { attemptId }));
const got = async (caller: TestCaller) => dataOf(await caller.call('contest.get', {})).mine;

test('results and explanations that wait for the closing are told to nobody while an answer is still taken, and to everyone then', async () => {
  const server = await startServer('at-close', 'at-close');
  const person = await asMember(server);
  const attemptId = await takeContest(server, person, { right: 12 });
  const held = await resultOf(person, attemptId);
  expect(held).toMatchObject({ score: null, releasedAt: over, best: false, standing: null, mayAppeal: false, mayCertify: false, advice: [], usedMs: 300_000 });
  for (const question of held.questions) expect(question).toMatchObject({ earned: null, key: null, explanation: null, source: null, voided: false });
  expect(await got(person)).toMatchObject({ best: null, attempts: [{ state: 'submitted', score: null, passed: null }] });
  expect(dataOf(await person.call('contest.home', {})).contest).toMatchObject({ best: null });

  server.clock.set('2017-09-28T17:59:59.999+08:00');
  const later = await asMember(server);
  await startAttempt(later);
  expect(await resultOf(person, attemptId)).toEqual(held);
  for (const instant of [closing, '2017-09-28T18:00:09.999+08:00']) {
    server.clock.set(instant);
    expect(await resultOf(person, attemptId)).toEqual(held);
    expect(await got(person)).toMatchObject({ best: null, attempts: [{ score: null, passed: null }] });
    expect(dataOf(await person.call('contest.home', {})).contest).toMatchObject({ best: null });
  }
  server.clock.set(over);
  const told = await resultOf(person, attemptId);
  expect(told).toMatchObject({ score: { correctCount: 12 }, releasedAt: null, best: true, standing: { rank: 1, of: 1 }, mayAppeal: true });
  for (const { earned, explanation, source } of told.questions) expect([earned, explanation, source]).not.toContain(null);
  expect(await got(person)).toMatchObject({ best: { attemptId }, attempts: [{ score: told.score?.points }] });
  await server.close();
});

test('explanations may wait while results do not', async () => {
  const server = await startServer('at-submission', 'at-close');
  const person = await asMember(server);
  const result = await resultOf(person, await takeContest(server, person));
  expect(result).toMatchObject({ score: { points: 100 }, releasedAt: over, mayAppeal: false, mayCertify: true, standing: { rank: 1 } });
  for (const question of result.questions) expect(question).toMatchObject({ earned: question.points, key: null, explanation: null });
  await server.close();
});

describe('told at once', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer('at-submission', 'at-submission');
  });
  afterAll(() => server.close());

  test('a result explains every question as it was shown, and sends on from what was lost', async () => {
    const person = await asMember(server);
    const attempt = await startAttempt(person);
    const answers = await answersFor(server, attempt, 14);
    dataOf(await person.call('contest.submit', { attemptId: attempt.id, answers }));
    const result = await resultOf(person, attempt.id);
    for (const [index, { key, chosen, earned, points, options }] of result.questions.entries()) {
      expect(options).toEqual(attempt.questions[index]?.options);
      expect([chosen.join() === key?.join(), earned === points]).toEqual([index < 14, index < 14]);
    }
    const lost = (topicId: string) => result.questions.filter((question) => question.topicId === topicId).reduce((sum, { points, earned }) => sum + points - (earned ?? 0), 0);
    const losses = result.advice.map(({ topicId }) => lost(topicId));
    expect(losses).toEqual([...losses].sort((a, b) => b - a));
    expect(losses.reduce((sum, points) => sum + points, 0)).toBe(100 - (result.score?.points ?? 0));
    // Several kinds of request offer these subjects; the expert visit comes first in the directory.
    const subjects = new Map([
      ['quality-basics', '质量管理'],
      ['entry-exit-inspection', '直通到厂政策宣贯'],
      ['three-sames-gi-brand', '三同与出口转内销'],
    ]);
    for (const { topicId, request } of result.advice) {
      const subjectName = subjects.get(topicId);
      if (subjectName === undefined) expect(request).toBeNull();
      else expect(request).toMatchObject({ kindId: 'expert-visit', kindTitle: '请专家上门', subjectName });
    }
  });

  test('a result is the same however its attempt’s id is spelt', async () => {
    const person = await asMember(server);
    const attemptId = await takeContest(server, person);
    expect(await resultOf(person, attemptId.toUpperCase())).toEqual(await resultOf(person, attemptId));
  });

  test('an attempt without a result yet says whether its person or its time has to end it', async () => {
    const person = await asMember(server);
    const { id: attemptId } = await startAttempt(person);
    server.clock.advance(15 * 60_000 - 1);
    expect(errorOf(await person.call('contest.result', { attemptId }))).toEqual({ code: 'conflict', message: '这份答卷还没有交卷，交卷后才能看成绩。' });
    server.clock.advance(1);
    expect(errorOf(await person.call('contest.result', { attemptId }))).toEqual({ code: 'conflict', message: '答题时间已到，正在交卷，请稍候再看。' });
  });

  test('a question may be appealed against until the end of the last day', async () => {
    const person = await asMember(server);
    const attemptId = await takeContest(server, person);
    server.clock.set('2017-09-30T23:59:59+08:00');
    expect((await resultOf(person, attemptId)).mayAppeal).toBe(true);
    server.clock.set('2017-10-01T00:00:00+08:00');
    expect((await resultOf(person, attemptId)).mayAppeal).toBe(false);
  });
});
