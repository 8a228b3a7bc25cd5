import type { ArticlePage } from '../../../src/contract/article';
import type { Input } from '../../../src/contract/actions';
import { someText, textLike } from '../../support/matchers';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  // Enough for three pages; every third one has a day of its own, the others share one.
  await server.db
    .insertInto('article')
    .values(
      Array.from({ length: 18 }, (_, index) => ({
        id: `extra-${String(index).padStart(2, '0')}`,
        campaignId: 'tianjin-2017',
        officeId: index % 2 === 0 ? 'baodi' : 'mail',
        lineId: 'brand' as const,
        activityId: index % 2 === 0 ? 'demonstration-zones' : null,
        title: `补充动态 ${index}`,
        summary: '为翻页准备的动态。',
        place: null,
        happenedOn: index % 3 === 0 ? `2017-09-${String(10 + index).padStart(2, '0')}` : '2017-09-05',
        sortOn: index % 3 === 0 ? `2017-09-${String(10 + index).padStart(2, '0')}` : '2017-09-05',
        cover: index === 0 ? JSON.stringify({ file: 'hall.jpg', alt: '大厅' }) : 'null',
        blocks: '[]',
      })),
    )
    .execute();
});
afterAll(() => server.close());

async function allPages(filter: Omit<Input<'article.list'>, 'cursor'> = {}): Promise<ArticlePage[]> {
  const pages = [dataOf(await server.call('article.list', filter))];
  for (let cursor = pages[0]?.nextCursor ?? null; cursor !== null; cursor = pages.at(-1)?.nextCursor ?? null) {
    pages.push(dataOf(await server.call('article.list', { ...filter, cursor })));
  }
  return pages;
}

const idsOf = (pages: readonly ArticlePage[]): string[] => pages.flatMap(({ articles }) => articles.map(({ id }) => id));

describe('article list', () => {
  test('shows every article once, newest first, ten a page', async () => {
    const pages = await allPages();
    const ids = idsOf(pages);
    expect(pages.map(({ articles }) => articles.length)).toEqual([10, 10, ids.length - 20]);
    expect(new Set(ids).size).toBe(ids.length);
    const days = pages.flatMap(({ articles }) => articles.map(({ happenedOn }) => happenedOn ?? '2017-09-01'));
    expect(days).toEqual([...days].sort().reverse());
    expect(pages.map(({ filters }) => filters !== null)).toEqual([true, false, false]);
  });

  test('offers as filters what has articles', async () => {
    const [page] = await allPages();
    expect(page?.filters?.offices.map(({ id }) => id)).toEqual(['bureau', 'development-zone', 'donggang', 'baodi', 'mail', 'nanjiang', 'legal']);
    expect(page?.filters?.lines.map(({ id }) => id)).toEqual(['publicity', 'service', 'brand']);
  });

  test('is filtered by office, line and activity, alone and together', async () => {
    const baodi = (await allPages({ officeId: 'baodi' })).flatMap(({ articles }) => articles);
    expect(baodi).toHaveLength(10);
    expect(new Set(baodi.map(({ officeName }) => officeName))).toEqual(new Set(['宝坻局']));
    expect(idsOf(await allPages({ lineId: 'brand' }))).toHaveLength(18);
    expect(idsOf(await allPages({ officeId: 'baodi', lineId: 'publicity' }))).toEqual(['baodi-wechat-group']);
    expect(idsOf(await allPages({ activityId: 'four-venues' }))).toEqual(['nanjiang-ship-hall']);
    expect(idsOf(await allPages({ lineId: 'no-such-line' }))).toEqual([]);
  });

  test('says only the month of an article without a day', async () => {
    const { articles } = dataOf(await server.call('article.list', { officeId: 'legal' }));
    expect(articles[0]).toMatchObject({ happenedOn: null, month: '2017-09', officeName: '法制处', lineName: '质量宣传' });
  });

  test.each(['x', 'MTIz', Buffer.from('2017-02-30|extra-01').toString('base64url'), Buffer.from('0000-01-01|a').toString('base64url'), Buffer.from("2017-09-05|a'b").toString('base64url'), 'A'.repeat(200)])(
    'refuses the cursor %s',
    async (cursor) => {
      expect(errorOf(await server.call('article.list', { cursor }))).toMatchObject({ code: 'invalid_input', fields: { cursor: someText } });
    },
  );
});

describe('article', () => {
  test('has its body as blocks, its office in full and its activity', async () => {
    const article = dataOf(await server.call('article.get', { id: 'nanjiang-ship-hall' }));
    expect(article).toMatchObject({
      officeFullName: '南疆办事处',
      place: '船舶申报大厅',
      activity: { id: 'four-venues', number: 6 },
      cover: null,
      organiser: '天津出入境检验检疫局',
    });
    expect(article.blocks.every(({ kind }) => kind === 'paragraph')).toBe(true);
  });

  test('has a picture with the words for those who do not see it', async () => {
    const { cover } = dataOf(await server.call('article.get', { id: 'extra-00' }));
    expect(cover).toEqual({ url: textLike(/\/hall\.jpg$/), alt: '大厅' });
  });

  test('that does not exist is not found', async () => {
    expect(errorOf(await server.call('article.get', { id: 'no-such-article' })).code).toBe('not_found');
  });
});
