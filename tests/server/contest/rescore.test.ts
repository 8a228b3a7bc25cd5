import fc from 'fast-check';
import type { Kysely, KyselyPlugin } from 'kysely';
import { rescoreAttempts } from '../../../server/contest/rescore';
import type { Database } from '../../../server/storage/tables';
import { choreContext, expectedRanks, expectedResults, keptRankCounts, keptResults, rankCounts, runChores } from '../../support/naive-contest';
import { currentKeyVersion, decideAppeal, fileAppeal, otherKey } from '../../support/samples/sample-appeal';
import { asMember, keysOf, startAttempt } from '../../support/samples/sample-contest';
import { dataOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const OPENS = '2017-09-07T09:00:00+08:00';
const chances = (seed: number): ((below: number) => number) => {
  const [numbers = []] = fc.sample(fc.array(fc.nat(2 ** 30), { minLength: 4000, maxLength: 4000 }), { seed, numRuns: 1 });
  let next = 0;
  return (below) => (numbers[next++ % numbers.length] ?? 0) % below;
};

/** A random attempt: right, half right, wrong and missing answers, and a random time. */
async function takeAtRandom(caller: TestCaller, randomBelow: (below: number) => number): Promise<string> {
  const attempt = await startAttempt(caller);
  const keys = await keysOf(server, attempt.id);
  const answers = attempt.questions.flatMap(({ id, options }) => {
    const key = keys.get(id) ?? [];
    const kind = randomBelow(10);
    if (kind === 0) return [];
    const chosen = kind < 7 ? key : kind < 9 ? key.slice(0, 1) : [randomBelow(options.length)];
    return [{ questionId: id, chosen: [...chosen], revision: 1 }];
  });
  server.clock.advance(1000 * (20 + randomBelow(100)));
  dataOf(await caller.call('contest.submit', { attemptId: attempt.id, answers }));
  return attempt.id;
}

interface Taken {
  readonly members: readonly TestCaller[];
  /** Ids of the questions that were asked, the most often asked first, with an attempt that has it and whose it is. */
  readonly asked: readonly { readonly questionId: string; readonly attemptId: string; readonly caller: TestCaller }[];
}

/** Some members and a guest, with one or two attempts each. */
async function manyAttempts(count: number, seed: number): Promise<Taken> {
  const randomBelow = chances(seed);
  const members = await Promise.all(Array.from({ length: count }, () => asMember(server)));
  const all = [...members, await server.asGuest()];
  const taken: { caller: TestCaller; attemptId: string }[] = [];
  for (const caller of all) for (let times = 0; times < 1 + randomBelow(2); times += 1) taken.push({ caller, attemptId: await takeAtRandom(caller, randomBelow) });
  const attempts = await server.db.selectFrom('contestAttempt').select(['id', 'paper']).execute();
  const counts = new Map<string, number>();
  for (const { paper } of attempts) for (const { id } of paper) counts.set(id, (counts.get(id) ?? 0) + 1);
  const asked = [...counts].sort(([a, times], [b, otherTimes]) => otherTimes - times || (a < b ? -1 : 1)).flatMap(([questionId]) => {
    const attempt = attempts.find(({ paper }) => paper.some(({ id }) => id === questionId));
    const whose = taken.find(({ attemptId }) => attemptId === attempt?.id);
    return whose ? [{ questionId, ...whose }] : [];
  });
  return { members, asked };
}

/** Corrects or voids the question asked `nth` most often. */
async function erratum({ asked }: Taken, nth: number, kind: 'void' | 'correct'): Promise<string> {
  const question = asked[nth];
  if (!question) throw new Error('So many questions were not asked.');
  const { questionId, attemptId, caller } = question;
  await fileAppeal(caller, attemptId, questionId);
  await decideAppeal(server, questionId, kind === 'void' ? { kind } : { kind, key: await otherKey(server, questionId) });
  return questionId;
}

const versionsOf = async (): Promise<Set<number | null>> =>
  new Set((await server.db.selectFrom('contestAttempt').select('keyVersion').where('state', '=', 'submitted').execute()).map(({ keyVersion }) => keyVersion));

async function expectAllRescored(taken: Taken): Promise<void> {
  expect(await keptResults(server)).toEqual(await expectedResults(server));
  expect(await versionsOf()).toEqual(new Set([await currentKeyVersion(server)]));
  const { keyVersion, rescoredVersion } = await server.db.selectFrom('contest').select(['keyVersion', 'rescoredVersion']).executeTakeFirstOrThrow();
  expect(rescoredVersion).toBe(keyVersion);
  const ranks = await expectedRanks(server);
  for (const member of taken.members) {
    const { id } = await server.db.selectFrom('contestEntrant').select('id').where('personId', '=', member.person.id).executeTakeFirstOrThrow();
    expect(dataOf(await member.call('contest.board', { kind: 'people' })).own?.rank).toBe(ranks.get(id));
  }
}

describe('grading anew', () => {
  test('has nothing to do before the first erratum', async () => {
    await manyAttempts(2, 1);
    const before = await tableContents(server.db);
    expect((await runChores(server)).rescoredAttempts).toBe(0);
    expect((await tableContents(server.db)).contestAttempt).toEqual(before.contestAttempt);
  });

  test.each([2, 3])('after several errata in a row is the same as grading everything from scratch (%i)', async (seed) => {
    const taken = await manyAttempts(10, seed);
    await erratum(taken, 0, 'correct');
    await erratum(taken, 1, 'void');
    expect(await keptResults(server)).not.toEqual(await expectedResults(server));
    expect((await runChores(server)).rescoredAttempts).toBeGreaterThan(0);
    await expectAllRescored(taken);

    await erratum(taken, 2, 'correct');
    await erratum(taken, 3, 'correct');
    expect((await runChores(server)).rescoredAttempts).toBeGreaterThan(0);
    await expectAllRescored(taken);
    expect((await runChores(server)).rescoredAttempts).toBe(0);
  });

  test('takes each attempt once, also those that were not asked the question', async () => {
    const taken = await manyAttempts(6, 4);
    await erratum(taken, 0, 'void');
    const { count } = await server.db.selectFrom('contestAttempt').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
    expect((await runChores(server)).rescoredAttempts).toBe(count);
    const before = await tableContents(server.db);
    expect((await runChores(server)).rescoredAttempts).toBe(0);
    expect(await tableContents(server.db)).toMatchObject({ contestAttempt: before.contestAttempt, contestEntrant: before.contestEntrant, contestRankScore: before.contestRankScore, contestRankCell: before.contestRankCell });
  });

  test('that dies again and again, at any statement, loses nothing and counts nothing twice', async () => {
    const taken = await manyAttempts(12, 5);
    await erratum(taken, 0, 'correct');
    await erratum(taken, 1, 'void');
    let deaths = 0;
    for (;;) {
      const died = await rescoreAttempts(choreContext(server, dyingAfter(server.db, deaths + 1))).then(
        () => false,
        (error: unknown) => {
          expect(error).toEqual(new Error('The process died.'));
          return true;
        },
      );
      if (!died) break;
      deaths += 1;
      // Whatever is done stands on its own: the counts of ranks are those of the best results as they are.
      expect(await keptRankCounts(server)).toEqual(await expectedRankCounts());
    }
    expect(deaths).toBeGreaterThan(10);
    await expectAllRescored(taken);
  });

  test('in three processes at once, with hand-ins in between, comes to the same', async () => {
    const taken = await manyAttempts(10, 6);
    server.clock.set('2017-09-08T09:00:00+08:00');
    const open = await Promise.all(
      taken.members.map(async (member) => {
        const attempt = await startAttempt(member);
        const keys = await keysOf(server, attempt.id);
        return { member, attempt, answers: attempt.questions.map(({ id }) => ({ questionId: id, chosen: [...(keys.get(id) ?? [])], revision: 1 })) };
      }),
    );
    await erratum(taken, 0, 'correct');
    await erratum(taken, 1, 'void');
    server.clock.advance(60_000);
    const submits = open.map(({ member, attempt, answers }) => member.call('contest.submit', { attemptId: attempt.id, answers }));
    const [replies] = await Promise.all([Promise.all(submits), ...[1, 2, 3].map(() => rescoreAttempts(choreContext(server)))]);
    expect(replies.every(({ ok }) => ok)).toBe(true);
    await runChores(server);
    await expectAllRescored(taken);
  });

  test('lets a pass be lost and won, with the flag that hangs on it', async () => {
    const member = await asMember(server);
    const attempt = await startAttempt(member);
    const keys = await keysOf(server, attempt.id);
    // Exactly the pass mark of 60: ten singles of 5 and two multiples of 6, less a judgement's 4 that is missing.
    const types = (type: string) => attempt.questions.filter((question) => question.type === type);
    const answered = [...types('single').slice(0, 8), ...types('judgement')];
    const answers = answered.map(({ id }) => ({ questionId: id, chosen: [...(keys.get(id) ?? [])], revision: 1 }));
    server.clock.advance(10_000);
    dataOf(await member.call('contest.submit', { attemptId: attempt.id, answers }));
    const state = async () => ({
      ...(await server.db.selectFrom('contestEntrant').select(['bestScore', 'passed']).executeTakeFirstOrThrow()),
      ...(await server.db.selectFrom('contestAttempt').select('flags').executeTakeFirstOrThrow()),
    });
    expect(await state()).toEqual({ bestScore: 60, passed: true, flags: ['too-fast'] });

    const [corrected] = answered;
    const unanswered = types('multiple')[0];
    await fileAppeal(member, attempt.id, corrected?.id ?? '');
    await decideAppeal(server, corrected?.id ?? '', { kind: 'correct', key: await otherKey(server, corrected?.id ?? '') });
    await runChores(server);
    expect(await state()).toEqual({ bestScore: 55, passed: false, flags: null });

    await fileAppeal(member, attempt.id, unanswered?.id ?? '');
    await decideAppeal(server, unanswered?.id ?? '', { kind: 'void' });
    await runChores(server);
    expect(await state()).toEqual({ bestScore: 61, passed: true, flags: ['too-fast'] });
    expect(server.clock.now().toISOString()).toBe(new Date(Date.parse(OPENS) + 10_000).toISOString());
  });
});

/** A connection on which so many statements are sent, and then no more. */
function dyingAfter(db: Kysely<Database>, statements: number): Kysely<Database> {
  let left = statements;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      if (left === 0) throw new Error('The process died.');
      left -= 1;
      return node;
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
  return db.withPlugin(plugin);
}

/** Of the best results as they are kept. */
async function expectedRankCounts(): Promise<Record<string, number>> {
  const ranked = await server.db.selectFrom('contestEntrant').select(['bestScore', 'bestMs']).where('ranked', '=', true).where('bestScore', 'is not', null).execute();
  return rankCounts(ranked.map(({ bestScore, bestMs }) => ({ score: bestScore ?? 0, usedMs: bestMs ?? 0 })));
}
