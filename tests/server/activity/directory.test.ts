import type { DirectoryPage } from '../../../src/contract/activity/directory';
import type { Input } from '../../../src/contract/actions';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';
import { publish, withdraw } from './publish';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const activityId = 'one-district-one-brand';

async function pages(filter: Partial<Input<'listing.list'>> = {}): Promise<DirectoryPage[]> {
  const found = [dataOf(await server.call('listing.list', { activityId, ...filter }))];
  for (let cursor = found[0]?.nextCursor ?? null; cursor !== null; cursor = found.at(-1)?.nextCursor ?? null) {
    found.push(dataOf(await server.call('listing.list', { activityId, ...filter, cursor })));
  }
  return found;
}

const idsOf = (found: readonly DirectoryPage[]): string[] => found.flatMap(({ listings }) => listings.map(({ id }) => id));

describe('a directory', () => {
  it('that is empty says what will be there, and names every district', async () => {
    const [first] = await pages();
    expect(first?.listings).toEqual([]);
    expect(first?.directory?.coming).toContain('编辑核实后');
    expect(first?.directory?.areas).toHaveLength(19);
    expect(first?.directory?.areas[1]).toEqual({ id: 'donggang', name: '东港', tile: { name: '东港', column: 5, row: 4 }, count: 0 });
    expect(first?.directory?.mapNote).toMatch(/^区域示意图/);
  });

  it('goes by district in the campaign’s order, with what has none at the end, and counts each', async () => {
    const areas = ['jizhou', 'baodi', null, 'heping'];
    for (let n = 0; n < 24; n += 1) {
      const areaId = areas[n % 4] ?? null;
      await publish(server, { id: `brand-${String(n).padStart(2, '0')}`, kind: 'listing', activityId, lineId: 'brand', happenedOn: `2017-09-0${1 + (n % 7)}`, details: { areaId, section: n < 8 ? '农产品' : '工业品' } });
    }
    await withdraw(server, 'brand-23');
    const found = await pages();
    const listings = found.flatMap((page) => page.listings);
    expect(found.map((page) => page.listings.length)).toEqual([10, 10, 3]);
    expect(listings.map(({ areaName }) => areaName)).toEqual([...Array<string>(6).fill('宝坻区'), ...Array<string>(5).fill('和平区'), ...Array<string>(6).fill('蓟州区'), ...Array<null>(6).fill(null)]);
    for (const [index, listing] of listings.entries()) {
      const next = listings[index + 1];
      if (next?.areaId === listing.areaId) expect((listing.happenedOn ?? '') >= (next.happenedOn ?? '')).toBe(true);
    }
    expect(new Set(idsOf(found)).size).toBe(23);
    const directory = found[0]?.directory;
    expect(directory).toMatchObject({ totalCount: 23, coming: null, sections: [{ name: '农产品', count: 8 }, { name: '工业品', count: 15 }] });
    expect(directory?.areas.filter(({ count }) => count > 0)).toMatchObject([{ id: 'baodi', name: '宝坻区', count: 6 }, { id: 'heping', name: '和平区', count: 5 }, { id: 'jizhou', name: '蓟州区', count: 6 }]);
    expect(found[1]?.directory).toBeNull();
  });

  it('of one district or one part has only that, and the counts of all', async () => {
    const [inBaodi] = await pages({ areaId: 'baodi' });
    expect(new Set(inBaodi?.listings.map(({ areaId }) => areaId))).toEqual(new Set(['baodi']));
    expect(inBaodi?.directory?.totalCount).toBe(23);
    expect(idsOf(await pages({ section: '农产品' }))).toHaveLength(8);
    expect(idsOf(await pages({ areaId: 'baodi', section: '农产品' }))).toHaveLength(2);
  });

  it('does not take another list’s place', async () => {
    const news = dataOf(await server.call('article.list', {})).nextCursor ?? '';
    for (const cursor of [news, Buffer.from('99999 2017-09-01|a').toString('base64url'), Buffer.from('1|a').toString('base64url')]) {
      expect(errorOf(await server.call('listing.list', { activityId, cursor })).code).toBe('invalid_input');
    }
    expect(errorOf(await server.call('listing.list', { activityId: 'no-activity' })).code).toBe('not_found');
  });
});

describe('an exhibition', () => {
  const exhibition = { kind: 'exhibit', activityId: 'three-sames-exhibition' } as const;

  it('has halls to walk through, and words to look for', async () => {
    const details = (section: string) => ({ section });
    await publish(server, { id: 'kettle', kind: 'exhibit', activityId: 'three-sames-exhibition', lineId: 'service', title: '不锈钢水壶 Kettle', details: details('家居') });
    await publish(server, { id: 'juice', kind: 'exhibit', activityId: 'three-sames-exhibition', lineId: 'service', title: '100% 果汁', details: details('食品') });
    await publish(server, { id: 'biscuit', kind: 'exhibit', activityId: 'three-sames-exhibition', lineId: 'service', title: '饼干_原味', details: details('食品') });
    await publish(server, { id: 'elsewhere', kind: 'exhibit', activityId: 'achievement-exhibition', lineId: 'publicity', title: '水壶', details: details('一号厅') });

    const all = dataOf(await server.call('article.list', exhibition));
    expect(all.filters?.sections).toEqual([{ name: '家居', count: 1 }, { name: '食品', count: 2 }]);
    const ids = async (filter: { section?: string; contains?: string }) => dataOf(await server.call('article.list', { ...exhibition, ...filter })).articles.map(({ id }) => id);
    expect(await ids({ section: '食品' })).toEqual(['juice', 'biscuit']);
    expect(await ids({ contains: '水壶' })).toEqual(['kettle']);
    expect(await ids({ contains: 'KETTLE' })).toEqual(['kettle']);
    // Every summary here is the title and 的摘要.
    expect(await ids({ contains: '壶 Kettle的摘' })).toEqual(['kettle']);
    expect(await ids({ contains: '家居' })).toEqual(['kettle']);
    // What a pattern would take for anything is looked for as it is.
    expect(await ids({ contains: '%' })).toEqual(['juice']);
    expect(await ids({ contains: '_' })).toEqual(['biscuit']);
    expect(await ids({ section: '食品', contains: '水壶' })).toEqual([]);
  });
});
