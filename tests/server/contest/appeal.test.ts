import type { Input } from '../../../src/contract/actions';
import type { AppealedQuestion, ErratumView } from '../../../src/contract/contest/office';
import type { QuestionType } from '../../../src/contract/practice';
import { runChores } from '../../support/naive-contest';
import { decideAppeal, fileAppeal, otherKey, reason } from '../../support/samples/sample-appeal';
import { asMember, startAttempt, takeContest } from '../../support/samples/sample-contest';
import { changeContest } from '../../support/samples/sample-results';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
let member: TestCaller;
let officer: TestCaller;
let attemptId: string;
let questionIds: readonly string[];
beforeEach(async () => {
  server = await startTestServer();
  member = await asMember(server);
  officer = await server.as('officer-bureau');
  attemptId = await takeContest(server, member, { right: 12 });
  questionIds = await questionsOf(attemptId);
});
afterEach(() => server.close());

const questionsOf = async (id: string): Promise<string[]> =>
  (await server.db.selectFrom('contestAttempt').select('paper').where('id', '=', id).executeTakeFirstOrThrow()).paper.map((question) => question.id);
const questionId = (nth = 0): string => questionIds[nth] ?? '';
const ofType = (type: QuestionType) =>
  server.db.selectFrom('question').select(['id', 'key', 'options']).where('type', '=', type).where('id', 'in', questionIds).orderBy('id').executeTakeFirstOrThrow();

const list = async (cursor?: string) => dataOf(await officer.call('appeal.list', cursor === undefined ? {} : { cursor }));
const errata = async (): Promise<readonly ErratumView[]> => dataOf(await server.call('erratum.list', {})).errata;
const reply = '经复核，第二个选项的说法同样成立。';
const decide = (input: Partial<Input<'appeal.decide'>> & Pick<Input<'appeal.decide'>, 'questionId' | 'decision'>, by: TestCaller = officer) => by.call('appeal.decide', { keyVersion: 1, reply, ...input });

async function refusedUnchanged(code: string, message: string, call: () => Promise<unknown>): Promise<void> {
  const before = await tableContents(server.db);
  expect(errorOf((await call()) as Parameters<typeof errorOf>[0])).toMatchObject({ code, message });
  expect(await tableContents(server.db)).toEqual(before);
}

describe('an appeal', () => {
  test('is filed on a question of one’s own attempt and shown with the result', async () => {
    expect(dataOf(await member.call('appeal.submit', { attemptId, questionId: questionId(), reason }))).toEqual({ state: 'open', reason, reply: null });
    const result = dataOf(await member.call('contest.result', { attemptId }));
    expect(result.questions[0]?.appeal).toEqual({ state: 'open', reason, reply: null });
    expect(result.questions.slice(1).every(({ appeal }) => appeal === null)).toBe(true);
  });

  test('is one for each person and question, though the question comes again in another attempt', async () => {
    await fileAppeal(member, attemptId, questionId());
    await refusedUnchanged('conflict', '您已经对这道题提出过申诉，请在成绩页查看答复。', () => member.call('appeal.submit', { attemptId, questionId: questionId(), reason }));
    const replies = await Promise.all([1, 2, 3].map(() => member.call('appeal.submit', { attemptId, questionId: questionId(1), reason })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test('is not taken on somebody else’s attempt, an unknown one, or a question that was not asked', async () => {
    const other = await asMember(server);
    const unknown = '00000000-0000-4000-8000-000000000000';
    const all = await server.db.selectFrom('question').select('id').where('inContest', '=', true).execute();
    const notAsked = all.find(({ id }) => !questionIds.includes(id))?.id ?? '';
    await refusedUnchanged('not_found', '没有找到这份答卷，请回到竞赛页面重新进入。', () => other.call('appeal.submit', { attemptId, questionId: questionId(), reason }));
    await refusedUnchanged('not_found', '没有找到这份答卷，请回到竞赛页面重新进入。', () => member.call('appeal.submit', { attemptId: unknown, questionId: questionId(), reason }));
    await refusedUnchanged('not_found', '这份答卷里没有这道题。', () => member.call('appeal.submit', { attemptId, questionId: notAsked, reason }));
  });

  test('is taken only after the hand-in', async () => {
    const { id, questions } = await startAttempt(member);
    await refusedUnchanged('conflict', '交卷以后才能申诉。', () => member.call('appeal.submit', { attemptId: id, questionId: questions[0]?.id ?? '', reason }));
  });

  test('is taken only once the explanations are told', async () => {
    changeContest(server, { explanations: 'at-close' });
    await refusedUnchanged('conflict', '解析公布以后才能申诉。', () => member.call('appeal.submit', { attemptId, questionId: questionId(), reason }));
    server.clock.set('2017-09-28T18:00:10+08:00');
    await fileAppeal(member, attemptId, questionId());
  });

  test('is taken until the end of the last day, in China', async () => {
    server.clock.set('2017-09-30T23:59:59+08:00');
    await fileAppeal(member, attemptId, questionId());
    server.clock.set('2017-10-01T00:00:00+08:00');
    await refusedUnchanged('conflict', '申诉已于 9 月 30 日截止。', () => member.call('appeal.submit', { attemptId, questionId: questionId(1), reason }));
  });

  test('has no use on a question that was voided', async () => {
    await fileAppeal(member, attemptId, questionId());
    await decideAppeal(server, questionId(), { kind: 'void' });
    await server.db.updateTable('contestAppeal').set({ personId: null }).execute();
    await refusedUnchanged('conflict', '这道题已经作废，凡抽到它的答卷都计了满分，不需要再申诉。', () => member.call('appeal.submit', { attemptId, questionId: questionId(), reason }));
  });
});

describe('the office’s list', () => {
  test('is for officers of the office that holds the contest', async () => {
    const stranger = await server.as('officer-baodi');
    await fileAppeal(member, attemptId, questionId());
    await refusedUnchanged('forbidden', '知识竞赛由承办单位的工作人员管理。', () => stranger.call('appeal.list', {}));
    await refusedUnchanged('forbidden', '知识竞赛由承办单位的工作人员管理。', () => decide({ questionId: questionId(), decision: { kind: 'keep' } }, stranger));
    expect(errorOf(await member.call('appeal.list', {})).code).toBe('forbidden');
  });

  test('has each question once with all that is needed to judge it, the longest waiting first, ten a page', async () => {
    expect(await list()).toEqual({ keyVersion: 1, questions: [], nextCursor: null });
    for (const id of questionIds.slice(0, 12)) {
      server.clock.advance(60_000);
      await fileAppeal(member, attemptId, id);
    }
    const first = await list();
    const second = await list(first.nextCursor ?? '');
    expect(first.questions).toHaveLength(10);
    expect(second.nextCursor).toBeNull();
    expect([...first.questions, ...second.questions].map((question) => question.questionId)).toEqual(questionIds.slice(0, 12));
    const stored = await server.db.selectFrom('question').selectAll().where('id', '=', questionId()).executeTakeFirstOrThrow();
    expect(first.questions[0]).toMatchObject<Partial<AppealedQuestion>>({ stem: stored.stem, options: stored.options, key: stored.key, explanation: stored.explanation, source: stored.source, appealCount: 1 });
    expect(first.questions[0]?.appeals).toMatchObject([{ at: '2017-09-07T09:06:00+08:00', reason }]);
    expect(JSON.stringify(first)).not.toContain(member.person.id);
  });

  test('shows the twenty oldest appeals on a question and counts them all', async () => {
    const rows = Array.from({ length: 25 }, (_, index) => ({
      id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
      contestId: 'tianjin-2017-quiz',
      questionId: questionId(),
      attemptId,
      personId: null,
      reason: `理由 ${index}`,
      filedAt: new Date(Date.parse('2017-09-08T09:00:00+08:00') - index * 1000),
      state: 'open' as const,
    }));
    await server.db.insertInto('contestAppeal').values(rows).execute();
    const [question] = (await list()).questions;
    expect(question?.appealCount).toBe(25);
    expect(question?.appeals.map((appeal) => appeal.reason)).toEqual(Array.from({ length: 20 }, (_, index) => `理由 ${24 - index}`));
  });
});

describe('a decision', () => {
  test('that keeps the question answers all who appealed and changes nothing else', async () => {
    const other = await asMember(server);
    const others = await takeContest(server, other);
    await fileAppeal(member, attemptId, questionId());
    await server.db.insertInto('contestAppeal').values({ id: others, contestId: 'tianjin-2017-quiz', questionId: questionId(), attemptId: others, personId: other.person.id, reason, filedAt: server.clock.now(), state: 'open' }).execute();
    const before = await tableContents(server.db);
    expect(dataOf(await decide({ questionId: questionId(), decision: { kind: 'keep' } }))).toEqual({ keyVersion: 1, answeredCount: 2 });
    expect(dataOf(await member.call('contest.result', { attemptId })).questions[0]?.appeal).toEqual({ state: 'kept', reason, reply });
    expect(await list()).toMatchObject({ questions: [] });
    expect(await errata()).toEqual([]);
    expect((await tableContents(server.db)).question).toEqual(before.question);
    await refusedUnchanged('conflict', '这道题没有等待答复的申诉，可能刚刚已经答复，请刷新后再看。', () => decide({ questionId: questionId(), decision: { kind: 'void' } }));
  });

  test('that corrects a key changes question, version and public errata together, and practice too', async () => {
    await fileAppeal(member, attemptId, questionId());
    const key = await otherKey(server, questionId());
    const former = await server.db.selectFrom('question').select(['key', 'stem']).where('id', '=', questionId()).executeTakeFirstOrThrow();
    server.clock.set('2017-09-08T10:00:00+08:00');
    expect(dataOf(await decide({ questionId: questionId(), decision: { kind: 'correct', key: [...key].reverse() } }))).toEqual({ keyVersion: 2, answeredCount: 1 });

    const erratum = { questionId: questionId(), stem: former.stem, kind: 'correct', reason: reply, decidedAt: '2017-09-08T10:00:00+08:00', affectedCount: 1 };
    expect(await errata()).toEqual([{ ...erratum, rescored: false }]);
    expect(dataOf(await server.call('contest.get', {})).erratumCount).toBe(1);
    expect((await server.db.selectFrom('question').select('key').where('id', '=', questionId()).executeTakeFirstOrThrow()).key).toEqual(key);
    expect((await server.db.selectFrom('contestErratum').select(['formerKey', 'key', 'keyVersion', 'decidedBy']).executeTakeFirstOrThrow())).toEqual({ formerKey: former.key, key, keyVersion: 2, decidedBy: officer.person.id });
    await runChores(server);
    expect(await errata()).toEqual([{ ...erratum, rescored: true }]);
    expect(dataOf(await member.call('contest.result', { attemptId })).questions[0]).toMatchObject({ appeal: { state: 'upheld', reply }, voided: false });
  });

  test('that voids a question gives its points to everyone who was asked it', async () => {
    const missed = questionId(19);
    const result = async () => dataOf(await member.call('contest.result', { attemptId }));
    const before = await result();
    expect(before.questions[19]?.earned).toBe(0);
    await fileAppeal(member, attemptId, missed);
    await decideAppeal(server, missed, { kind: 'void' });
    await runChores(server);
    const after = await result();
    expect(after.questions[19]).toMatchObject({ earned: before.questions[19]?.points, voided: true });
    expect(after.score?.points).toBe((before.score?.points ?? 0) + (before.questions[19]?.points ?? 0));
    expect(await errata()).toMatchObject([{ questionId: missed, kind: 'void', affectedCount: 1, rescored: true }]);
  });

  test('counts as affected every attempt with the question, handed in or not, and lists errata newest first', async () => {
    let open: readonly string[];
    // Of a hundred pairs of papers a few have no question in common.
    do open = await questionsOf((await startAttempt(await asMember(server))).id);
    while (!questionIds.some((id) => open.includes(id)));
    const both = questionIds.find((id) => open.includes(id)) ?? '';
    const one = questionIds.find((id) => !open.includes(id)) ?? '';
    await fileAppeal(member, attemptId, both);
    await fileAppeal(member, attemptId, one);
    await decideAppeal(server, both, { kind: 'void' });
    server.clock.advance(60_000);
    await decideAppeal(server, one, { kind: 'void' });
    expect((await errata()).map((erratum) => [erratum.questionId, erratum.affectedCount])).toEqual([[one, 1], [both, 2]]);
  });

  test('on an outdated key is refused', async () => {
    await fileAppeal(member, attemptId, questionId());
    await fileAppeal(member, attemptId, questionId(1));
    await decideAppeal(server, questionId(), { kind: 'void' });
    const message = '竞赛题目的答案刚刚有了更正，请刷新后再答复。';
    for (const decision of [{ kind: 'keep' as const }, { kind: 'void' as const }]) await refusedUnchanged('conflict', message, () => decide({ questionId: questionId(1), decision }));
    expect(dataOf(await decide({ questionId: questionId(1), keyVersion: 2, decision: { kind: 'keep' } }))).toEqual({ keyVersion: 2, answeredCount: 1 });
  });

  test('of two officers at once counts once', async () => {
    await fileAppeal(member, attemptId, questionId());
    const key = await otherKey(server, questionId());
    const decisions = [{ kind: 'void' as const }, { kind: 'correct' as const, key }, { kind: 'keep' as const }, { kind: 'void' as const }];
    const replies = await Promise.all(decisions.map((decision) => decide({ questionId: questionId(), decision })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    for (const refused of replies.filter(({ ok }) => !ok)) expect(errorOf(refused).code).toBe('conflict');
    expect((await errata()).length).toBeLessThanOrEqual(1);
  });

  test('repeated with the same key of the call is decided once', async () => {
    await fileAppeal(member, attemptId, questionId());
    const input = { questionId: questionId(), keyVersion: 1, decision: { kind: 'void' as const }, reply };
    const twice = await Promise.all([1, 2].map(() => officer.call('appeal.decide', input, { key: 'decide-once-0001' })));
    expect(twice.map(dataOf)).toEqual([{ keyVersion: 2, answeredCount: 1 }, { keyVersion: 2, answeredCount: 1 }]);
  });

  test('that gives a question a key that cannot be, or the one it has, is refused', async () => {
    const cases: readonly [type: QuestionType, message: string, keyFrom: (key: readonly number[], optionCount: number) => number[]][] = [
      ['single', '单选题的答案只有一项。', () => [0, 1]],
      ['judgement', '判断题的答案只有一项。', () => [0, 1]],
      ['multiple', '多选题的答案至少有两项。', () => [0]],
      ['single', '没有这个选项，请刷新后重新选择。', (_, optionCount) => [optionCount]],
      ['single', '与现在的答案相同；答案不用改时，请选择维持。', (key) => [...key]],
      ['multiple', '与现在的答案相同；答案不用改时，请选择维持。', (key) => [...key].reverse()],
    ];
    for (const type of ['single', 'judgement', 'multiple'] as const) await fileAppeal(member, attemptId, (await ofType(type)).id);
    const before = await tableContents(server.db);
    for (const [type, message, keyFrom] of cases) {
      const { id, key, options } = await ofType(type);
      const refused = errorOf(await decide({ questionId: id, decision: { kind: 'correct', key: keyFrom(key, options.length) } }));
      expect(refused).toMatchObject({ code: 'invalid_input', fields: { 'decision.key': message } });
    }
    expect(await tableContents(server.db)).toEqual(before);
  });

  test('on a question that was voided can only keep it so', async () => {
    await fileAppeal(member, attemptId, questionId());
    await decideAppeal(server, questionId(), { kind: 'void' });
    // Filed in the moment of the decision.
    await server.db.updateTable('contestAppeal').set({ state: 'open', decidedAt: null }).execute();
    await refusedUnchanged('conflict', '这道题已经作废，只能维持。', () => decide({ questionId: questionId(), keyVersion: 2, decision: { kind: 'void' } }));
    expect(dataOf(await decide({ questionId: questionId(), keyVersion: 2, decision: { kind: 'keep' } })).answeredCount).toBe(1);
  });

  test('on a question that the contest does not have is refused', async () => {
    await refusedUnchanged('not_found', '竞赛题库里没有这道题。', () => decide({ questionId: 'no-such-question', decision: { kind: 'void' } }));
  });
});
