import { sql } from 'kysely';
import { loadCampaign } from '../../../server/campaign/load';
import { copyCampaign, type CampaignFolder } from '../../support/campaign-folder';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';
import { editorOf, forgetManuscripts, manuscriptIn, newsroomOf, readManuscript, sampleContent, type Newsroom } from '../../support/samples/sample-manuscript';
import { tableContents } from '../../support/table-contents';

const ID = 'donggang-mobilisation';

let server: TestServer;
let room: Newsroom;
let campaign: CampaignFolder;
beforeAll(async () => {
  server = await startTestServer();
  room = await newsroomOf(server);
});
afterAll(() => server.close());
beforeEach(async () => {
  await forgetManuscripts(server);
  campaign = await copyCampaign();
  await load();
});
afterEach(() => campaign.remove());

const load = () => loadCampaign(server.db, campaign.path, () => server.clock.now());
const publishedTitle = async (id: string) => dataOf(await server.call('article.get', { id })).title;

/** The folder's article, taken over with another title and published. */
async function takeOver(title: string, id = ID, author = room.author): Promise<void> {
  const { content } = await readManuscript(author, id);
  const { revision } = dataOf(await author.call('manuscript.save', { id, revision: 0, content: { ...content, title } }));
  const submitted = dataOf(await author.call('manuscript.submit', { id, revision }));
  const approved = dataOf(await room.reviewer.call('manuscript.review', { id, revision: submitted.revision, decision: 'approve' }));
  dataOf(await author.call('manuscript.publish', { id, revision: approved.revision, at: null, pinnedUntil: null }));
}

describe('an article of the campaign’s folder', () => {
  test('is a manuscript that nobody has worked on', async () => {
    const before = await tableContents(server.db);
    const view = await readManuscript(room.author, ID);
    expect(view).toMatchObject({ revision: 0, state: 'published', edited: null, events: [], public: { current: true, publishedAt: null }, content: { officeId: 'donggang', happenedOn: '2017-09-04' } });
    expect(view.content.markdown).toMatch(/^9 月 4 日，东港检验检疫局/);
    const untouched = dataOf(await room.author.call('manuscript.list', { state: 'folder' })).manuscripts;
    expect(untouched).toContainEqual(expect.objectContaining({ id: ID, edited: null, isPublic: true }));
    expect(dataOf(await room.author.call('manuscript.list', {})).manuscripts).toEqual([]);
    expect(errorOf(await room.stranger.call('manuscript.get', { id: ID })).code).toBe('not_found');
    expect(await tableContents(server.db)).toEqual(before);
  });

  test('is taken over by its first save, by one of two', async () => {
    const { content } = await readManuscript(room.author, ID);
    const answers = await Promise.all([
      room.author.call('manuscript.save', { id: ID, revision: 0, content: { ...content, title: '作者的标题' } }),
      room.colleague.call('manuscript.save', { id: ID, revision: 0, content: { ...content, title: '同事的标题' } }),
    ]);
    expect(answers.map((answer) => (answer.ok ? answer.data.revision : answer.error.code)).sort()).toEqual([1, 'conflict']);
    const { versions } = dataOf(await room.author.call('manuscript.versions', { id: ID }));
    expect(versions.map(({ number, kind }) => [number, kind])).toEqual([
      [2, 'saved'],
      [1, 'folder'],
    ]);
    expect(dataOf(await room.author.call('manuscript.version', { id: ID, number: 1 })).content).toEqual(content);
  });

  test('belongs to the newsroom once it is published there; loading the folder leaves it alone', async () => {
    await takeOver('编辑部改过的标题');
    await campaign.edit(`articles/${ID}.md`, 'title: 东港局', 'title: 文件夹里的东港局');
    expect((await load()).changed).toBe(true);
    expect(await publishedTitle(ID)).toBe('编辑部改过的标题');
    await campaign.drop(`articles/${ID}.md`);
    await load();
    expect(await publishedTitle(ID)).toBe('编辑部改过的标题');
  });

  test('that is worked on and not yet published is still the folder’s', async () => {
    const { content } = await readManuscript(room.author, ID);
    dataOf(await room.author.call('manuscript.save', { id: ID, revision: 0, content: { ...content, title: '还没写完' } }));
    await campaign.edit(`articles/${ID}.md`, 'title: 东港局', 'title: 文件夹里的东港局');
    await load();
    expect(await publishedTitle(ID)).toMatch(/^文件夹里的/);
    expect((await readManuscript(room.author, ID)).content.title).toBe('还没写完');
  });

  test('is public since it was loaded: correcting it is nothing that happened on that day', async () => {
    const activity = async () => dataOf(await server.call('activity.get', { id: 'four-venues' }));
    const { lastHappenedOn, evidenceCount } = await activity();
    server.clock.set('2017-09-08T10:00:00+08:00');
    await takeOver('改过一个错字的标题', 'nanjiang-ship-hall', await editorOf(server, 'nanjiang'));
    expect(await activity()).toMatchObject({ lastHappenedOn, evidenceCount, news: [{ title: '改过一个错字的标题' }] });
  });

  test('belongs to the newsroom once it was pinned there', async () => {
    const title = await publishedTitle(ID);
    dataOf(await room.author.call('manuscript.pin', { id: ID, revision: 0, pinnedUntil: new Date(server.clock.now().getTime() + 86_400_000).toISOString() }));
    await campaign.edit(`articles/${ID}.md`, 'title: 东港局', 'title: 文件夹里的东港局');
    await load();
    expect(await publishedTitle(ID)).toBe(title);
  });

  test('can be withdrawn as it is, and loading does not bring it back', async () => {
    dataOf(await room.author.call('manuscript.withdraw', { id: ID, revision: 0, note: '内容需要重新核实。' }));
    await campaign.edit(`articles/${ID}.md`, 'title: 东港局', 'title: 文件夹里的东港局');
    await load();
    expect(errorOf(await server.call('article.get', { id: ID })).message).toContain('内容需要重新核实。');
  });
});

describe('an article that is just being loaded anew', () => {
  // As for whoever waited for a loading that has put another row in the place of the one waited for.
  beforeEach(async () => {
    await sql`create sequence waited`.execute(server.db);
    await sql`create function lose() returns trigger language plpgsql as $$ begin if nextval('waited') = 1 then return null; end if; return new; end $$`.execute(server.db);
    await sql`create trigger lose before update on article for each row execute function lose()`.execute(server.db);
  });
  afterEach(async () => {
    await sql`drop function lose() cascade`.execute(server.db);
    await sql`drop sequence waited`.execute(server.db);
  });

  test('is withdrawn all the same', async () => {
    dataOf(await room.author.call('manuscript.withdraw', { id: ID, revision: 0, note: '内容需要重新核实。' }));
    expect(errorOf(await server.call('article.get', { id: ID })).message).toContain('内容需要重新核实。');
  });

  test('stands above the others all the same', async () => {
    const pinnedUntil = '2017-09-09T09:00:00+08:00';
    expect(dataOf(await room.author.call('manuscript.pin', { id: ID, revision: 0, pinnedUntil })).public).toMatchObject({ pinnedUntil });
  });
});

describe('loading the folder', () => {
  test('leaves what the newsroom published', async () => {
    const { id } = await manuscriptIn(room, 'published');
    await campaign.edit('campaign.yaml', 'organiser: ', 'organiser: 新');
    await load();
    expect(await publishedTitle(id)).toBe(sampleContent().title);
  });
});
