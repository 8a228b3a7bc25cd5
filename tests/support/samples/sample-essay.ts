import type { Input } from '../../../src/contract/actions';
import { dataOf, type TestCaller, type TestServer } from '../server';

const sentence = '我在车间里做了许多年检验，每一件产品出厂之前都要自己再看一遍，这是我对质量的理解。';

/** Long enough for the call of the campaign. */
export const sampleEssay: Input<'essay.submit'> = {
  title: '我身边的质量故事',
  body: Array.from({ length: 12 }, () => sentence).join('\n'),
  authorName: '示例作者',
  firmName: null,
  phone: '13800000000',
};

export const submitEssay = async (author: TestCaller, changes: Partial<Input<'essay.submit'>> = {}): Promise<string> =>
  dataOf(await author.call('essay.submit', { ...sampleEssay, ...changes })).id;

export async function decide(reviewer: TestCaller, id: string, decision: Input<'essay.review'>['decision'], note: string | null = '请补充您自己的经历。'): Promise<void> {
  const { version } = dataOf(await reviewer.call('essay.get', { id }));
  dataOf(await reviewer.call('essay.review', { id, version, decision, note }));
}

export async function acceptedEssay(author: TestCaller, reviewer: TestCaller, changes: Partial<Input<'essay.submit'>> = {}): Promise<string> {
  const id = await submitEssay(author, changes);
  await decide(reviewer, id, 'accept', null);
  return id;
}

/** Before a test that counts what there is. */
export async function forgetEssays({ db }: TestServer): Promise<void> {
  await db.deleteFrom('essay').execute();
  await db.deleteFrom('message').where('kind', '=', 'essay-reviewed').execute();
}
