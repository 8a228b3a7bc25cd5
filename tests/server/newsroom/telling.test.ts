import { dataOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { editorOf, manuscriptIn, newsroomOf, sampleContent, type Newsroom } from '../../support/samples/sample-manuscript';

let server: TestServer;
let room: Newsroom;
beforeAll(async () => {
  server = await startTestServer();
  room = await newsroomOf(server);
});
afterAll(() => server.close());

/** The titles of what somebody was told about this manuscript. */
const toldOf = async (caller: TestCaller, id: string) => {
  const { messages } = dataOf(await caller.call('message.list', {}));
  return messages.filter(({ route }) => route === `/newsroom/manuscript/index?id=${id}`).map(({ title }) => title);
};

const note = '内容需要重新核实。';

describe('of a withdrawal', () => {
  test('by the bureau the whole office is told', async () => {
    const { id, revision } = await manuscriptIn(room, 'published');
    dataOf(await room.reviewer.call('manuscript.withdraw', { id, revision, note }));
    for (const editor of [room.author, room.colleague]) expect(await toldOf(editor, id)).toContain('文章已撤下');
    for (const editor of [room.reviewer, room.stranger]) expect(await toldOf(editor, id)).not.toContain('文章已撤下');
  });

  test('the office of an article of the folder is told, save who did it', async () => {
    const id = 'nanjiang-ship-hall';
    const [one, other] = [await editorOf(server, 'nanjiang'), await editorOf(server, 'nanjiang')];
    dataOf(await one.call('manuscript.withdraw', { id, revision: 0, note }));
    expect([await toldOf(one, id), await toldOf(other, id)]).toEqual([[], ['文章已撤下']]);
  });
});

describe('of a change of the text', () => {
  test.each([
    ['in-review', false],
    ['approved', true],
    ['scheduled', true],
  ] as const)('that undoes what was %s, its authors and its reviewer are told once', async (state, reviewed) => {
    const { id, revision } = await manuscriptIn(room, state);
    const first = dataOf(await room.colleague.call('manuscript.save', { id, revision, content: sampleContent({ title: '同事改了标题' }) }));
    dataOf(await room.colleague.call('manuscript.save', { id, revision: first.revision, content: sampleContent({ title: '同事又改了标题' }) }));
    const times = async (caller: TestCaller) => (await toldOf(caller, id)).filter((title) => title === '稿件又有修改').length;
    expect([await times(room.author), await times(room.reviewer), await times(room.colleague), await times(room.secondReviewer)]).toEqual([1, reviewed ? 1 : 0, 0, 0]);
  });

  test.each(['draft', 'published'] as const)('of a %s one nobody is told', async (state) => {
    const { id, revision } = await manuscriptIn(room, state);
    dataOf(await room.colleague.call('manuscript.save', { id, revision, content: sampleContent({ title: '同事改了标题' }) }));
    expect(await toldOf(room.author, id)).not.toContain('稿件又有修改');
  });
});
