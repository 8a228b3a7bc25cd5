import { randomUUID } from 'node:crypto';
import { loadCampaign } from '../../../server/campaign/load';
import type { ErrorCode, Reply } from '../../../src/contract/errors';
import { copyCampaign } from '../../support/campaign-folder';
import { refusedUnchanged } from '../../support/refused';
import { answersFor, asMember, keysOf, newNonce, startAttempt, takeContest, wrongOption } from '../../support/samples/sample-contest';
import { dataOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
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

const attemptRow = (id: string) => server.db.selectFrom('contestAttempt').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const mine = async (caller: TestCaller) => dataOf(await caller.call('contest.get', {})).mine;
const submit = (caller: TestCaller, attemptId: string) => caller.call('contest.submit', { attemptId, answers: [] });

const refused = (code: ErrorCode, call: () => Promise<Reply<unknown>>) => refusedUnchanged(server, code, call);

describe('starting', () => {
  test('gives a paper by the blueprint, with fifteen minutes by the server’s clock, and not a word about the answers', async () => {
    const attempt = await startAttempt(await asMember(server));
    expect(attempt).toMatchObject({ number: 1, state: 'open', startedAt: '2017-09-08T10:00:00+08:00', deadlineAt: '2017-09-08T10:15:00+08:00', remainingMs: 15 * MINUTE, revision: 0 });
    expect(attempt.questions).toHaveLength(20);
    expect(attempt.questions.reduce((sum, { points }) => sum + points, 0)).toBe(100);
    expect([...new Set(attempt.questions.flatMap((question) => Object.keys(question)))].sort()).toEqual(['chosen', 'id', 'options', 'points', 'stem', 'type']);
  });

  test('again, with the same or another nonce, on this or another device, goes on with the attempt that is running', async () => {
    const person = await asMember(server);
    const nonce = newNonce();
    const attempt = await startAttempt(person, nonce);
    server.clock.advance(2 * MINUTE);
    const running = { ...attempt, remainingMs: 13 * MINUTE };
    expect(await startAttempt(person, nonce)).toEqual(running);
    expect(await startAttempt(person)).toEqual(running);
    expect(dataOf(await person.call('contest.attempt', { attemptId: attempt.id }))).toEqual(running);
    expect(await mine(person)).toMatchObject({ openAttemptId: attempt.id, attemptsLeftToday: 1, attemptsLeft: 5 });
  });

  test('many times at once makes one person one attempt', async () => {
    const person = await asMember(server);
    const attempts = await Promise.all(Array.from({ length: 8 }, () => startAttempt(person)));
    expect(new Set(attempts.map((attempt) => JSON.stringify(attempt))).size).toBe(1);
    expect((await mine(person))?.attempts).toHaveLength(1);
  });

  test('with a nonce that was used for an attempt already handed in shows that attempt and starts none', async () => {
    const person = await asMember(server);
    const nonce = newNonce();
    const { id } = await startAttempt(person, nonce);
    dataOf(await submit(person, id));
    expect(await startAttempt(person, nonce)).toMatchObject({ id, state: 'submitted', remainingMs: 0 });
    expect((await mine(person))?.attempts).toHaveLength(1);
  });

  test('is possible twice a day on China’s calendar and six times in all', async () => {
    const person = await asMember(server);
    const start = () => person.call('contest.start', { nonce: newNonce() });
    for (const day of ['10', '11', '12']) {
      server.clock.set(`2017-09-${day}T23:00:00+08:00`);
      await takeContest(server, person, { seconds: 60 });
      server.clock.set(`2017-09-${day}T23:58:00+08:00`);
      await takeContest(server, person, { seconds: 60 });
      server.clock.set(`2017-09-${day}T23:59:59+08:00`);
      const message = await refused('no_attempts_left', start);
      expect(message).toBe(day === '12' ? '6 次答题机会已经全部用完。' : '今天的答题次数已经用完（每天 2 次），明天可以再来。');
    }
    server.clock.set('2017-09-13T00:00:00+08:00');
    await refused('no_attempts_left', start);
    expect(await mine(person)).toMatchObject({ attemptsLeft: 0, attemptsLeftToday: 0 });
  });

  test('promises no tomorrow on the last day', async () => {
    const person = await asMember(server);
    server.clock.set('2017-09-28T10:00:00+08:00');
    for (let attempt = 0; attempt < 2; attempt += 1) await takeContest(server, person, { seconds: 60 });
    expect(await refused('no_attempts_left', () => person.call('contest.start', { nonce: newNonce() }))).toBe('今天的答题次数已经用完（每天 2 次）。');
  });

  test.each([
    ['2017-09-07T08:59:59+08:00', '竞赛 9 月 7 日 09:00 开始，请到时再来。'],
    ['2017-09-28T18:00:00+08:00', '竞赛已于 9 月 28 日 18:00 结束。'],
  ])('at %s is refused', async (now, message) => {
    const person = await asMember(server);
    server.clock.set(now);
    expect(await refused('contest_not_open', () => person.call('contest.start', { nonce: newNonce() }))).toBe(message);
  });

  test('shortly before the closing has time until the closing', async () => {
    server.clock.set('2017-09-28T17:55:00+08:00');
    expect(await startAttempt(await asMember(server))).toMatchObject({ deadlineAt: '2017-09-28T18:00:00+08:00', remainingMs: 5 * MINUTE });
  });

  test('after an attempt that was left behind closes that one first', async () => {
    const person = await asMember(server);
    const left = await startAttempt(person);
    server.clock.advance(15 * MINUTE + 10 * SECOND);
    expect((await startAttempt(person)).id).toBe(left.id);
    server.clock.advance(1);
    expect((await mine(person))?.openAttemptId).toBeNull();
    expect(await startAttempt(person)).toMatchObject({ number: 2, state: 'open' });
    expect(await attemptRow(left.id)).toMatchObject({ state: 'submitted', closedBy: 'deadline', score: 0 });
  });

  test('draws no paper from a bank that is not the one published', async () => {
    const person = await asMember(server);
    const { bankHash } = await server.db.selectFrom('contest').select('bankHash').executeTakeFirstOrThrow();
    await server.db.updateTable('contest').set({ bankHash: 'of another blueprint' }).execute();
    expect(await refused('unavailable', () => person.call('contest.start', { nonce: newNonce() }))).toBe('服务正在更新，请稍后再试。');
    await server.db.updateTable('contest').set({ bankHash }).execute();
    await startAttempt(person);
  });

  test('draws from the content that was loaded last, though this process had read what was there before', async () => {
    const running = await startTestServer();
    const [person, folder] = [await asMember(running), await copyCampaign()];
    await person.call('contest.save', { attemptId: randomUUID(), answers: [] });
    await folder.edit('questions/quality-basics.yaml', 'stem: 2017 年 9 月施行的', 'stem: 在 2017 年 9 月施行的');
    await loadCampaign(running.db, folder.path, () => running.clock.now());
    expect((await startAttempt(person)).questions).toHaveLength(20);
    await folder.remove();
    await running.close();
  });
});

describe('handing in', () => {
  const resultOf = async (caller: TestCaller, attemptId: string) => dataOf(await caller.call('contest.result', { attemptId }));

  test('merges the last answers with what was saved, by revision, and grades once', async () => {
    const person = await asMember(server);
    const attempt = await startAttempt(person);
    const keys = await keysOf(server, attempt.id);
    const [first, second] = attempt.questions;
    if (!first || !second) throw new Error('The paper is empty.');
    const right = (id: string, revision: number) => ({ questionId: id, chosen: [...(keys.get(id) ?? [])], revision });
    const wrong = (question: typeof first, revision: number) => ({ questionId: question.id, chosen: wrongOption(question, keys.get(question.id) ?? []), revision });
    dataOf(await person.call('contest.save', { attemptId: attempt.id, answers: [right(first.id, 5)] }));
    server.clock.advance(3 * MINUTE);
    dataOf(await person.call('contest.submit', { attemptId: attempt.id, answers: [wrong(first, 4), right(second.id, 6)] }));
    const result = await resultOf(person, attempt.id);
    expect(result).toMatchObject({ closedBy: 'person', usedMs: 3 * MINUTE, score: { points: first.points + second.points, correctCount: 2, passed: false }, best: true });
    expect(result.advice.reduce((sum, { wrongCount }) => sum + wrongCount, 0)).toBe(18);
  });

  test('repeated, in parallel, late or with other answers gives the same reply and leaves the score', async () => {
    const person = await asMember(server);
    const attempt = await startAttempt(person);
    const [good, bad] = [await answersFor(server, attempt, 20), await answersFor(server, attempt, 0, 2)];
    server.clock.advance(5 * MINUTE);
    const parallel = await Promise.all(Array.from({ length: 8 }, () => person.call('contest.submit', { attemptId: attempt.id, answers: good })));
    const before = await tableContents(server.db);
    server.clock.advance(3 * MINUTE);
    const repeated = await person.call('contest.submit', { attemptId: attempt.id, answers: bad });
    server.clock.advance(60 * MINUTE);
    const late = await person.call('contest.submit', { attemptId: attempt.id, answers: bad });
    for (const reply of [...parallel, repeated, late]) expect(dataOf(reply)).toEqual({ attemptId: attempt.id, submittedAt: '2017-09-08T10:05:00+08:00', closedBy: 'person' });
    expect(await tableContents(server.db)).toEqual(before);
    expect((await resultOf(person, attempt.id)).score).toEqual({ points: 100, correctCount: 20, passed: true });
  });

  test('of different answers in parallel gives one score', async () => {
    const person = await asMember(server);
    const attempt = await startAttempt(person);
    const replies = await Promise.all(
      [0, 10, 20].map(async (right) => person.call('contest.submit', { attemptId: attempt.id, answers: await answersFor(server, attempt, right) })),
    );
    expect(new Set(replies.map((reply) => JSON.stringify(dataOf(reply)))).size).toBe(1);
    const { standing, score } = await resultOf(person, attempt.id);
    expect(standing).toMatchObject({ score: score?.points });
  });

  test('within the grace counts as in time, with the whole time used', async () => {
    const person = await asMember(server);
    const attempt = await startAttempt(person);
    const answers = await answersFor(server, attempt, 20);
    server.clock.advance(15 * MINUTE + 10 * SECOND);
    expect(dataOf(await person.call('contest.submit', { attemptId: attempt.id, answers }))).toMatchObject({ closedBy: 'person', submittedAt: '2017-09-08T10:15:10+08:00' });
    expect(await resultOf(person, attempt.id)).toMatchObject({ usedMs: 15 * MINUTE, score: { points: 100 } });
  });

  test('too late takes what was saved by the deadline, whatever comes with it', async () => {
    const person = await asMember(server);
    const attempt = await startAttempt(person);
    dataOf(await person.call('contest.save', { attemptId: attempt.id, answers: await answersFor(server, attempt, 20) }));
    const answers = await answersFor(server, attempt, 0, 2);
    server.clock.advance(15 * MINUTE + 10 * SECOND + 1);
    const reply = await person.call('contest.submit', { attemptId: attempt.id, answers, hiddenCount: 99 });
    expect(dataOf(reply)).toEqual({ attemptId: attempt.id, submittedAt: '2017-09-08T10:15:00+08:00', closedBy: 'deadline' });
    expect(await resultOf(person, attempt.id)).toMatchObject({ usedMs: 15 * MINUTE, score: { points: 100 }, submittedAt: '2017-09-08T10:15:00+08:00' });
    expect((await attemptRow(attempt.id)).hiddenCount).toBe(0);
  });

  test('with a mistake is refused and the attempt goes on', async () => {
    const person = await asMember(server);
    const { id } = await startAttempt(person);
    await refused('invalid_input', () => person.call('contest.submit', { attemptId: id, answers: [{ questionId: 'no-such-question', chosen: [0], revision: 1 }] }));
    expect(await refused('conflict', () => person.call('contest.result', { attemptId: id }))).toContain('还没有交卷');
  });

  test('marks for the officer what is too fast or was often out of sight, and scores it all the same', async () => {
    const person = await asMember(server);
    const attempt = await startAttempt(person);
    server.clock.advance(20 * SECOND);
    dataOf(await person.call('contest.submit', { attemptId: attempt.id, answers: await answersFor(server, attempt, 20), hiddenCount: 5 }));
    expect(await attemptRow(attempt.id)).toMatchObject({ flags: ['often-hidden', 'too-fast'], score: 100 });
  });

  test('keeps the best of several attempts', async () => {
    const person = await asMember(server);
    const best = async () => (await mine(person))?.best;
    const first = await takeContest(server, person, { right: 15 });
    expect(await best()).toMatchObject({ attemptId: first });
    await takeContest(server, person, { right: 3 });
    expect(await best()).toMatchObject({ attemptId: first });
    server.clock.set('2017-09-09T10:00:00+08:00');
    const faster = await takeContest(server, person, { right: 20, seconds: 200 });
    expect(await best()).toEqual({ attemptId: faster, score: 100, correctCount: 20, usedMs: 200 * SECOND, passed: true });
    expect(await resultOf(person, first)).toMatchObject({ best: false, mayCertify: true });
  });
});

describe('a guest', () => {
  test('takes the contest, sees the result and may have a certificate, but is not ranked', async () => {
    const guest = await server.asGuest();
    const attemptId = await takeContest(server, guest);
    expect(await mine(guest)).toMatchObject({ ranked: false, best: { score: 100 } });
    expect(dataOf(await guest.call('contest.result', { attemptId }))).toMatchObject({ score: { points: 100, passed: true }, standing: null, mayCertify: true, mayAppeal: true });
  });
});
