import { refusedUnchanged } from '../../support/refused';
import { acceptedEssay, decide, forgetEssays, sampleEssay, submitEssay } from '../../support/samples/sample-essay';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';

let server: TestServer;
let author: TestCaller;
let reviewer: TestCaller;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  server.clock.set('2017-09-07T09:00:00+08:00');
  await forgetEssays(server);
  author = await server.as('citizen');
  reviewer = await server.as('editor');
});
afterAll(() => server.close());

const get = async (caller: TestCaller, id: string) => dataOf(await caller.call('essay.get', { id }));
const gallery = async () => dataOf(await server.call('essay.gallery', {})).essays;

describe('the call for essays', () => {
  test('says what is asked for, and whether essays are taken', async () => {
    expect(dataOf(await server.call('essay.call', {}))).toEqual({
      call: expect.objectContaining({ activityId: 'essay-call', theme: '改善供给，引领未来', open: true, shortest: 300, longest: 3000, mostPerPerson: 3 }) as unknown,
      ownCount: 0,
    });
    await submitEssay(author);
    expect(dataOf(await author.call('essay.call', {})).ownCount).toBe(1);
  });

  test.each([
    ['2017-08-31T23:59:59+08:00', '还没有开始'],
    ['2017-10-01T00:00:00+08:00', '已经截止'],
  ])('takes nothing at %s', async (now, words) => {
    server.clock.set(now);
    author = await server.as('citizen');
    expect(dataOf(await server.call('essay.call', {})).call?.open).toBe(false);
    expect(await refusedUnchanged(server, 'campaign_closed', () => author.call('essay.submit', sampleEssay))).toContain(words);
  });
});

describe('an essay', () => {
  test('is read by its author and the reviewing office until it is accepted, then by everybody, without the phone number', async () => {
    const id = await submitEssay(author);
    expect(await get(author, id)).toMatchObject({ state: 'submitted', mine: true, moves: ['withdraw'], phone: '13800000000' });
    expect(await get(reviewer, id)).toMatchObject({ mine: false, moves: ['accept', 'return', 'decline'], phone: '13800000000' });
    const others = [await server.as('firm'), await server.as('editor-donggang'), await server.as('officer-bureau')];
    for (const other of others) expect(errorOf(await other.call('essay.get', { id })).code).toBe('not_found');
    expect(await gallery()).toEqual([]);

    await decide(reviewer, id, 'accept', null);
    expect(await gallery()).toMatchObject([{ id, title: '我身边的质量故事', authorName: '示例作者', acceptedOn: '2017-09-07', appreciationCount: 0 }]);
    expect(dataOf(await server.call('essay.get', { id }))).toMatchObject({ state: 'accepted', phone: null, note: null, mine: false, moves: [] });
  });

  test.each([
    ['正文太短', { body: '太短了。' }, 'body', '现在是 4 字'],
    ['正文太长', { body: '长'.repeat(3001) }, 'body', '现在是 3001 字'],
    ['标题只有表情', { title: '👍👍' }, 'title', '标题'],
    ['电话不对', { phone: '123' }, 'phone', '联系电话|手机号'],
  ])('with %s is refused with the field named', async (_, changes, field, words) => {
    let fields: Readonly<Record<string, string>> | undefined;
    await refusedUnchanged(server, 'invalid_input', async () => {
      const reply = await author.call('essay.submit', { ...sampleEssay, ...changes });
      fields = errorOf(reply).fields;
      return reply;
    });
    expect(fields?.[field]).toMatch(new RegExp(words));
  });

  test('is one of three at most; what was taken back makes room', async () => {
    const ids = [await submitEssay(author), await submitEssay(author), await submitEssay(author)];
    expect(await refusedUnchanged(server, 'conflict', () => author.call('essay.submit', sampleEssay))).toContain('最多投 3 篇');
    const [first = ''] = ids;
    dataOf(await author.call('essay.withdraw', { id: first, version: 1 }));
    await submitEssay(author);
  });

  test('sent in at once by one person never goes over the limit', async () => {
    const replies = await Promise.all(Array.from({ length: 6 }, () => author.call('essay.submit', sampleEssay)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(3);
    expect(dataOf(await author.call('essay.mine', {})).essays).toHaveLength(3);
  });

  test('that was returned comes back mended, also after the closing day, and its author is told', async () => {
    const id = await submitEssay(author);
    await decide(reviewer, id, 'return', '请把第二段写具体一些。');
    expect(dataOf(await author.call('message.list', {})).messages).toMatchObject([{ kind: 'essay-reviewed', title: '您的征文作品需要修改', route: `/activities/essay/index?id=${id}` }]);
    expect(await get(author, id)).toMatchObject({ state: 'returned', note: '请把第二段写具体一些。', moves: ['resubmit', 'withdraw'] });
    server.clock.set('2017-10-08T09:00:00+08:00');
    [author, reviewer] = [await server.as('citizen'), await server.as('editor')];
    dataOf(await author.call('essay.resubmit', { id, version: 2, ...sampleEssay, title: '我身边的质量故事（修改稿）' }));
    expect(await get(reviewer, id)).toMatchObject({ state: 'submitted', title: '我身边的质量故事（修改稿）' });
  });

  test('that was changed meanwhile is not decided on', async () => {
    const id = await submitEssay(author);
    dataOf(await author.call('essay.withdraw', { id, version: 1 }));
    await refusedUnchanged(server, 'conflict', () => reviewer.call('essay.review', { id, version: 1, decision: 'accept', note: null }));
    await refusedUnchanged(server, 'forbidden', () => reviewer.call('essay.review', { id, version: 2, decision: 'accept', note: null }));
  });

  test('is never reviewed by its author, nor without a reason, nor by another office', async () => {
    const own = await submitEssay(reviewer);
    expect(await refusedUnchanged(server, 'forbidden', () => reviewer.call('essay.review', { id: own, version: 1, decision: 'accept', note: null }))).toContain('其他编辑');
    const id = await submitEssay(author);
    await refusedUnchanged(server, 'invalid_input', () => reviewer.call('essay.review', { id, version: 1, decision: 'return', note: null }));
    const elsewhere = await server.as('editor-donggang');
    await refusedUnchanged(server, 'forbidden', () => elsewhere.call('essay.review', { id, version: 1, decision: 'accept', note: null }));
    await refusedUnchanged(server, 'forbidden', () => elsewhere.call('essay.inbox', {}));
  });

  test('leaves the gallery when it is taken down or its author takes it back', async () => {
    const [kept, down, back] = [await acceptedEssay(author, reviewer), await acceptedEssay(author, reviewer), await acceptedEssay(author, reviewer)];
    await decide(reviewer, down, 'take-down', '与已发表的作品重复。');
    const { version } = await get(author, back);
    dataOf(await author.call('essay.withdraw', { id: back, version }));
    expect((await gallery()).map(({ id }) => id)).toEqual([kept]);
    for (const id of [down, back]) expect(errorOf(await server.call('essay.get', { id })).code).toBe('not_found');
    expect(await get(author, down)).toMatchObject({ state: 'taken-down', note: '与已发表的作品重复。', moves: [] });
    expect(dataOf(await reviewer.call('essay.inbox', { state: 'taken-down' })).essays).toMatchObject([{ id: down }]);
    expect(dataOf(await reviewer.call('essay.inbox', { state: 'declined' })).essays).toEqual([]);
    expect(dataOf(await author.call('person.export', {})).essays).toContainEqual(expect.objectContaining({ 状态: '已撤下' }));
  });
});

describe('the review', () => {
  test('lists what has waited longest first, page by page', async () => {
    const authors = await Promise.all(Array.from({ length: 4 }, () => server.asGuest()));
    const sent: string[] = [];
    for (const each of authors) {
      for (let index = 0; index < 3; index += 1) {
        server.clock.advance(60_000);
        sent.push(await submitEssay(each));
      }
    }
    const first = dataOf(await reviewer.call('essay.inbox', {}));
    const second = dataOf(await reviewer.call('essay.inbox', { cursor: first.nextCursor ?? '' }));
    expect([...first.essays, ...second.essays].map(({ id }) => id)).toEqual(sent);
    expect(first).toMatchObject({ waitingCount: 12 });
    expect(second.nextCursor).toBeNull();
  });
});

describe('personal data', () => {
  test('are exported with the essays and go with them', async () => {
    const id = await acceptedEssay(author, reviewer);
    expect(dataOf(await author.call('person.export', {})).essays).toMatchObject([{ 标题: '我身边的质量故事', 联系电话: '13800000000', 状态: '已入选展示' }]);
    dataOf(await author.call('person.delete', { confirm: true }));
    expect(errorOf(await server.call('essay.get', { id })).code).toBe('not_found');
    expect(await server.db.selectFrom('essay').selectAll().execute()).toEqual([]);
  });

  test('lose the phone number ninety days after the decision and not before; what waits for one keeps it', async () => {
    const id = await acceptedEssay(author, reviewer);
    const waiting = await submitEssay(author);
    server.clock.set('2017-12-06T09:00:00+08:00');
    author = await server.as('citizen');
    await server.application.keepHouse();
    expect((await get(author, id)).phone).toBe('13800000000');
    server.clock.set('2017-12-06T09:00:01+08:00');
    await server.application.keepHouse();
    expect((await get(author, id)).phone).toBeNull();
    expect((await get(author, waiting)).phone).toBe('13800000000');
  });
});
