import { randomBytes, randomUUID } from 'node:crypto';
import { hashSecret } from '../../../server/secret';
import { insertSession } from '../../../server/storage/stores/session-store';
import type { Input } from '../../../src/contract/actions';
import type { AttemptQuestion, AttemptView } from '../../../src/contract/contest/attempt';
import { shownKey } from '../../../src/domain/contest/score';
import { dataOf, type TestCaller, type TestServer } from '../server';

export const newNonce = (): string => randomBytes(16).toString('hex');

export const startAttempt = async (caller: TestCaller, nonce = newNonce()): Promise<AttemptView> => dataOf(await caller.call('contest.start', { nonce }));

/** The right options of an attempt's questions as shown; read from the tables, since the server does not tell. */
export async function keysOf(server: TestServer, attemptId: string): Promise<ReadonlyMap<string, readonly number[]>> {
  const { paper } = await server.db.selectFrom('contestAttempt').select('paper').where('id', '=', attemptId).executeTakeFirstOrThrow();
  const rows = await server.db.selectFrom('question').select(['id', 'key']).where('id', 'in', paper.map(({ id }) => id)).execute();
  const keys = new Map(rows.map(({ id, key }) => [id, key]));
  return new Map(paper.map(({ id, optionOrder }) => [id, shownKey(optionOrder, keys.get(id) ?? [])]));
}

/** An option that is wrong, whatever the type. */
export const wrongOption = ({ options }: Pick<AttemptQuestion, 'options'>, key: readonly number[]): number[] => {
  const wrong = options.findIndex((_, index) => !key.includes(index));
  if (wrong < 0) throw new Error('Every option is right.');
  return [wrong];
};

/** Answers as `contest.save` and `contest.submit` take them: the first `right` questions right, the others wrong. */
export async function answersFor(server: TestServer, attempt: AttemptView, right: number, revision = 1): Promise<Input<'contest.save'>['answers']> {
  const keys = await keysOf(server, attempt.id);
  return attempt.questions.map((question, index) => {
    const key = keys.get(question.id) ?? [];
    return { questionId: question.id, chosen: index < right ? [...key] : wrongOption(question, key), revision };
  });
}

/** A whole attempt handed in after `seconds`, with so many right answers. */
export async function takeContest(server: TestServer, caller: TestCaller, { right = 20, seconds = 300 }: { right?: number; seconds?: number } = {}): Promise<string> {
  const attempt = await startAttempt(caller);
  const answers = await answersFor(server, attempt, right);
  server.clock.advance(seconds * 1000);
  dataOf(await caller.call('contest.submit', { attemptId: attempt.id, answers }));
  return attempt.id;
}

/** A new person of WeChat's, who unlike a guest is ranked; signed in for the whole campaign. */
export async function asMember(server: TestServer): Promise<TestCaller> {
  const person = { id: randomUUID(), kind: 'wechat', label: '微信用户' } as const;
  const token = randomBytes(32).toString('base64url');
  const createdAt = server.clock.now();
  await server.db.insertInto('person').values({ ...person, createdAt }).execute();
  await insertSession(server.db, { tokenHash: hashSecret(token), personId: person.id, createdAt, expiresAt: new Date('2018-01-01T00:00:00+08:00') });
  return { token, person, call: (action, input, options) => server.call(action, input, { ...options, token }) };
}
