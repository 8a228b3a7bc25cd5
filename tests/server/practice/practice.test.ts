import type { PracticeQuestion, PracticeView } from '../../../src/contract/practice';
import { shownKey } from '../../../src/domain/contest/score';
import { someText } from '../../support/matchers';
import { wrongOption } from '../../support/samples/sample-contest';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const topicId = 'quality-basics';
const start = async (caller: TestCaller): Promise<PracticeView> => dataOf(await caller.call('practice.start', { from: 'topic', topicId }));

/** The right options as shown; read from the table, since the server does not tell. */
async function keyOf(practiceId: string, questionId: string, on = server): Promise<number[]> {
  const { key, optionOrder } = await on.db
    .selectFrom('practiceQuestion')
    .innerJoin('question', 'question.id', 'practiceQuestion.questionId')
    .select(['question.key', 'practiceQuestion.optionOrder'])
    .where('practiceId', '=', practiceId)
    .where('questionId', '=', questionId)
    .executeTakeFirstOrThrow();
  return shownKey(optionOrder, key);
}

const topicsOf = async (caller: Pick<TestCaller, 'call'> = server) => dataOf(await caller.call('contest.home', {})).practice;

async function answer(caller: TestCaller, practice: PracticeView, question: PracticeQuestion, how: 'right' | 'wrong') {
  const key = await keyOf(practice.id, question.id);
  const other = question.options.findIndex((_, index) => !key.includes(index));
  return dataOf(await caller.call('practice.answer', { practiceId: practice.id, questionId: question.id, chosen: how === 'right' ? key : [other] }));
}

const firstOf = (practice: PracticeView): PracticeQuestion => {
  const [question] = practice.questions;
  if (!question) throw new Error('The practice is empty.');
  return question;
};

describe('practice', () => {
  test('has ten different questions of the topic, their options in an order of their own', async () => {
    const caller = await server.asGuest();
    const practice = await start(caller);
    expect(practice).toMatchObject({ title: '质量基础', answeredCount: 0, correctCount: 0 });
    expect(new Set(practice.questions.map(({ id }) => id)).size).toBe(10);
    for (const { id, type, options } of practice.questions) {
      const stored = await server.db.selectFrom('question').select('options').where('id', '=', id).executeTakeFirstOrThrow();
      expect([...options].sort()).toEqual([...stored.options].sort());
      if (type === 'judgement') expect(options).toEqual(['正确', '错误']);
    }
  });

  test('prefers questions never answered, then wrong ones', async () => {
    const caller = await server.asGuest();
    const practice = await start(caller);
    const wrong = practice.questions.slice(0, 3).map(({ id }) => id);
    for (const question of practice.questions) await answer(caller, practice, question, wrong.includes(question.id) ? 'wrong' : 'right');
    const drawn = (await start(caller)).questions.map(({ id }) => id);
    const { count } = await server.db
      .selectFrom('question')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('topicId', '=', topicId)
      .executeTakeFirstOrThrow();
    const seen = practice.questions.map(({ id }) => id);
    const fresh = Math.min(count - 10, 10);
    expect(drawn.filter((id) => !seen.includes(id))).toHaveLength(fresh);
    // The places left go to the wrong ones, as far as they go round.
    expect(drawn.filter((id) => wrong.includes(id))).toHaveLength(Math.min(wrong.length, 10 - fresh));
  });

  test('does not let the key out before an answer: another key, the same bytes', async () => {
    const caller = await server.asGuest();
    const practice = await start(caller);
    const bytes = async () => JSON.stringify(await caller.call('practice.get', { practiceId: practice.id }));
    const before = await bytes();
    expect(JSON.stringify({ ok: true, data: practice })).toBe(before);
    for (const word of ['key', 'explanation', 'source', 'correct"']) expect(before).not.toContain(`"${word}`);

    const questions = await server.db.selectFrom('question').select(['id', 'key', 'options', 'explanation']).where('topicId', '=', topicId).execute();
    for (const { id, key, options } of questions) {
      const moved = key.map((index) => (index + 1) % options.length);
      await server.db.updateTable('question').set({ key: JSON.stringify(moved), explanation: '换了一个解释' }).where('id', '=', id).execute();
    }
    expect(await bytes()).toBe(before);
    for (const { id, key, explanation } of questions) {
      await server.db.updateTable('question').set({ key: JSON.stringify(key), explanation }).where('id', '=', id).execute();
    }
  });

  test('grades, explains with its source, counts and finishes', async () => {
    const caller = await server.asGuest();
    const practice = await start(caller);
    const first = firstOf(practice);
    const right = await answer(caller, practice, first, 'right');
    expect(right).toMatchObject({ answer: { correct: true }, answeredCount: 1, correctCount: 1, questionCount: 10 });
    expect(right.answer.explanation.length).toBeGreaterThan(0);
    expect(right.answer.source.title).toContain('《');
    for (const question of practice.questions.slice(1)) await answer(caller, practice, question, 'wrong');

    const after = dataOf(await caller.call('practice.get', { practiceId: practice.id }));
    expect(after).toMatchObject({ answeredCount: 10, correctCount: 1 });
    expect(after.questions.map(({ answer: given }) => given?.correct)).toEqual([true, ...Array<boolean>(9).fill(false)]);
    const { finishedAt } = await server.db.selectFrom('practice').select('finishedAt').where('id', '=', practice.id).executeTakeFirstOrThrow();
    expect(finishedAt).toEqual(server.clock.now());
    expect((await topicsOf(caller)).unfinished).toBeNull();
  });

  test('counts the first answer; a later one is told what the first was', async () => {
    const caller = await server.asGuest();
    const practice = await start(caller);
    const question = firstOf(practice);
    const first = await answer(caller, practice, question, 'wrong');
    expect(await answer(caller, practice, question, 'right')).toEqual(first);
    expect(dataOf(await caller.call('person.me', {})).wrongQuestionCount).toBe(1);
  });

  test('has one effect for parallel answers, with one key or with several', async () => {
    const caller = await server.asGuest();
    const practice = await start(caller);
    const [one, two] = practice.questions;
    if (!one || !two) throw new Error('The practice is too short.');
    const input = (questionId: string) => ({ practiceId: practice.id, questionId, chosen: [0] });
    const sameKey = await Promise.all(Array.from({ length: 4 }, () => caller.call('practice.answer', input(one.id), { key: 'the-same-key-0001' })));
    const ownKeys = await Promise.all(Array.from({ length: 4 }, () => caller.call('practice.answer', input(two.id))));
    for (const reply of sameKey) expect(dataOf(reply)).toEqual(dataOf(sameKey[0] ?? reply));
    for (const reply of ownKeys) expect(dataOf(reply).answer).toEqual(dataOf(ownKeys[0] ?? reply).answer);
    expect(dataOf(await caller.call('practice.get', { practiceId: practice.id })).answeredCount).toBe(2);
    const mistakes = await server.db.selectFrom('wrongQuestion').select('timesWrong').where('personId', '=', caller.person.id).execute();
    expect(mistakes.every(({ timesWrong }) => timesWrong === 1)).toBe(true);
  });

  test('refuses what cannot be an answer, and changes nothing', async () => {
    const caller = await server.asGuest();
    const stranger = await server.asGuest();
    const practice = await start(caller);
    const single = practice.questions.find(({ type }) => type !== 'multiple') ?? firstOf(practice);
    const before = await tableContents(server.db);
    const attempt = async (from: TestCaller, questionId: string, chosen: number[], practiceId = practice.id) =>
      errorOf(await from.call('practice.answer', { practiceId, questionId, chosen }));
    expect(await attempt(caller, single.id, [9])).toMatchObject({ code: 'invalid_input', fields: { chosen: someText } });
    expect(await attempt(caller, single.id, [0, 1])).toMatchObject({ code: 'invalid_input', fields: { chosen: someText } });
    expect(await attempt(caller, single.id, [])).toMatchObject({ code: 'invalid_input' });
    expect(await attempt(caller, 'imported-food-001', [0])).toMatchObject({ code: 'not_found' });
    expect(await attempt(stranger, single.id, [0])).toEqual(await attempt(caller, single.id, [0], '00000000-0000-4000-8000-000000000000'));
    expect(errorOf(await stranger.call('practice.get', { practiceId: practice.id })).code).toBe('not_found');
    expect(errorOf(await caller.call('practice.start', { from: 'topic', topicId: 'no-such-topic' })).code).toBe('not_found');
    expect(await tableContents(server.db)).toEqual(before);
  });
});

describe('topics', () => {
  test('are shown to everybody in the campaign’s order', async () => {
    const { topics, questionsPerPractice, unfinished, daily, dueCount } = await topicsOf();
    expect(topics.map(({ id }) => id)).toEqual([
      'quality-basics',
      'entry-exit-inspection',
      'imported-consumer-goods',
      'imported-food',
      'anti-counterfeit-ip',
      'three-sames-gi-brand',
      'border-safety',
    ]);
    expect(topics.every(({ questionCount, answeredCount }) => questionCount >= 10 && answeredCount === 0)).toBe(true);
    expect([questionsPerPractice, unfinished, dueCount]).toEqual([10, null, 0]);
    expect(daily).toEqual({ answered: false, correct: null, streakDays: 0 });
  });

  test('show one’s own progress: each question once, as it was answered last', async () => {
    const caller = await server.asGuest();
    const practice = await start(caller);
    const [one, two] = practice.questions;
    if (!one || !two) throw new Error('The practice is too short.');
    await answer(caller, practice, one, 'wrong');
    await answer(caller, practice, two, 'right');
    server.clock.advance(60_000);
    const again = dataOf(await caller.call('practice.start', { from: 'wrong-questions' }));
    expect(again).toMatchObject({ title: '错题复习', topicId: null, dailyOn: null });
    expect(again.questions.map(({ id }) => id)).toEqual([one.id]);
    expect((await topicsOf(caller)).topics[0]).toMatchObject({ answeredCount: 2, correctCount: 1 });
    expect((await topicsOf(caller)).unfinished).toMatchObject({ practiceId: again.id, answeredCount: 0, questionCount: 1 });
    await answer(caller, again, firstOf(again), 'right');
    expect((await topicsOf(caller)).topics[0]).toMatchObject({ answeredCount: 2, correctCount: 2 });
    expect(await topicsOf(caller)).toMatchObject({ wrongQuestionCount: 1, dueCount: 0, unfinished: { practiceId: practice.id, answeredCount: 2 } });
  });
});

describe('the question of the day', () => {
  let local: TestServer;
  beforeEach(async () => {
    local = await startTestServer();
  });
  afterEach(() => local.close());

  const daily = async (caller: TestCaller): Promise<PracticeView> => dataOf(await caller.call('practice.start', { from: 'daily' }));
  const home = async (caller: TestCaller) => dataOf(await caller.call('contest.home', {})).practice;
  const noon = (day: string): void => {
    local.clock.set(`${day}T12:00:00+08:00`);
  };

  async function answerToday(caller: TestCaller, how: 'right' | 'wrong' = 'right'): Promise<void> {
    const practice = await daily(caller);
    const question = firstOf(practice);
    const key = await keyOf(practice.id, question.id, local);
    dataOf(await caller.call('practice.answer', { practiceId: practice.id, questionId: question.id, chosen: how === 'right' ? key : wrongOption(question, key) }));
  }

  test('is one, the same for everyone, and another on another day', async () => {
    const [one, two] = [await local.asGuest(), await local.asGuest()];
    const practice = await daily(one);
    expect(practice).toMatchObject({ title: '每日一题', dailyOn: '2017-09-07', answeredCount: 0 });
    expect(practice.questions).toHaveLength(1);
    const { id } = firstOf(practice);
    const { topicId: own } = await local.db.selectFrom('question').select('topicId').where('id', '=', id).executeTakeFirstOrThrow();
    expect(practice.topicId).toBe(own);
    expect(firstOf(await daily(two)).id).toBe(id);
    local.clock.set('2017-09-08T00:00:00+08:00');
    expect(firstOf(await daily(two)).id).not.toBe(id);
  });

  test('is one practice, however often and at once it is started', async () => {
    const caller = await local.asGuest();
    const first = await daily(caller);
    expect(await daily(caller)).toEqual(first);
    await answerToday(caller);
    expect(await daily(caller)).toMatchObject({ id: first.id, answeredCount: 1, correctCount: 1 });

    const other = await local.asGuest();
    const started = await Promise.all([1, 2, 3, 4].map(() => daily(other)));
    expect(new Set(started.map((practice) => JSON.stringify(practice))).size).toBe(1);
    const kept = await local.db.selectFrom('practice').select('id').where('personId', '=', other.person.id).execute();
    expect(kept).toHaveLength(1);
  });

  test('counts days in a row, and is no unfinished practice', async () => {
    const caller = await local.asGuest();
    await daily(caller);
    expect(await home(caller)).toMatchObject({ daily: { answered: false, correct: null, streakDays: 0 }, unfinished: null });
    await answerToday(caller);
    expect((await home(caller)).daily).toEqual({ answered: true, correct: true, streakDays: 1 });
    noon('2017-09-08');
    expect((await home(caller)).daily).toEqual({ answered: false, correct: null, streakDays: 1 });
    await answerToday(caller, 'wrong');
    expect(await home(caller)).toMatchObject({ daily: { answered: true, correct: false, streakDays: 2 }, wrongQuestionCount: 1 });
    noon('2017-09-10');
    expect((await home(caller)).daily).toEqual({ answered: false, correct: null, streakDays: 0 });
    expect((await home(await local.asGuest())).daily?.streakDays).toBe(0);
  });

  test('goes on in the archive', async () => {
    noon('2018-03-01');
    const caller = await local.asGuest();
    expect(await daily(caller)).toMatchObject({ dailyOn: '2018-03-01' });
  });

  test('is none when there is nothing to practise', async () => {
    const caller = await local.asGuest();
    await local.db.updateTable('question').set({ voided: true }).execute();
    const before = await tableContents(local.db);
    expect(errorOf(await caller.call('practice.start', { from: 'daily' })).code).toBe('not_found');
    expect(await home(caller)).toMatchObject({ topics: [], daily: null });
    expect(await tableContents(local.db)).toEqual(before);
  });
});

describe('what practice may ask', () => {
  test.each([
    ['kept for the contest', { inPractice: false }, { inPractice: true }],
    ['voided', { voided: true }, { voided: false }],
    ['taken back', { active: false }, { active: true }],
  ])('does not include a question that was %s', async (_, change, undo) => {
    const caller = await server.asGuest();
    const count = async () => (await topicsOf(caller)).topics[0]?.questionCount ?? 0;
    const before = await count();
    const all = await server.db.selectFrom('question').select('id').where('topicId', '=', topicId).orderBy('id').execute();
    const [stays, ...gone] = all.map(({ id }) => id);
    await server.db.updateTable('question').set(change).where('id', 'in', gone).execute();
    expect((await start(caller)).questions.map(({ id }) => id)).toEqual([stays]);
    expect(await count()).toBe(before - gone.length);
    await server.db.updateTable('question').set(undo).where('id', 'in', gone).execute();
    expect(await count()).toBe(before);
  });

  test('does include a question that is kept from the contest', async () => {
    await server.db.updateTable('question').set({ inContest: false }).where('topicId', '=', topicId).execute();
    expect((await start(await server.asGuest())).questions).toHaveLength(10);
    await server.db.updateTable('question').set({ inContest: true }).where('topicId', '=', topicId).execute();
  });
});
