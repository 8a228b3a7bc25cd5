import fc from 'fast-check';
import { bankReader } from '../../../server/contest/bank';
import { closeOverdueAttempts } from '../../../server/contest/close-overdue';
import { compareResults } from '../../../src/domain/contest/ranking';
import { gradePaper } from '../../../src/domain/contest/score';
import type { ActionName, Input, Output } from '../../../src/contract/actions';
import type { Reply } from '../../../src/contract/errors';
import { ContestModel, type Given, type Heard, type ModelAttempt } from '../../support/contest-model';
import { standingOf } from '../../../server/use-cases/contest-board/standing';
import { asMember } from '../../support/samples/sample-contest';
import { startTestServer, type TestServer } from '../../support/server';

// 20 × 500 calls by several people, drawn at random from a fixed seed: starts, saves and hand-ins, early and late, alone
// and at once, replayed, from devices with revisions of their own, with the timer in between.
const RUNS = 20;
const CALLS = 500;
const PEOPLE = 4;
const SEED = 20170907;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Move {
  readonly what: 'start' | 'save' | 'submit' | 'timer' | 'replay';
  readonly who: number;
  readonly nonce: number;
  /** Which of the person's attempts, counted from the last. */
  readonly back: number;
  readonly picks: readonly { readonly question: number; readonly options: number; readonly revision: number; readonly right: boolean }[];
}

const move: fc.Arbitrary<Move> = fc.record({
  what: fc.oneof(
    { weight: 2, arbitrary: fc.constant('start' as const) },
    { weight: 12, arbitrary: fc.constant('save' as const) },
    { weight: 1, arbitrary: fc.constant('submit' as const) },
    { weight: 1, arbitrary: fc.constant('timer' as const) },
    { weight: 2, arbitrary: fc.constant('replay' as const) },
  ),
  who: fc.nat(PEOPLE - 1),
  nonce: fc.nat(9),
  back: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(5) }),
  picks: fc.array(
    fc.record({ question: fc.nat(19), options: fc.nat(255), revision: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 1_000_000 })), right: fc.boolean() }),
    { maxLength: 6 },
  ),
});

/** Milliseconds that pass before the next calls; often to the edge of a deadline or its grace. */
const pause = fc.oneof(
  { weight: 100, arbitrary: fc.nat(8_000) },
  { weight: 3, arbitrary: fc.constantFrom(15 * 60_000, 15 * 60_000 + 10_000, 15 * 60_000 + 10_001) },
  { weight: 1, arbitrary: fc.constantFrom(3 * 60 * 60_000, 12 * 60 * 60_000) },
);
const step = fc.record({ pause, moves: fc.oneof({ weight: 3, arbitrary: fc.array(move, { minLength: 1, maxLength: 1 }) }, { weight: 1, arbitrary: fc.array(move, { minLength: 2, maxLength: 6 }) }) });

/** So many steps that they make 500 calls. */
const steps = fc.array(step, { minLength: CALLS, maxLength: CALLS }).map((all) => {
  let calls = 0;
  return all.filter(({ moves }) => (calls += moves.length) <= CALLS);
});

test(`of ${RUNS * CALLS} calls no late answer counts, every attempt has one score, no limit is passed, and the ranks agree with a naive count`, async () => {
  const { contest } = server.application.campaign;
  if (!contest) throw new Error('There is no contest.');
  const readBank = bankReader(contest);
  const { questions } = await readBank(server.db);
  const rules = {
    opensAt: Date.parse(contest.opensAt),
    closesAt: Date.parse(contest.closesAt),
    durationMs: contest.durationMinutes * 60_000,
    graceMs: contest.graceSeconds * 1000,
    attemptsPerDay: contest.attemptsPerDay,
    attemptsInAll: contest.attemptsInAll,
  };

  const call = async <Name extends ActionName>(action: Name, token: string, input: Input<Name>) =>
    (await server.application.dispatch({ action, token, input })) as Reply<Output<Name>>;

  const answersOf = ({ questions: asked }: ModelAttempt, picks: Move['picks']): Given => {
    const answers = new Map<string, Given[number]>();
    for (const { question, options, revision, right } of picks) {
      const shown = asked[question];
      const stored = shown && questions.get(shown.id);
      if (!shown || !stored) continue;
      const key = shown.options.flatMap((option, index) => (stored.key.includes(stored.options.indexOf(option)) ? [index] : []));
      const picked = shown.options.flatMap((_, index) => ((options >> index) & 1 ? [index] : []));
      answers.set(shown.id, { questionId: shown.id, chosen: right ? key : shown.type === 'multiple' ? picked : picked.slice(0, 1), revision });
    }
    return [...answers.values()];
  };

  const run = async (plan: readonly { readonly pause: number; readonly moves: readonly Move[] }[]): Promise<void> => {
    server.clock.set('2017-09-08T21:00:00+08:00');
    const members = await Promise.all(Array.from({ length: PEOPLE }, () => asMember(server)));
    const model = new ContestModel(rules, PEOPLE);
    const sent: (() => Promise<Heard>)[] = [];

    const callOf = ({ what, who, nonce, back, picks }: Move): (() => Promise<Heard>) => {
      const [person, member] = [model.people[who], members[who]];
      if (!person || !member) throw new Error('Nobody is there.');
      const replayed = sent[sent.length - 1 - nonce * (back + 1)];
      if (what === 'replay' && replayed) return replayed;
      if (what === 'timer') return async () => ({ what, closed: await closeOverdueAttempts({ db: server.db, contest, readBank, now: server.clock.now() }) });
      const attempt = person.attempts.at(-1 - back);
      if (what === 'start' || what === 'replay' || !attempt) {
        const text = String(nonce).repeat(32);
        return async () => ({ what: 'start', person, nonce: text, reply: await call('contest.start', member.token, { nonce: text }) });
      }
      const input = { attemptId: attempt.id, answers: answersOf(attempt, picks) };
      if (what === 'save') return async () => ({ what, attempt, answers: input.answers, reply: await call('contest.save', member.token, input) });
      return async () => ({ what, attempt, answers: input.answers, reply: await call('contest.submit', member.token, input) });
    };

    for (const { pause: wait, moves } of plan) {
      server.clock.advance(wait);
      const calls = moves.map(callOf);
      sent.push(...calls);
      const now = server.clock.now().getTime();
      model.hear(await Promise.all(calls.map((send) => send())), now);
      // Which of several nonces of one instant has stayed cannot be heard.
      if (calls.length > 1) for (const person of model.people) for (const { id, nonce } of await noncesOf(person.attempts, now)) person.nonces.set(nonce, id);
    }
    server.clock.advance(60 * 60_000);
    model.hear([await callOf({ what: 'timer', who: 0, nonce: 0, back: 0, picks: [] })()], server.clock.now().getTime());
    for (const { attempts } of model.people) await expectGradedOnce(attempts);
  };

  const noncesOf = async (attempts: readonly ModelAttempt[], now: number) => {
    const begun = attempts.filter(({ startedAt }) => startedAt === now).map(({ id }) => id);
    return begun.length === 0 ? [] : server.db.selectFrom('contestAttempt').select(['id', 'nonce']).where('id', 'in', begun).execute();
  };

  const expectGradedOnce = async (attempts: readonly ModelAttempt[]): Promise<void> => {
    for (const { id, endings, closedBy, deadlineAt } of attempts) {
      const row = await server.db.selectFrom('contestAttempt').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
      expect(endings).toContainEqual(row.answers);
      const chosen = Object.fromEntries(Object.entries(row.answers).map(([question, [, options]]) => [question, options]));
      expect(row).toMatchObject({ state: 'submitted', closedBy, ...gradePaper(row.paper, chosen, questions, contest.partialCredit) });
      expect(row.submittedAt?.getTime()).toBeLessThanOrEqual(deadlineAt + rules.graceMs);
    }
  };

  await fc.assert(fc.asyncProperty(steps, run), { seed: SEED, numRuns: RUNS, endOnFailure: true });

  const entrants = await server.db.selectFrom('contestEntrant').innerJoin('contestAttempt', 'contestAttempt.entrantId', 'contestEntrant.id').selectAll().execute();
  const bests = new Map<string, { score: number; usedMs: number; finishedAt: Date }>();
  for (const { entrantId, score, usedMs, submittedAt } of entrants) {
    const result = { score: score ?? 0, usedMs: usedMs ?? 0, finishedAt: submittedAt ?? new Date(0) };
    const before = bests.get(entrantId);
    if (!before || compareResults(result, before) < 0) bests.set(entrantId, result);
  }
  expect(bests.size).toBeGreaterThan(RUNS * (PEOPLE - 1));
  for (const [entrantId, result] of bests) {
    const rank = 1 + [...bests.values()].filter((other) => compareResults(other, result) < 0).length;
    expect(await standingOf(server.db, contest.id, { id: entrantId })).toMatchObject({ rank, of: bests.size, score: result.score, usedMs: result.usedMs });
  }
}, 300_000);
