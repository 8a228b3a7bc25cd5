import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';
import { draftBy, manuscriptIn, newsroomOf, readManuscript, sampleContent, type Newsroom } from '../../support/samples/sample-manuscript';
import { tableContents } from '../../support/table-contents';

const MINUTE = 60_000;

let server: TestServer;
let room: Newsroom;
beforeAll(async () => {
  server = await startTestServer();
  room = await newsroomOf(server);
});
afterAll(() => server.close());

const versionsOf = async (id: string) => dataOf(await room.author.call('manuscript.versions', { id })).versions;

describe('a draft', () => {
  test('may lack everything', async () => {
    const { id } = dataOf(await room.author.call('manuscript.start', { kind: 'lesson', officeId: 'donggang' }));
    const view = await readManuscript(room.author, id);
    expect(view).toMatchObject({ state: 'draft', revision: 1, mine: true, public: null, content: { kind: 'lesson', title: '', lineId: null } });
    const content = { ...view.content, title: '写到一' };
    expect(dataOf(await room.author.call('manuscript.save', { id, revision: 1, content }))).toMatchObject({ revision: 2, state: 'draft' });
  });

  test('about an activity stands in its line', async () => {
    const { id } = dataOf(await room.author.call('manuscript.start', { kind: 'news', officeId: 'donggang', activityId: 'micro-class' }));
    const { content } = await readManuscript(room.author, id);
    const { lineId } = await server.db.selectFrom('activity').select('lineId').where('id', '=', 'micro-class').executeTakeFirstOrThrow();
    expect(content).toMatchObject({ activityId: 'micro-class', lineId });
  });

  test('loses what nobody can see, and nothing else', async () => {
    const { id, content } = await draftBy(room.author, sampleContent({ title: '实验室\u200b开放日\u0000', markdown: '第一行\r\n\u202e第二行\n' }));
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(content).toMatchObject({ title: '实验室开放日', markdown: '第一行\n第二行\n' });
  });

  test('that is not changed is not saved anew, and a repeated save is the same save', async () => {
    const { id, revision } = await draftBy(room.author);
    const content = sampleContent({ title: '另一个标题' });
    const first = dataOf(await room.author.call('manuscript.save', { id, revision, content }));
    expect(dataOf(await room.author.call('manuscript.save', { id, revision, content }))).toEqual(first);
    expect(dataOf(await room.author.call('manuscript.save', { id, revision: first.revision, content }))).toEqual(first);
  });
});

describe('two editors', () => {
  test('of one office who save at once: one wins, the other is told and loses nothing', async () => {
    const { id, revision } = await draftBy(room.author);
    const texts = [sampleContent({ markdown: '作者写的一段。' }), sampleContent({ markdown: '同事写的一段。' })] as const;
    const answers = await Promise.all([room.author.call('manuscript.save', { id, revision, content: texts[0] }), room.colleague.call('manuscript.save', { id, revision, content: texts[1] })]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const winner = answers[0].ok ? 0 : 1;
    expect(errorOf(answers[1 - winner] ?? answers[0]).code).toBe('conflict');
    const seen = await readManuscript(room.colleague, id);
    expect(seen).toMatchObject({ revision: revision + 1, content: { markdown: texts[winner].markdown }, edited: { mine: winner === 1 } });
    // The other reads, and saves on top of it; what the first one wrote stays a version.
    const loser = [room.colleague, room.author][winner] ?? room.author;
    dataOf(await loser.call('manuscript.save', { id, revision: seen.revision, content: texts[1 - winner] ?? texts[0] }));
    const kept = await server.db.selectFrom('manuscriptVersion').select('content').where('manuscriptId', '=', id).execute();
    expect(kept.map(({ content }) => content.markdown)).toEqual(expect.arrayContaining([texts[0].markdown, texts[1].markdown]));
  });

  test('who save again and again: nothing that somebody saved is ever gone', async () => {
    const { id } = await draftBy(room.author);
    const saved: string[] = [];
    for (const [index, editor] of [room.author, room.author, room.colleague, room.author, room.colleague, room.colleague].entries()) {
      const { revision } = await readManuscript(editor, id);
      dataOf(await editor.call('manuscript.save', { id, revision, content: sampleContent({ markdown: `第 ${index} 次` }) }));
      saved.push(`第 ${index} 次`);
    }
    const { rows } = { rows: await server.db.selectFrom('manuscriptVersion').select('content').where('manuscriptId', '=', id).orderBy('number').execute() };
    // Of what one person saves in a row the last stays.
    expect(rows.map(({ content }) => content.markdown)).toEqual([saved[1], saved[2], saved[3], saved[5]]);
  });

  test('of which one has gone on: submitting what the other has not seen is refused', async () => {
    const { id, revision } = await draftBy(room.author);
    dataOf(await room.colleague.call('manuscript.save', { id, revision, content: sampleContent({ title: '同事改过的标题' }) }));
    const before = await tableContents(server.db);
    expect(errorOf(await room.author.call('manuscript.submit', { id, revision })).code).toBe('conflict');
    expect(await tableContents(server.db)).toEqual(before);
  });
});

describe('versions', () => {
  test('what one person saves within ten minutes is one; then another begins', async () => {
    const { id } = await draftBy(room.author);
    const save = async (title: string) => dataOf(await room.author.call('manuscript.save', { id, revision: (await readManuscript(room.author, id)).revision, content: sampleContent({ title }) }));
    server.clock.advance(9 * MINUTE);
    await save('九分钟后');
    server.clock.advance(2 * MINUTE);
    await save('十一分钟后');
    expect((await versionsOf(id)).map(({ number, title, saved }) => [number, title, saved.mine])).toEqual([
      [2, '十一分钟后', true],
      [1, '九分钟后', true],
    ]);
    expect(dataOf(await room.author.call('manuscript.version', { id, number: 1 })).content).toEqual(sampleContent({ title: '九分钟后' }));
  });

  test('a former one comes back as a new one, and what was there stays', async () => {
    const { id, revision } = await draftBy(room.author);
    dataOf(await room.colleague.call('manuscript.save', { id, revision, content: sampleContent({ title: '改坏了的标题' }) }));
    const { revision: seen } = await readManuscript(room.author, id);
    const restored = dataOf(await room.author.call('manuscript.restore', { id, revision: seen, number: 1 }));
    expect(restored).toMatchObject({ content: sampleContent(), state: 'draft', events: [{ kind: 'restore', note: '第 1 版' }, { kind: 'start' }] });
    expect((await versionsOf(id)).map(({ kind, title }) => [kind, title])).toEqual([
      ['restored', sampleContent().title],
      ['saved', '改坏了的标题'],
      ['saved', sampleContent().title],
    ]);
  });

  test('what was submitted stays word for word', async () => {
    const { id, revision } = await manuscriptIn(room, 'in-review');
    dataOf(await room.author.call('manuscript.save', { id, revision, content: sampleContent({ title: '又改了' }) }));
    expect((await versionsOf(id)).map(({ kind, title }) => [kind, title])).toEqual([
      ['saved', '又改了'],
      ['submitted', sampleContent().title],
    ]);
    await expect(server.db.updateTable('manuscriptVersion').set({ content: JSON.stringify(sampleContent({ title: '篡改' })) }).where('manuscriptId', '=', id).where('number', '=', 1).execute()).rejects.toThrow('stays as it was saved');
  });
});

describe('what cannot be saved', () => {
  test.each([
    ['a body that is too long', { markdown: '字'.repeat(20_001) }, 'content.markdown'],
    ['a title that is too long', { title: '字'.repeat(61) }, 'content.title'],
    ['an activity that does not exist', { activityId: 'no-such-activity' }, 'content.activityId'],
    ['a topic that does not exist', { details: { ...sampleContent().details, topicId: 'no-such-topic' } }, 'content.details.topicId'],
    ['another office', { officeId: 'baodi' }, 'content.officeId'],
    ['a day that does not exist', { happenedOn: '2017-02-30' }, 'content.happenedOn'],
    ['a file that the folder has put elsewhere', { cover: { file: 'somewhere.jpg', alt: '封面' } }, 'content.cover'],
    ['a picture that is not in the library', { cover: { pictureId: '00000000-0000-4000-8000-000000000000', alt: '封面' } }, 'content.cover'],
  ])('%s', async (_, changes, field) => {
    const { id, revision } = await draftBy(room.author);
    const before = await tableContents(server.db);
    const error = errorOf(await room.author.call('manuscript.save', { id, revision, content: sampleContent(changes) }));
    expect(error).toMatchObject({ code: 'invalid_input', fields: { [field]: expect.stringMatching(/\p{Script=Han}/u) as string } });
    expect(await tableContents(server.db)).toEqual(before);
  });

  test('five megabytes', async () => {
    const { id, revision } = await draftBy(room.author);
    const content = sampleContent({ markdown: '一'.repeat(5_000_000 / 3) });
    for (const action of ['manuscript.save', 'manuscript.check'] as const) {
      const input = action === 'manuscript.save' ? { id, revision, content } : { content };
      expect(errorOf(await room.author.call(action, input as never))).toEqual({ code: 'too_large', message: '内容过长，请精简后重新提交。' });
    }
  });
});

describe('the check', () => {
  test('shows the body as it will be, and names what is wrong with it', async () => {
    const content = sampleContent({ title: '🎉🎉', summary: '', lineId: null, markdown: '## 小标题\n\n联系电话 13800138000。\n\n<script>alert(1)</script>' });
    const check = dataOf(await room.author.call('manuscript.check', { content }));
    expect(check.blocks).toContainEqual(expect.objectContaining({ kind: 'heading' }));
    expect(check.problems).toEqual([{ line: 5, message: expect.stringContaining('网页代码') as string }]);
    expect(check.findings).toContainEqual(expect.objectContaining({ rule: 'phone' }));
    expect(Object.keys(check.missing).sort()).toEqual(['lineId', 'summary', 'title']);
  });

  test.each([
    ['an emoji alone as the title', { title: '🎉🎉' }, 'title'],
    ['no summary', { summary: ' ' }, 'summary'],
    ['no body', { markdown: '\n' }, 'markdown'],
    ['no line', { lineId: null }, 'lineId'],
    ['a line that is not the activity’s', { activityId: 'micro-class', lineId: 'brand' as const }, 'lineId'],
    ['a page that does not exist', { markdown: '请看[这里](/pages/article/index?id=no-such-article)。' }, 'markdown'],
    ['a page of the staff', { markdown: '请看[这里](/officer/inbox/index)。' }, 'markdown'],
    ['a link in brackets to a page that does not exist', { markdown: '见[公告[2017]12号](/pages/article/index?id=gone)。' }, 'markdown'],
    ['a link by reference to a page that does not exist', { markdown: '见[这里][a]。\n\n[a]: /pages/article/index?id=gone' }, 'markdown'],
    ['a link over two lines to a page that does not exist', { markdown: '见[这\n里](/pages/article/index?id=gone)。' }, 'markdown'],
    ['a listing without an activity', { kind: 'listing' as const }, 'activityId'],
    ['an exhibit in an activity without halls', { kind: 'exhibit' as const, activityId: 'micro-class' }, 'activityId'],
    ['an advisory in an activity without any', { kind: 'advisory' as const, activityId: 'micro-class' }, 'activityId'],
    ['media of another host than it seems', { details: { ...sampleContent().details, media: { kind: 'video' as const, url: 'https://known.example.cn@elsewhere.example.cn/a.mp4' } } }, 'details.media.url'],
    ['media without a file', { details: { ...sampleContent().details, media: { kind: 'video' as const, url: 'https://media.example.cn/?a.mp4' } } }, 'details.media.url'],
    ['media without an address', { details: { ...sampleContent().details, media: { kind: 'video' as const, url: 'http://' } } }, 'details.media.url'],
  ])('keeps it from being submitted: %s', async (_, changes, field) => {
    const { id, revision } = await draftBy(room.author, sampleContent(changes));
    const before = await tableContents(server.db);
    expect(errorOf(await room.author.call('manuscript.submit', { id, revision }))).toMatchObject({ code: 'invalid_input', fields: { [field]: expect.stringMatching(/\p{Script=Han}/u) as string } });
    expect(await tableContents(server.db)).toEqual(before);
  });

  test.each([
    ['an advisory where there are advisories', { kind: 'advisory' as const, activityId: 'hot-consumer-goods', lineId: 'rectification' as const }],
    ['a listing in a directory', { kind: 'listing' as const, activityId: 'one-district-one-brand', lineId: 'brand' as const }],
    ['a lesson of the course, whatever it is about', { kind: 'lesson' as const }],
  ])('finds a place for %s', async (_, changes) => {
    expect(dataOf(await room.author.call('manuscript.check', { content: sampleContent(changes) })).missing).toEqual({});
  });

  test.each([
    ['an empty title', { title: '' }],
    ['a picture without words', { markdown: '开放日现场：\n\n![](media:no-such-picture.jpg)' }],
    ['a page of the staff', { markdown: '请看[这里](/officer/inbox/index)。' }],
    ['an address without encryption', { markdown: '请看[这里](http://www.example.gov.cn/)。' }],
    ['a page that does not exist', { markdown: '请看[这里](/pages/article/index?id=no-such-article)。' }],
  ])('says each thing once: %s', async (_, changes) => {
    const { problems, findings, missing } = dataOf(await room.author.call('manuscript.check', { content: sampleContent(changes) }));
    const said = [...problems, ...findings.map(({ message }) => ({ message })), ...Object.values(missing).map((message) => ({ message }))].filter(({ message }) => !message.includes('图片库里没有'));
    expect(said).toHaveLength(1);
  });

  test('knows the pictures of the campaign’s folder from the articles that show them', async () => {
    const shown = { kind: 'picture', url: 'media:hall.jpg', full: 'media:hall.jpg', alt: '大厅', width: 1200, height: 800 } as const;
    await server.db.updateTable('article').set({ blocks: JSON.stringify([{ kind: 'divider' }, shown]) }).where('id', 'in', ['baodi-wechat-group', 'launch-of-quality-month']).execute();
    const check = dataOf(await room.author.call('manuscript.check', { content: sampleContent({ markdown: '![大厅](media:hall.jpg)\n\n![别处](media:elsewhere.jpg)' }) }));
    expect(check.blocks).toMatchObject([{ kind: 'picture', width: 1200, height: 800 }]);
    expect(check.problems).toMatchObject([{ line: 3 }]);
  });

  test('lets links through to what a reader can open', async () => {
    const { id, revision } = await draftBy(room.author, sampleContent({ markdown: '请看[启动仪式](/pages/article/index?id=launch-of-quality-month)。' }));
    expect(dataOf(await room.author.call('manuscript.submit', { id, revision })).state).toBe('in-review');
  });
});
