import { run } from '../support/running-app';
import { startTestServer, type TestServer } from '../support/server';
import { largestSetData } from './host/budgets';
import { engines } from './host/engines';
import type { HostedApp } from './host/hosted-app';
import { bandsOf, WINDOW_HEIGHT, type Layout } from './host/layout';
import { allNodes } from './host/tree';

jest.setTimeout(600_000);

const KB = 1024;
const MOST_NODES = 500;

/** A row of the news as a phone of common width draws it; of what is around the list the filters and the tail have a height. */
const ROW = 84;
const layout: Layout = ({ attributes, className }) => {
  if (attributes['aria-role'] !== 'link') return undefined;
  return className.includes('tab') ? 0 : ROW;
};

const title = (index: number): string => `第 ${index} 篇`;

/** The campaign with so many articles and no others. */
async function serverWith(count: number): Promise<TestServer> {
  const server = await startTestServer();
  await server.db.deleteFrom('article').execute();
  const articles = Array.from({ length: count }, (_, index) => ({
    id: `news-${String(count - index).padStart(5, '0')}`,
    campaignId: 'tianjin-2017',
    officeId: ['baodi', 'mail', 'legal', 'nanjiang', 'donggang', 'bureau', 'development-zone'][index % 7] ?? '',
    lineId: (['publicity', 'rectification', 'service', 'brand'] as const)[index % 4] ?? 'brand',
    activityId: null,
    title: `${title(index)}：进出口企业宣传质量法规和提升措施`,
    summary: '为长列表准备的动态。',
    place: null,
    happenedOn: '2017-09-05',
    sortOn: '2017-09-05',
    cover: 'null',
    blocks: '[]',
  }));
  for (let from = 0; from < count; from += 500) await server.db.insertInto('article').values(articles.slice(from, from + 500)).execute();
  return server;
}

const heightOf = (app: HostedApp): number => {
  const root = app.page().tree();
  return bandsOf(root, layout).get(root)?.height ?? 0;
};

const shownAt = (app: HostedApp, index: number): boolean => app.page().text().includes(`${title(index)}：`);

const [newest, official] = engines;

// The same page runs over both; the whole length over one of them is proof enough, and takes minutes.
describe.each([
  { engine: newest, count: 5_000, name: newest.name },
  { engine: official, count: 600, name: official.name },
])('$count articles in the compiled mini-program, drawn by $name', ({ engine, count }) => {
  let server: TestServer;
  beforeAll(async () => {
    server = await serverWith(count);
  });
  afterAll(() => server.close());

  it('are scrolled to the end and back with few nodes and small updates, and stay where they are', async () => {
    const { app } = await run({ engine, server, layout, path: 'pages/news/index' });
    let mostNodes = 0;
    const look = (): void => {
      mostNodes = Math.max(mostNodes, app.page().nodes());
    };
    const scrollTo = async (top: number): Promise<void> => {
      await app.page().scroll(Math.max(0, top));
      look();
    };
    const frame = heightOf(app) - 10 * ROW;

    for (let shown = 10; shown < count; shown += 10) {
      await scrollTo(heightOf(app) - WINDOW_HEIGHT);
      await app.page().reachBottom();
      look();
      // What has been left keeps its height, to the pixel.
      expect(heightOf(app) - frame).toBe((shown + 10) * ROW);
    }
    await scrollTo(heightOf(app) - WINDOW_HEIGHT);
    expect(app.page().has('没有更多了')).toBe(true);
    expect(shownAt(app, count - 1)).toBe(true);
    expect(shownAt(app, 0)).toBe(false);

    // A long throw lands among rows, and so does the way back to the top.
    for (const row of [count / 2, count / 2 - 20, count / 4, 0]) {
      await scrollTo(row * ROW);
      expect(shownAt(app, row + 4)).toBe(true);
      expect(heightOf(app) - frame).toBe(count * ROW);
    }
    expect(largestSetData(app)).toBeLessThanOrEqual(50 * KB);
    expect(mostNodes).toBeLessThanOrEqual(MOST_NODES);
  });
});

it('keeps every row where the phone does not say what is seen', async () => {
  const server = await serverWith(30);
  const { app } = await run({ engine: newest, server, path: 'pages/news/index' });
  for (let page = 1; page < 3; page += 1) await app.page().reachBottom();
  expect(allNodes(app.page().tree()).filter(({ text }) => /^第 \d+ 篇/.test(text))).toHaveLength(30);
  await server.close();
});
