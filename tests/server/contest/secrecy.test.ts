import { sql } from 'kysely';
import { chanceFrom } from '../../../src/domain/contest/chance';
import { shuffled, type RandomBelow } from '../../../src/domain/draw';
import type { ActionName } from '../../../src/contract/actions';
import type { AttemptView } from '../../../src/contract/contest/attempt';
import { bankReader } from '../../../server/contest/bank';
import type { UseCases } from '../../../server/dispatch/call';
import { asMember } from '../../support/samples/sample-contest';
import { dataOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';

const ROUNDS = 30;
const nonce = '0123456789abcdef'.repeat(2);

// What is drawn at random anywhere but from the contest's seed is the same in every round, and nothing of an earlier
// key is remembered.
let readBank = bankReader(null);
let ids = 0;
type Untyped = (context: object, input: unknown) => Promise<unknown>;
const withoutChance = (real: UseCases): UseCases =>
  Object.fromEntries(
    Object.entries(real).map(([name, useCase]) => [
      name,
      (context: object, input: unknown) =>
        (useCase as unknown as Untyped)({ ...context, readBank, newId: () => `00000000-0000-4000-8000-${String((ids += 1)).padStart(12, '0')}`, randomBelow: () => 7 }, input),
    ]),
  ) as unknown as UseCases;

let server: TestServer;
let person: TestCaller;
beforeAll(async () => {
  server = await startTestServer({ now: '2017-09-08T10:00:00+08:00', useCases: withoutChance });
  person = await asMember(server);
});
afterAll(() => server.close());

/** Gives every question another key, explanation and source. */
async function permute(randomBelow: RandomBelow): Promise<void> {
  const questions = await server.db.selectFrom('question').select(['id', 'type', 'options']).execute();
  const permuted = questions.map(({ id, type, options }) => {
    const count = type === 'multiple' ? 2 + randomBelow(options.length - 1) : 1;
    const key = shuffled([...options.keys()], randomBelow).slice(0, count);
    const words = 'x'.repeat(1 + randomBelow(200));
    return { id, key: key.sort((a, b) => a - b), explanation: words, source: { title: words, article: null, note: null } };
  });
  await sql`update question set key = new.key, explanation = new.explanation, source = new.source
    from jsonb_to_recordset(${JSON.stringify(permuted)}::jsonb) as new (id text, key jsonb, explanation text, source jsonb)
    where question.id = new.id`.execute(server.db);
}

/** Everything that a contest before its hand-in answers, byte by byte. */
async function replies(): Promise<string[]> {
  const heard: string[] = [];
  const call = async (action: ActionName, input: unknown, token?: string) => {
    const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': 'the-same-each-time', ...(token !== undefined && { Authorization: `Bearer ${token}` }) };
    const response = await server.fetch(`/api/${action}`, { method: 'POST', headers, body: JSON.stringify(input) });
    const text = await response.text();
    heard.push(`${action} ${response.status} ${JSON.stringify([...response.headers])} ${text}`);
    return text;
  };
  const everywhere = async (...tokens: (string | undefined)[]) => {
    for (const token of tokens) {
      for (const action of ['contest.home', 'contest.get', 'contest.fairness', 'contest.eligible', 'erratum.list', 'certificate.mine'] as const) await call(action, {}, token);
      for (const kind of ['people', 'enterprises', 'offices', 'groups']) await call('contest.board', { kind }, token);
    }
  };
  await everywhere(undefined, person.token);
  const started = JSON.parse(await call('contest.start', { nonce }, person.token)) as { data: AttemptView };
  const { id: attemptId, questions } = started.data;
  for (const [index, { id, options }] of questions.entries()) {
    await call('contest.save', { attemptId, answers: [{ questionId: id, chosen: [index % options.length], revision: index + 1 }] }, person.token);
  }
  const [first] = questions;
  if (!first) throw new Error('The paper is empty.');
  await call('contest.save', { attemptId, answers: [{ questionId: first.id, chosen: [9], revision: 1 }] }, person.token);
  await call('contest.submit', { attemptId, answers: [{ questionId: first.id, chosen: [9], revision: 1 }] }, person.token);
  await call('contest.attempt', { attemptId }, person.token);
  await call('contest.start', { nonce }, person.token);
  await call('contest.result', { attemptId }, person.token);
  await call('appeal.submit', { attemptId, questionId: first.id, reason: '这道题的两个选项都成立。' }, person.token);
  await everywhere(person.token);
  return heard;
}

async function startOver(): Promise<void> {
  await server.db.deleteFrom('contestAttempt').execute();
  await server.db.deleteFrom('contestEntrant').execute();
  readBank = bankReader(server.application.campaign.contest);
  ids = 0;
}

test(`not one byte before the hand-in depends on keys, explanations or sources, over ${ROUNDS} permutations`, async () => {
  const randomBelow = chanceFrom('permutations');
  await startOver();
  const heard = await replies();
  expect(heard.filter((reply) => reply.startsWith('contest.save 200'))).toHaveLength(20);
  for (let round = 0; round < ROUNDS; round += 1) {
    await permute(randomBelow);
    await startOver();
    expect(await replies()).toEqual(heard);
  }
}, 120_000);

test('and after it everything does', async () => {
  const { id } = dataOf(await person.call('contest.start', { nonce }));
  dataOf(await person.call('contest.submit', { attemptId: id, answers: [] }));
  const { questions } = dataOf(await person.call('contest.result', { attemptId: id }));
  for (const { explanation, source } of questions) expect([explanation, source?.title]).toEqual([expect.stringMatching(/^x+$/), expect.stringMatching(/^x+$/)]);
});
