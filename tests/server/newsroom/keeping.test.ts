import { randomUUID } from 'node:crypto';
import { draftBy, editorOf, manuscriptIn, newsroomOf, readManuscript, sampleContent, type Newsroom } from '../../support/samples/sample-manuscript';
import { dataOf, startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
let room: Newsroom;
beforeAll(async () => {
  server = await startTestServer();
  room = await newsroomOf(server);
});
afterAll(() => server.close());

const versionsOf = async (id: string) => dataOf(await room.author.call('manuscript.versions', { id })).versions.map(({ number, title }) => [number, title]);

describe('one person in two windows', () => {
  test('puts the text of one over that of the other, which stays a version', async () => {
    const { id, revision } = await draftBy(room.author);
    const other = dataOf(await room.author.call('manuscript.save', { id, revision, content: sampleContent({ title: '另一个窗口的标题' }) }));
    const here = { id, revision: other.revision, content: sampleContent({ title: '这个窗口的标题' }), asNewVersion: true };
    const over = dataOf(await room.author.call('manuscript.save', here));
    // Sent again, because the answer was lost, it is the same save.
    expect(dataOf(await room.author.call('manuscript.save', here))).toEqual(over);
    expect(await versionsOf(id)).toEqual([
      [2, '这个窗口的标题'],
      [1, '另一个窗口的标题'],
    ]);
    dataOf(await room.author.call('manuscript.save', { id, revision: over.revision, content: sampleContent({ title: '接着写' }) }));
    expect(await versionsOf(id)).toEqual([
      [2, '接着写'],
      [1, '另一个窗口的标题'],
    ]);
  });
});

describe('a version whose cover the library has lost', () => {
  test('comes back without it, which its trace says, and can be saved', async () => {
    const pictureId = randomUUID();
    await server.db.insertInto('picture').values({ id: pictureId, campaignId: 'tianjin-2017', officeId: 'donggang', attachmentId: randomUUID(), alt: '大厅', width: 800, height: 600, addedAt: server.clock.now() }).execute();
    const { id } = await draftBy(room.author, sampleContent({ cover: { pictureId, alt: '大厅' } }));
    const { revision } = await readManuscript(room.author, id);
    const later = dataOf(await room.colleague.call('manuscript.save', { id, revision, content: sampleContent({ title: '没有封面的一版' }) }));
    await server.db.deleteFrom('picture').where('id', '=', pictureId).execute();
    const restored = dataOf(await room.author.call('manuscript.restore', { id, revision: later.revision, number: 1 }));
    expect(restored).toMatchObject({ content: sampleContent(), events: [{ kind: 'restore', note: '第 1 版，封面已不在图片库，没有恢复' }, {}] });
    dataOf(await room.author.call('manuscript.save', { id, revision: restored.revision, content: sampleContent({ title: '接着写' }) }));
  });
});

describe('what an editor sees of a manuscript', () => {
  test('says until when it will stand above the others once its time has come', async () => {
    const { id, revision } = await manuscriptIn(room, 'approved');
    const until = '2017-09-12T23:59:00+08:00';
    expect(dataOf(await room.author.call('manuscript.publish', { id, revision, at: '2017-09-08T08:30:00+08:00', pinnedUntil: until })).pinUntil).toBe(until);
  });

  test('says which version was public, also after it was withdrawn', async () => {
    const { id, revision } = await manuscriptIn(room, 'withdrawn');
    const saved = dataOf(await room.author.call('manuscript.save', { id, revision, content: sampleContent({ title: '更正后的标题' }) }));
    dataOf(await room.author.call('manuscript.submit', { id, revision: saved.revision }));
    expect(await readManuscript(room.secondReviewer, id)).toMatchObject({ public: null, publishedVersion: 1 });
    expect(dataOf(await room.secondReviewer.call('manuscript.version', { id, number: 1 })).content.title).toBe(sampleContent().title);
  });

  test('names every office, and says where the reader may write', async () => {
    const { id } = await draftBy(room.author);
    const { choices, campaign } = await readManuscript(await editorOf(server, 'bureau'), id);
    expect(choices.offices.filter(({ mine }) => mine).map(({ id: officeId }) => officeId)).toEqual(['bureau']);
    expect(choices.offices).toContainEqual({ id: 'donggang', name: expect.stringContaining('东港') as string, mine: false });
    expect(campaign).toEqual({ name: expect.stringContaining('质量月') as string, organiser: expect.stringContaining('检验检疫局') as string });
  });
});
