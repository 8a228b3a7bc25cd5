import type { Input } from '../../../src/contract/actions';
import { dataOf, type TestCaller, type TestServer } from '../server';

export const reason = '第二个选项的说法也成立，请复核。';

/** The version of the key by which the contest is graded now. */
export async function currentKeyVersion({ db }: TestServer): Promise<number> {
  return (await db.selectFrom('contest').select('keyVersion').executeTakeFirstOrThrow()).keyVersion;
}

export async function fileAppeal(caller: TestCaller, attemptId: string, questionId: string, words = reason): Promise<void> {
  dataOf(await caller.call('appeal.submit', { attemptId, questionId, reason: words }));
}

/** Decides what was appealed against, as an officer of the office that holds the contest. */
export async function decideAppeal(server: TestServer, questionId: string, decision: Input<'appeal.decide'>['decision']): Promise<{ keyVersion: number; answeredCount: number }> {
  const officer = await server.as('officer-bureau');
  const keyVersion = await currentKeyVersion(server);
  return dataOf(await officer.call('appeal.decide', { questionId, keyVersion, decision, reply: '经复核，按以下意见处理。' }));
}

/** A key that differs from the one in force. */
export async function otherKey({ db }: TestServer, questionId: string): Promise<number[]> {
  const { type, options, key } = await db.selectFrom('question').select(['type', 'options', 'key']).where('id', '=', questionId).executeTakeFirstOrThrow();
  const others = [...options.keys()].filter((option) => !key.includes(option));
  if (type !== 'multiple') return others.slice(0, 1);
  return key.length > 2 ? key.slice(1) : [...key, ...others.slice(0, 1)].sort((a, b) => a - b);
}
