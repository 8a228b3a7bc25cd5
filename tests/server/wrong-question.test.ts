import { someList, someText } from '../support/matchers';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** Enters mistakes a minute apart, except that the last three share an instant. */
async function makeMistakes(caller: TestCaller, count: number): Promise<string[]> {
  const questions = await server.db.selectFrom('question').select('id').orderBy('id').limit(count).execute();
  const begin = server.clock.now().getTime();
  await server.db
    .insertInto('wrongQuestion')
    .values(
      questions.map(({ id }, index) => ({
        personId: caller.person.id,
        questionId: id,
        timesWrong: 1,
        lastWrongAt: new Date(begin + Math.min(index, count - 3) * 60_000),
      })),
    )
    .execute();
  return questions.map(({ id }) => id).reverse();
}

describe('wrong questions', () => {
  test('are listed latest first, each once, with key, explanation and total', async () => {
    const caller = await server.asGuest();
    const expected = await makeMistakes(caller, 23);
    const ids: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = dataOf(await caller.call('wrong-question.list', cursor ? { cursor } : {}));
      expect(page.total).toBe(23);
      ids.push(...page.questions.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor);
    expect(ids).toEqual(expected);
    const { questions } = dataOf(await caller.call('wrong-question.list', {}));
    expect(questions[0]).toMatchObject({ topicTitle: someText, key: someList, explanation: someText, timesWrong: 1 });
    expect(questions[0]).not.toHaveProperty('lastWrongAt');
  });

  test('are practised again ten at a time, the latest mistakes', async () => {
    const caller = await server.asGuest();
    const latest = (await makeMistakes(caller, 13)).slice(0, 10);
    const practice = dataOf(await caller.call('practice.start', { from: 'wrong-questions' }));
    expect(practice.questions.map(({ id }) => id).sort()).toEqual([...latest].sort());
    expect(practice.questions.every(({ answer }) => answer === null)).toBe(true);
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
    const [latest = ''] = await makeMistakes(caller, 5);
    await makeMistakes(other, 5);
    expect(dataOf(await caller.call('wrong-question.remove', { questionId: latest }))).toEqual({ total: 4 });
    // A second tap means the same.
    expect(dataOf(await caller.call('wrong-question.remove', { questionId: latest }))).toEqual({ total: 4 });
    expect(dataOf(await other.call('wrong-question.list', {})).total).toBe(5);
  });

  test('that the campaign took back are neither listed nor counted', async () => {
    const caller = await server.asGuest();
    const [latest = ''] = await makeMistakes(caller, 4);
    await server.db.updateTable('question').set({ active: false }).where('id', '=', latest).execute();
    const { questions, total } = dataOf(await caller.call('wrong-question.list', {}));
    expect([questions.length, total]).toEqual([3, 3]);
    await server.db.updateTable('question').set({ active: true }).where('id', '=', latest).execute();
  });

  test.each(['x', Buffer.from('2017-09-04|quality-basics-001').toString('base64url'), Buffer.from('infinity|a').toString('base64url')])(
    'refuse the cursor %s',
    async (cursor) => {
      const caller = await server.asGuest();
      expect(errorOf(await caller.call('wrong-question.list', { cursor }))).toMatchObject({ code: 'invalid_input', fields: { cursor: someText } });
    },
  );
});
