import { answersFor, asMember, startAttempt } from '../../support/samples/sample-contest';
import { changeContest } from '../../support/samples/sample-results';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';

let server: TestServer;
let officer: TestCaller;
beforeEach(async () => {
  server = await startTestServer();
  officer = await server.as('officer-bureau');
});
afterEach(() => server.close());

async function take(caller: TestCaller, { right, seconds, hiddenCount = 0 }: { right: number; seconds: number; hiddenCount?: number }): Promise<string> {
  const attempt = await startAttempt(caller);
  const answers = await answersFor(server, attempt, right);
  server.clock.advance(seconds * 1000);
  dataOf(await caller.call('contest.submit', { attemptId: attempt.id, answers, hiddenCount }));
  return attempt.id;
}

describe('flagged attempts', () => {
  test('come with the reason in words, newest first, and change nothing', async () => {
    const [usual, hidden, fast, both] = [await asMember(server), await asMember(server), await asMember(server), await asMember(server)];
    await both.call('contest.enter', { nameChoice: 'masked', name: '李示例', enterprise: null, officeId: null });
    await take(usual, { right: 20, seconds: 300, hiddenCount: 4 });
    await take(hidden, { right: 2, seconds: 300, hiddenCount: 7 });
    await take(fast, { right: 20, seconds: 31 });
    await take(both, { right: 20, seconds: 12, hiddenCount: 5 });
    const { attempts, nextCursor } = dataOf(await officer.call('contest.flagged', {}));
    expect(nextCursor).toBeNull();
    expect(attempts.map(({ flags }) => flags)).toEqual([
      [
        { flag: 'often-hidden', reason: '答题期间离开页面 5 次。' },
        { flag: 'too-fast', reason: '20 题共用 12 秒，平均每题 0.6 秒。' },
      ],
      [{ flag: 'too-fast', reason: '20 题共用 31 秒，平均每题 1.6 秒。' }],
      [{ flag: 'often-hidden', reason: '答题期间离开页面 7 次。' }],
    ]);
    expect(attempts[0]).toMatchObject({ name: '李**', score: 100, usedMs: 12_000, hiddenCount: 5 });
    expect(dataOf(await both.call('contest.board', { kind: 'people' })).own?.rank).toBe(1);
  });

  test('come ten a page', async () => {
    const ids: string[] = [];
    for (let nth = 0; nth < 12; nth += 1) ids.push(await take(await asMember(server), { right: 20, seconds: 10 }));
    const first = dataOf(await officer.call('contest.flagged', {}));
    const second = dataOf(await officer.call('contest.flagged', { cursor: first.nextCursor ?? '' }));
    expect([...first.attempts, ...second.attempts].map(({ attemptId }) => attemptId)).toEqual(ids.reverse());
    expect([first.attempts.length, second.nextCursor]).toEqual([10, null]);
  });

  test('are for officers of the office that holds the contest', async () => {
    const stranger = await server.as('officer-baodi');
    for (const action of ['contest.flagged', 'contest.statistics'] as const) {
      expect(errorOf(await stranger.call(action, {})).code).toBe('forbidden');
      expect(errorOf(await (await asMember(server)).call(action, {})).code).toBe('forbidden');
    }
  });
});

describe('a campaign without a contest', () => {
  test('says so, whatever is asked', async () => {
    const [member, none] = [await asMember(server), '00000000-0000-4000-8000-000000000000'];
    changeContest(server, null);
    const replies = [
      await server.call('contest.fairness', {}),
      await server.call('contest.eligible', {}),
      await server.call('erratum.list', {}),
      await member.call('certificate.mine', {}),
      await member.call('certificate.issue', { holderName: '李示例' }),
      await member.call('appeal.submit', { attemptId: none, questionId: 'a-question', reason: '这道题的选项有两个都对。' }),
      await officer.call('appeal.list', {}),
      await officer.call('appeal.decide', { questionId: 'a-question', keyVersion: 1, decision: { kind: 'keep' }, reply: '经复核，题目没有问题。' }),
      await officer.call('contest.flagged', {}),
      await officer.call('contest.statistics', {}),
    ];
    for (const reply of replies) expect(errorOf(reply)).toEqual({ code: 'not_found', message: '本届活动没有知识竞赛。' });
  });
});

interface Asked {
  readonly points: number;
  readonly full: number;
  readonly rest: number;
}

/** Pearson's correlation; null where one side does not vary. */
function correlation(pairs: readonly (readonly [number, number])[]): number | null {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  const [meanX, meanY] = [mean(xs), mean(ys)];
  const of = (a: readonly number[], meanA: number, b: readonly number[], meanB: number): number => a.reduce((sum, value, index) => sum + (value - meanA) * ((b[index] ?? 0) - meanB), 0);
  const spread = Math.sqrt(of(xs, meanX, xs, meanX) * of(ys, meanY, ys, meanY));
  return spread === 0 ? null : of(xs, meanX, ys, meanY) / spread;
}

async function askedByQuestion(): Promise<ReadonlyMap<string, Asked[]>> {
  const byQuestion = new Map<string, Asked[]>();
  for (const { paper, earned, score } of await server.db.selectFrom('contestAttempt').select(['paper', 'earned', 'score']).where('state', '=', 'submitted').execute()) {
    paper.forEach(({ id, points: full }, index) => {
      const points = earned?.[index] ?? 0;
      byQuestion.set(id, [...(byQuestion.get(id) ?? []), { points, full, rest: (score ?? 0) - points }]);
    });
  }
  return byQuestion;
}

describe('statistics', () => {
  test('are empty before the first hand-in', async () => {
    await startAttempt(await asMember(server));
    expect(dataOf(await officer.call('contest.statistics', {}))).toEqual({ attemptCount: 0, questions: [] });
  });

  test('say of each question how often it was asked and answered right, and how well it tells the good from the others', async () => {
    const rights = [3, 5, 8, 10, 12, 14, 16, 18, 19, 20, 7, 11, 13, 2, 20, 9];
    for (const right of rights) await take(await asMember(server), { right, seconds: 120 });
    const { attemptCount, questions } = dataOf(await officer.call('contest.statistics', {}));
    expect(attemptCount).toBe(rights.length);
    const asked = await askedByQuestion();
    expect(questions).toHaveLength(asked.size);
    expect(questions.some(({ discrimination }) => discrimination !== null)).toBe(true);
    for (const { questionId, askedCount, correctShare, discrimination } of questions) {
      const answers = asked.get(questionId) ?? [];
      expect(askedCount).toBe(answers.length);
      expect(correctShare).toBeCloseTo(answers.filter(({ points, full }) => points === full).length / answers.length, 10);
      const expected = correlation(answers.map(({ points, rest }) => [points, rest]));
      if (expected === null) expect(discrimination).toBeNull();
      else expect(discrimination).toBeCloseTo(expected, 10);
    }
    const shares = questions.map(({ correctShare }) => correctShare);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    const stems = new Map((await server.db.selectFrom('question').select(['id', 'stem', 'type']).execute()).map((question) => [question.id, question]));
    for (const { questionId, stem, type } of questions) expect({ id: questionId, stem, type }).toEqual(stems.get(questionId));
  });
});
