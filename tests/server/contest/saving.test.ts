import type { AttemptView } from '../../../src/contract/contest/attempt';
import type { ErrorCode, Reply } from '../../../src/contract/errors';
import { refusedUnchanged } from '../../support/refused';
import { asMember, startAttempt } from '../../support/samples/sample-contest';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.clock.set('2017-09-08T10:00:00+08:00');
});

const refused = (code: ErrorCode, call: () => Promise<Reply<unknown>>) => refusedUnchanged(server, code, call);

describe('saving', () => {
  let person: TestCaller;
  let attempt: AttemptView;
  beforeEach(async () => {
    person = await asMember(server);
    attempt = await startAttempt(person);
  });

  const question = (index: number) => attempt.questions[index] ?? { id: '', type: 'single', options: [] };
  const answer = (index: number, chosen: number[], revision: number) => ({ questionId: question(index).id, chosen, revision });
  const save = (answers: ReturnType<typeof answer>[], hiddenCount = 0) => person.call('contest.save', { attemptId: attempt.id, answers, hiddenCount });
  const kept = async () => dataOf(await person.call('contest.attempt', { attemptId: attempt.id }));

  test('keeps an answer for another device to go on with', async () => {
    expect(dataOf(await save([answer(0, [1], 1)]))).toEqual({ remainingMs: 15 * MINUTE, revision: 1, newer: [] });
    const other = await kept();
    expect(other.revision).toBe(1);
    expect(other.questions.map(({ chosen }) => chosen)).toEqual([[1], ...Array<number[]>(19).fill([])]);
    expect(await startAttempt(person)).toEqual(other);
  });

  test('keeps the answer with the higher revision in whatever order they arrive, and tells which was newer', async () => {
    const inOrders = [
      [1, 2, 3],
      [3, 2, 1],
      [2, 3, 1],
    ];
    for (const [index, revisions] of inOrders.entries()) for (const revision of revisions) dataOf(await save([answer(index, [revision % 2], revision)]));
    expect((await kept()).questions.slice(0, 3).map(({ chosen }) => chosen)).toEqual([[1], [1], [1]]);
    expect(dataOf(await save([answer(0, [0], 2), answer(3, [0], 4)]))).toEqual({
      remainingMs: 15 * MINUTE,
      revision: 4,
      newer: [{ questionId: question(0).id, chosen: [1] }],
    });
  });

  test('of two devices’ answers with one revision keeps the same one whichever comes first', async () => {
    dataOf(await save([answer(0, [0], 1), answer(1, [1], 1)]));
    dataOf(await save([answer(0, [1], 1), answer(1, [0], 1)]));
    expect((await kept()).questions.slice(0, 2).map(({ chosen }) => chosen)).toEqual([[1], [1]]);
  });

  test('replayed after a time offline, whole or in part, has one effect', async () => {
    const queue = [[answer(0, [0], 1)], [answer(1, [1], 2)], [answer(0, [1], 3), answer(2, [0], 4)]];
    for (const answers of queue) dataOf(await save(answers));
    const before = await tableContents(server.db);
    for (const answers of [...queue, ...queue.reverse()]) dataOf(await save(answers));
    expect(await tableContents(server.db)).toEqual(before);
  });

  test('takes an answer back', async () => {
    dataOf(await save([answer(0, [1], 1)]));
    dataOf(await save([answer(0, [], 2)]));
    dataOf(await save([answer(0, [1], 1)]));
    expect(await kept()).toMatchObject({ revision: 2 });
    expect((await kept()).questions[0]?.chosen).toEqual([]);
  });

  test('keeps the order in which options were tapped out of it', async () => {
    const index = attempt.questions.findIndex(({ type }) => type === 'multiple');
    dataOf(await save([answer(index, [2, 0], 1)]));
    expect(dataOf(await save([answer(index, [0, 2], 1)])).newer).toEqual([]);
    expect((await kept()).questions[index]?.chosen).toEqual([0, 2]);
  });

  test('counts how often the page was out of sight, and never less', async () => {
    for (const hiddenCount of [3, 1, 0]) dataOf(await save([], hiddenCount));
    expect(await server.db.selectFrom('contestAttempt').select('hiddenCount').where('id', '=', attempt.id).executeTakeFirst()).toEqual({ hiddenCount: 3 });
  });

  test('is possible until the grace has passed, and not a millisecond longer', async () => {
    server.clock.advance(15 * MINUTE + 10 * SECOND);
    expect(dataOf(await save([answer(0, [1], 1)]))).toMatchObject({ remainingMs: 0 });
    server.clock.advance(1);
    expect(await refused('attempt_closed', () => save([answer(1, [1], 2)]))).toBe('答题时间已到，之前保存的答案会自动交卷。');
  });

  test('is over once handed in', async () => {
    dataOf(await person.call('contest.submit', { attemptId: attempt.id, answers: [] }));
    await refused('attempt_closed', () => save([answer(0, [1], 1)]));
  });

  test('refuses what the paper does not have, together with all that came with it', async () => {
    const single = attempt.questions.findIndex(({ type }) => type === 'single');
    const stored = await server.db.selectFrom('contest').select('bank').executeTakeFirstOrThrow();
    const elsewhere = stored.bank.find(({ id }) => !attempt.questions.some((asked) => asked.id === id))?.id ?? '';
    const good = answer(0, [0], 9);
    await refused('invalid_input', () => save([good, { questionId: elsewhere, chosen: [0], revision: 1 }]));
    await refused('invalid_input', () => save([good, { questionId: 'constructor', chosen: [0], revision: 1 }]));
    await refused('invalid_input', () => save([answer(single, [0, 1], 1)]));
    const error = errorOf(await save([good, answer(1, [9], 1)]));
    expect(error).toMatchObject({ code: 'invalid_input', fields: { 'answers.1.chosen': '没有这个选项，请重新选择。' } });
  });

  test('and handing in are one’s own affair', async () => {
    const other = await asMember(server);
    const answers = [answer(0, [1], 1)];
    await refused('not_found', () => other.call('contest.save', { attemptId: attempt.id, answers }));
    await refused('not_found', () => other.call('contest.submit', { attemptId: attempt.id, answers }));
    await refused('not_found', () => other.call('contest.attempt', { attemptId: attempt.id }));
    await refused('not_found', () => other.call('contest.result', { attemptId: attempt.id }));
  });
});
