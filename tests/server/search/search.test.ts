import type { ArticleKind } from '../../../src/contract/article';
import type { Found, SearchKind, SearchPage } from '../../../src/contract/search';
import { indexArticles } from '../../../server/search/index-articles';
import { someText } from '../../support/matchers';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';

interface Sample {
  readonly id: string;
  readonly title: string;
  readonly summary?: string;
  readonly body?: string;
  readonly kind?: ArticleKind;
  readonly on?: string;
  readonly tags?: readonly string[];
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

async function publish(...samples: readonly Sample[]): Promise<void> {
  await server.db
    .insertInto('article')
    .values(
      samples.map(({ id, title, summary = '示例摘要。', body = '', kind = 'news' as const, on = '2017-09-05', tags = [] }) => ({
        id,
        kind,
        title,
        summary,
        campaignId: 'tianjin-2017',
        officeId: 'baodi',
        lineId: 'brand' as const,
        activityId: null,
        place: null,
        happenedOn: on,
        sortOn: on,
        cover: 'null',
        tags: JSON.stringify(tags),
        blocks: JSON.stringify([{ kind: 'paragraph', spans: [{ text: body }] }]),
      })),
    )
    .execute();
  await server.db.transaction().execute((trx) => indexArticles(trx, samples.map(({ id }) => id)));
}

const find = async (words: string, kind?: SearchKind): Promise<SearchPage> => dataOf(await server.call('search.find', { words, kind }));
const idsOf = ({ found }: SearchPage): string[] => found.map(({ id }) => id);
const shown = (marks: Found['title'] = []): string => marks.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('the search', () => {
  test('finds what came with the campaign: articles of every kind and activities', async () => {
    const { found } = await find('质量月');
    expect(found.some(({ kind }) => kind === 'activity')).toBe(true);
    expect(found.some(({ kind }) => kind === 'news')).toBe(true);
    expect(idsOf(await find('三同', 'news'))).toContain('what-is-three-sames');
    expect((await find('微课堂', 'activity')).found.every(({ kind }) => kind === 'activity')).toBe(true);
  });

  test('has hits in the title before the others, each of them from the newest', async () => {
    await publish(
      { id: 'text-new', title: '甲', summary: '说到鲟鳇鱼。', on: '2017-09-20' },
      { id: 'title-old', title: '鲟鳇鱼入关', on: '2017-09-02' },
      { id: 'title-new', title: '一批鲟鳇鱼', on: '2017-09-12' },
      { id: 'body-only', title: '乙', body: '查验了鲟鳇鱼两箱。', on: '2017-09-19' },
    );
    const page = await find('鲟鳇鱼');
    expect(idsOf(page)).toEqual(['title-new', 'title-old', 'text-new', 'body-only']);
    expect(page.found.map(({ title }) => shown(title))).toEqual(['一批[鲟鳇鱼]', '[鲟鳇鱼]入关', '甲', '乙']);
    expect(page.found.map(({ excerpt }) => shown(excerpt)).slice(2)).toEqual(['说到[鲟鳇鱼]。', '查验了[鲟鳇鱼]两箱。']);
  });

  test('finds what only the end of a long body says, after all that is said earlier', async () => {
    const long = `${'前面很长。'.repeat(100)}最后说到大鲵。`;
    await publish(
      { id: 'at-the-end', title: '鲑鱼', body: long, on: '2017-09-21' },
      { id: 'at-the-end-too', title: '丙', body: long, on: '2017-09-22' },
      { id: 'at-the-beginning', title: '丁', body: `大鲵。${long}`, on: '2017-09-01' },
    );
    const page = await find('大鲵');
    expect(idsOf(page)).toEqual(['at-the-beginning', 'at-the-end-too', 'at-the-end']);
    expect(page.found.map(({ excerpt }) => shown(excerpt).includes('[大鲵]'))).toEqual([true, true, true]);
    const { found } = await find('大鲵 鲑鱼');
    expect(found.map(({ id, title, excerpt }) => [id, shown(title), shown(excerpt)])).toEqual([['at-the-end', '[鲑鱼]', '…很长。前面很长。最后说到[大鲵]。']]);
    expect(idsOf(await find('大鲵', 'lesson'))).toEqual([]);
  });

  test('shows the tag under which it was found, and the month of the news list', async () => {
    await publish({ id: 'tagged', title: '戊', tags: ['鲎', '石斑鱼'], on: '2017-10-09' });
    await server.db.updateTable('article').set({ happenedOn: null }).where('id', '=', 'tagged').execute();
    const { found } = await find('石斑鱼');
    expect(found).toMatchObject([{ id: 'tagged', happenedOn: null, month: '2017-10' }]);
    expect(shown(found[0]?.excerpt)).toBe('标签：鲎、[石斑鱼]');
  });

  test.each([
    ['a pair', '鳄梨', true],
    ['one character', '鳄', true],
    ['the last character of a text', '豚', true],
    ['two phrases in any order', '豚 鳄梨', true],
    ['the beginning of a Latin word, whatever its case and width', 'ｚＥＢ', true],
    ['a number', '88231', true],
    ['a tag', '墨角藻', true],
    ['neighbouring pairs that do not stand in a row', '鳄梨河豚', false],
    ['a phrase across a full stop', '豚鳄', false],
    ['only one of two phrases', '鳄梨 猕猴桃', false],
    ['the middle of a Latin word', 'ebra', false],
  ])('knows %s', async (_, words, isFound) => {
    const id = 'with-everything';
    if (!(await server.db.selectFrom('article').select('id').where('id', '=', id).executeTakeFirst())) {
      await publish({ id, title: 'Zebra 与鳄梨', summary: '编号 GB/T 88231，河豚', tags: ['墨角藻'] });
    }
    expect(idsOf(await find(words)).includes(id)).toBe(isFound);
  });

  test('takes signs of patterns and of queries for what they are', async () => {
    for (const words of ['%', '_', "' or 1=1 --", "';drop table article", '& | ! ( ) <-> :*', "鲟鳇鱼' & '", '\\', '鲟鳇鱼:*', '(鲟鳇鱼']) {
      const { found } = await find(words);
      expect(found.every(({ title, excerpt }) => [...title, ...excerpt].some(({ hit }) => hit))).toBe(true);
    }
    expect((await find('%')).found).toEqual([]);
  });

  test.each([
    ['', 'words'],
    [' ', 'words'],
    ['长'.repeat(41), 'words'],
    ['零\u200b宽', 'words'],
  ])('refuses %j', async (words, field) => {
    expect(errorOf(await server.call('search.find', { words }))).toMatchObject({ code: 'invalid_input', fields: { [field]: someText } });
  });

  test('no longer finds what was withdrawn, and finds what is new in its place', async () => {
    await publish({ id: 'to-withdraw', title: '沙丁鱼罐头' });
    await server.db.updateTable('article').set({ title: '凤尾鱼罐头' }).where('id', '=', 'to-withdraw').execute();
    await server.db.transaction().execute((trx) => indexArticles(trx, ['to-withdraw']));
    expect(idsOf(await find('沙丁鱼'))).toEqual([]);
    expect(idsOf(await find('凤尾鱼'))).toEqual(['to-withdraw']);
    await server.db.updateTable('article').set({ withdrawnAt: server.clock.now(), withdrawalNote: '数据有误。' }).where('id', '=', 'to-withdraw').execute();
    await server.db.transaction().execute((trx) => indexArticles(trx, ['to-withdraw']));
    expect(idsOf(await find('凤尾鱼'))).toEqual([]);
  });
});

describe('a long answer', () => {
  const COUNT = 1_500;
  const day = (index: number): string => `2017-09-${String(1 + (index % 28)).padStart(2, '0')}`;

  beforeAll(async () => {
    // More than are looked through in passing: a common word, and a rare one that only the oldest have.
    const samples = Array.from({ length: COUNT }, (_, index) => ({
      id: `many-${String(index).padStart(4, '0')}`,
      title: index % 100 === 50 ? '锦鲤专题' : '日常工作',
      summary: index % 2 === 0 ? '关于锦鲤的检验。' : '其他。',
      kind: index % 3 === 0 ? ('lesson' as const) : ('news' as const),
      on: index < 5 ? '2016-01-01' : day(index),
      body: index < 5 ? '提到白鲟。' : index % 10 === 7 ? `${'无关的话。'.repeat(50)}最后提到中华鲟。` : '',
    }));
    await publish(...samples);
  }, 60_000);

  async function all(words: string, kind?: ArticleKind): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page: SearchPage = dataOf(await server.call('search.find', { words, kind, cursor }));
      ids.push(...idsOf(page));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    return ids;
  }

  test.each([
    ['锦鲤', undefined, COUNT / 2],
    ['锦鲤', 'lesson', COUNT / 6],
    ['白鲟', undefined, 5],
    ['锦鲤 专题', undefined, COUNT / 100],
    ['中华鲟', undefined, COUNT / 10],
    ['中华鲟', 'lesson', COUNT / 30],
  ] as const)('about %s of kind %s has each hit once, in order', async (words, kind, count) => {
    const ids = await all(words, kind);
    expect(ids).toHaveLength(count);
    expect(new Set(ids).size).toBe(count);
    const rows = await server.db.selectFrom('article').select(['id', 'title', 'sortOn']).where('id', 'in', ids).execute();
    const keyOf = new Map(rows.map(({ id, title, sortOn }) => [id, `${title === '锦鲤专题' ? 1 : 0} ${sortOn} ${id}`]));
    const keys = ids.map((id) => keyOf.get(id) ?? '');
    expect(keys).toEqual([...keys].sort().reverse());
  });

  test.each(['x', Buffer.from('2017-09-05|many-0001').toString('base64url'), Buffer.from('title 2017-02-30|a').toString('base64url'), Buffer.from('whole 2017-09-05|a').toString('base64url'), Buffer.from("text 2017-09-05|a'b").toString('base64url')])('refuses the cursor %s', async (cursor) => {
    expect(errorOf(await server.call('search.find', { words: '锦鲤', cursor }))).toMatchObject({ code: 'invalid_input', fields: { cursor: someText } });
  });
});

describe('suggested words', () => {
  test('are tags of articles and names of activities, each of which finds something', async () => {
    const { words } = dataOf(await server.call('search.suggest', {}));
    expect(words.length).toBeGreaterThanOrEqual(6);
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect((await find(word)).found).not.toEqual([]);
  });
});
