import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';
import { draftBy, manuscriptIn, newsroomOf, readManuscript, type Newsroom } from '../../support/samples/sample-manuscript';

let server: TestServer;
let room: Newsroom;
beforeAll(async () => {
  server = await startTestServer();
  room = await newsroomOf(server);
});
afterAll(() => server.close());

const AT = '2017-09-07T09:00:00+08:00';
const title = '实验室开放日接待学生参观';

describe('an editor', () => {
  test('is given all that was done in the newsroom, in words, and nothing of what others did', async () => {
    const { colleague: author, secondReviewer: reviewer } = room;
    await manuscriptIn({ author, reviewer }, 'withdrawn');
    const workOf = async (editor: typeof author) => dataOf(await editor.call('person.export', {})).newsroom;
    const did = (what: string, more: object = {}) => ({ 稿件: title, 时间: AT, 事项: what, 版本: null, 说明: null, ...more });
    expect(await workOf(author)).toEqual(
      expect.arrayContaining([did('新建稿件'), did('修改', { 版本: 1 }), did('提交审核'), did('发布'), did('撤下', { 说明: '活动日期有误，更正后重新发布。' })]),
    );
    expect(await workOf(author)).toHaveLength(5);
    expect(await workOf(reviewer)).toEqual([did('审核通过')]);
    expect(await workOf(room.stranger)).toEqual([]);
  });

  test('who is deleted leaves the office its manuscripts, versions and trace, without a name', async () => {
    const { author, reviewer, colleague } = room;
    const { id } = await manuscriptIn({ author, reviewer }, 'published');
    const draft = await draftBy(author);
    const before = await readManuscript(colleague, id);
    dataOf(await author.call('person.delete', { confirm: true }));
    dataOf(await reviewer.call('person.delete', { confirm: true }));

    const after = await readManuscript(colleague, id);
    expect(after.content).toEqual(before.content);
    expect(after.events.map(({ kind }) => kind)).toEqual(before.events.map(({ kind }) => kind));
    expect(dataOf(await colleague.call('manuscript.version', { id, number: 1 })).content).toEqual(before.content);
    for (const person of [author.person.id, reviewer.person.id]) expect(JSON.stringify(await everyRow())).not.toContain(person);
    expect(dataOf(await server.call('article.get', { id })).title).toBe(title);

    // The office goes on with what was begun.
    const submitted = dataOf(await colleague.call('manuscript.submit', { id: draft.id, revision: draft.revision }));
    expect(submitted.state).toBe('in-review');
    expect(errorOf(await author.call('manuscript.get', { id })).code).toBe('session_expired');
  });
});

const everyRow = () => Promise.all((['manuscript', 'manuscriptVersion', 'manuscriptEvent'] as const).map((table) => server.db.selectFrom(table).selectAll().execute()));
