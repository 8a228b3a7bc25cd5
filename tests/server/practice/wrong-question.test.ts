import type { PracticeView } from '../../../src/contract/practice';
import { addDays } from '../../../src/domain/china-time';
import { shownKey } from '../../../src/domain/contest/score';
import { someList, someText } from '../../support/matchers';
import { answersFor, startAttempt, takeContest, wrongOption } from '../../support/samples/sample-contest';
import { changeContest } from '../../support/samples/sample-results';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const today = '2017-09-07';

/** Enters mistakes due a day apart, the first of them so many days from today; the last three are due on one day. */
async function makeMistakes(caller: TestCaller, count: number, firstDay = -2): Promise<string[]> {
  const questions = await server.db.selectFrom('question').select('id').orderBy('id').limit(count).execute();
  await server.db
    .insertInto('wrongQuestion')
    .values(
      questions.map(({ id }, index) => ({
        personId: caller.person.id,
        questionId: id,
        timesWrong: 1,
        lastWrongAt: server.clock.now(),
        dueOn: addDays(today, firstDay + Math.min(index, count - 3)),
      })),
    )
    .execute();
  return questions.map(({ id }) => id);
}

const list = async (caller: TestCaller) => dataOf(await caller.call('wrong-question.list', {}));

describe('wrong questions', () => {
  test('are listed by the day they are due, each once, with key, explanation and counts', async () => {
    const caller = await server.asGuest();
    const expected = await makeMistakes(caller, 23);
    const ids: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = dataOf(await caller.call('wrong-question.list', cursor ? { cursor } : {}));
      expect([page.total, page.dueCount]).toEqual([23, 3]);
      ids.push(...page.questions.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(ids).toEqual(expected);
    const { questions } = await list(caller);
    expect(questions[0]).toMatchObject({ topicTitle: someText, key: someList, explanation: someText, timesWrong: 1, dueOn: '2017-09-05', rightInARow: 0 });
    expect(questions.slice(1, 4).map(({ dueOn, due }) => [dueOn, due])).toEqual([
      ['2017-09-06', true],
      ['2017-09-07', true],
      ['2017-09-08', false],
    ]);
    expect(questions[0]).not.toHaveProperty('lastWrongAt');
  });

  test('are practised when they are due, ten at a time', async () => {
    const caller = await server.asGuest();
    const due = (await makeMistakes(caller, 23)).slice(0, 3);
    const practice = dataOf(await caller.call('practice.start', { from: 'wrong-questions' }));
    expect(practice.questions.map(({ id }) => id).sort()).toEqual([...due].sort());
    expect(practice.questions.every(({ answer }) => answer === null)).toBe(true);

    const other = await server.asGuest();
    const many = await makeMistakes(other, 13, -13);
    const { questions } = dataOf(await other.call('practice.start', { from: 'wrong-questions' }));
    expect(questions.map(({ id }) => id).sort()).toEqual(many.slice(0, 10).sort());
  });

  test('may be practised early when none is due, what comes up soonest first', async () => {
    const caller = await server.asGuest();
    const soonest = (await makeMistakes(caller, 13, 1)).slice(0, 10);
    const { questions } = dataOf(await caller.call('practice.start', { from: 'wrong-questions' }));
    expect(questions.map(({ id }) => id).sort()).toEqual(soonest.sort());
  });

  test('cannot be practised when there are none, and the refusal says what to do', async () => {
    const caller = await server.asGuest();
    const refusal = errorOf(await caller.call('practice.start', { from: 'wrong-questions' }));
    expect(refusal.code).toBe('not_found');
    expect(refusal.message).toContain('专题');
  });

  test('are one’s own: taking one out leaves everybody else’s', async () => {
    const caller = await server.asGuest();
    const other = await server.asGuest();
    const [due = ''] = await makeMistakes(caller, 5);
    await makeMistakes(other, 5);
    expect(dataOf(await caller.call('wrong-question.remove', { questionId: due }))).toEqual({ total: 4, dueCount: 4 });
    // A second tap means the same.
    expect(dataOf(await caller.call('wrong-question.remove', { questionId: due }))).toEqual({ total: 4, dueCount: 4 });
    expect((await list(other)).total).toBe(5);
  });

  test.each([
    ['taken back', { active: false }, { active: true }],
    ['kept for the contest', { inPractice: false }, { inPractice: true }],
    ['voided', { voided: true }, { voided: false }],
  ])('that were %s are neither listed nor counted nor practised', async (_, change, undo) => {
    const caller = await server.asGuest();
    const [gone = ''] = await makeMistakes(caller, 4);
    await server.db.updateTable('question').set(change).where('id', '=', gone).execute();
    const { questions, total, dueCount } = await list(caller);
    expect([questions.length, total, dueCount]).toEqual([3, 3, 3]);
    const practice = dataOf(await caller.call('practice.start', { from: 'wrong-questions' }));
    expect(practice.questions.some(({ id }) => id === gone)).toBe(false);
    await server.db.updateTable('question').set(undo).where('id', '=', gone).execute();
  });

  test.each(['x', '2017-09-04T00:00:00.000Z|quality-basics-001', '2017-02-30|quality-basics-001', 'infinity|a'].map((text) => Buffer.from(text).toString('base64url')))(
    'refuse the cursor %s',
    async (cursor) => {
      const caller = await server.asGuest();
      expect(errorOf(await caller.call('wrong-question.list', { cursor }))).toMatchObject({ code: 'invalid_input', fields: { cursor: someText } });
    },
  );
});

describe('mistakes of the contest', () => {
  const RIGHT = 17;
  const paperOf = async (attemptId: string): Promise<string[]> =>
    (await server.db.selectFrom('contestAttempt').select('paper').where('id', '=', attemptId).executeTakeFirstOrThrow()).paper.map(({ id }) => id);
  const collect = (caller: TestCaller, attemptId: string) => caller.call('wrong-question.collect', { attemptId });

  async function refusedUnchanged(code: string, call: () => ReturnType<typeof collect>): Promise<void> {
    const before = await tableContents(server.db);
    expect(errorOf(await call()).code).toBe(code);
    expect(await tableContents(server.db)).toEqual(before);
  }

  test('are taken in once, for review from tomorrow; what is in already stays as it is', async () => {
    const caller = await server.asGuest();
    const attemptId = await takeContest(server, caller, { right: RIGHT });
    const wrong = (await paperOf(attemptId)).slice(RIGHT);
    const [known = ''] = wrong;
    await server.db.insertInto('wrongQuestion').values({ personId: caller.person.id, questionId: known, timesWrong: 2, lastWrongAt: server.clock.now(), dueOn: '2017-09-14', rightInARow: 2 }).execute();

    expect(dataOf(await collect(caller, attemptId))).toEqual({ addedCount: 2, total: 3, dueCount: 0 });
    expect(dataOf(await collect(caller, attemptId))).toEqual({ addedCount: 0, total: 3, dueCount: 0 });
    const { questions } = await list(caller);
    expect(questions.map(({ id }) => id).sort()).toEqual([...wrong].sort());
    expect(questions.map(({ dueOn, timesWrong, rightInARow }) => [dueOn, timesWrong, rightInARow])).toEqual([
      ['2017-09-08', 1, 0],
      ['2017-09-08', 1, 0],
      ['2017-09-14', 2, 2],
    ]);
  });

  test('that were voided or are kept for the contest are left out', async () => {
    const caller = await server.asGuest();
    const attemptId = await takeContest(server, caller, { right: RIGHT });
    const [voided = '', kept = '', wrong = ''] = (await paperOf(attemptId)).slice(RIGHT);
    await server.db.updateTable('question').set({ voided: true }).where('id', '=', voided).execute();
    await server.db.updateTable('question').set({ inPractice: false }).where('id', '=', kept).execute();
    expect(dataOf(await collect(caller, attemptId))).toMatchObject({ addedCount: 1, total: 1 });
    expect((await list(caller)).questions.map(({ id }) => id)).toEqual([wrong]);
    await server.db.updateTable('question').set({ voided: false, inPractice: true }).where('id', 'in', [voided, kept]).execute();
  });

  test('are none after an attempt without a mistake', async () => {
    const caller = await server.asGuest();
    expect(dataOf(await collect(caller, await takeContest(server, caller)))).toEqual({ addedCount: 0, total: 0, dueCount: 0 });
  });

  test('are not told while the attempt is open, nor to anybody else', async () => {
    const caller = await server.asGuest();
    const attempt = await startAttempt(caller);
    await refusedUnchanged('conflict', () => collect(caller, attempt.id));
    dataOf(await caller.call('contest.submit', { attemptId: attempt.id, answers: await answersFor(server, attempt, RIGHT) }));
    const other = await server.asGuest();
    await refusedUnchanged('not_found', () => collect(other, attempt.id));
  });

  test.each([{ results: 'at-close' }, { explanations: 'at-close' }] as const)('are not told before their release: %j', async (release) => {
    const caller = await server.asGuest();
    const attemptId = await takeContest(server, caller, { right: RIGHT });
    const restore = changeContest(server, release);
    await refusedUnchanged('conflict', () => collect(caller, attemptId));
    restore();
  });
});

describe('review', () => {
  let local: TestServer;
  let caller: TestCaller;
  let questionId: string;

  beforeEach(async () => {
    local = await startTestServer();
    caller = await local.asGuest();
    const practice = dataOf(await caller.call('practice.start', { from: 'topic', topicId: 'quality-basics' }));
    const [question] = practice.questions;
    questionId = question?.id ?? '';
    await answer(practice, 'wrong');
  });
  afterEach(() => local.close());

  async function answer(practice: PracticeView, how: 'right' | 'wrong'): Promise<void> {
    const question = practice.questions.find(({ id }) => id === questionId);
    const { key, optionOrder } = await local.db
      .selectFrom('practiceQuestion')
      .innerJoin('question', 'question.id', 'practiceQuestion.questionId')
      .select(['question.key', 'practiceQuestion.optionOrder'])
      .where('practiceId', '=', practice.id)
      .where('questionId', '=', questionId)
      .executeTakeFirstOrThrow();
    const right = shownKey(optionOrder, key);
    const chosen = how === 'right' ? right : wrongOption({ options: question?.options ?? [] }, right);
    dataOf(await caller.call('practice.answer', { practiceId: practice.id, questionId, chosen }));
  }

  const practise = async (how: 'right' | 'wrong'): Promise<void> => answer(dataOf(await caller.call('practice.start', { from: 'wrong-questions' })), how);
  const noon = (day: string): void => {
    local.clock.set(`${day}T12:00:00+08:00`);
  };
  const state = async () => (await list(caller)).questions.map(({ dueOn, rightInARow, timesWrong }) => [dueOn, rightInARow, timesWrong]);

  test('of a mistake begins tomorrow, and each right answer on its day puts it further off until it leaves', async () => {
    expect(await state()).toEqual([['2017-09-08', 0, 1]]);
    for (const [day, next, inARow] of [
      ['2017-09-08', '2017-09-10', 1],
      ['2017-09-10', '2017-09-14', 2],
      ['2017-09-14', '2017-09-21', 3],
      // Two days late.
      ['2017-09-23', '2017-10-08', 4],
    ] as const) {
      noon(day);
      expect((await list(caller)).dueCount).toBe(1);
      await practise('right');
      expect(await state()).toEqual([[next, inARow, 1]]);
      expect((await list(caller)).dueCount).toBe(0);
    }
    noon('2017-10-08');
    await practise('right');
    expect(await list(caller)).toEqual({ questions: [], nextCursor: null, total: 0, dueCount: 0 });
  });

  test('does not skip ahead by right answers before the day', async () => {
    await practise('right');
    await practise('right');
    expect(await state()).toEqual([['2017-09-08', 0, 1]]);
  });

  test('begins again with a mistake', async () => {
    noon('2017-09-08');
    await practise('right');
    await practise('wrong');
    expect(await state()).toEqual([['2017-09-09', 0, 2]]);
  });

  test('counts days in China', async () => {
    local.clock.set('2017-09-07T23:59:59+08:00');
    expect((await list(caller)).dueCount).toBe(0);
    local.clock.set('2017-09-08T00:00:00+08:00');
    expect((await list(caller)).dueCount).toBe(1);
  });

  test('counts two answers in the same moment on its day once', async () => {
    noon('2017-09-08');
    const practices = [dataOf(await caller.call('practice.start', { from: 'wrong-questions' })), dataOf(await caller.call('practice.start', { from: 'wrong-questions' }))];
    await Promise.all(practices.map((practice) => answer(practice, 'right')));
    expect(await state()).toEqual([['2017-09-10', 1, 1]]);
  });
});
