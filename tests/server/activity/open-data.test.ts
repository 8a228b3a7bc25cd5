import { createHttp } from '../../../server/entries/http';
import type { OpenActivities } from '../../../src/contract/activity/board';
import { startTestServer, type TestServer } from '../../support/server';
import { publish } from './publish';

const hostile = '=HYPERLINK("http://example.com","点这里"),\n第二行';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await publish(server, { id: 'hostile', activityId: 'export-farm-produce', lineId: 'brand', title: hostile, happenedOn: '2017-09-06' });
});
afterAll(() => server.close());

/** Reads RFC 4180 the strict way: anything else throws. */
function parse(text: string): string[][] {
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const field = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(text.slice(at));
    if (!field) throw new Error(`Not CSV at ${at}: ${text.slice(at, at + 40)}`);
    rows.at(-1)?.push(field[1]?.replaceAll('""', '"') ?? field[2] ?? '');
    at += field[0].length;
    if (field[3] === '\r\n' && at < text.length) rows.push([]);
  }
  return rows;
}

const json = async (): Promise<OpenActivities> => (await (await server.fetch('/open-data/activities.json')).json()) as OpenActivities;

describe('the open data', () => {
  it('give every activity as JSON', async () => {
    const { activities, ...campaign } = await json();
    expect(campaign).toMatchObject({ campaignId: 'tianjin-2017', startsOn: '2017-09-01', endsOn: '2017-09-30' });
    expect(activities.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(activities[17]).toEqual({
      ...{ number: 18, id: 'export-farm-produce', title: '出口农产品“增品种、提品质、创品牌”', lineId: 'brand', lineName: '品牌提升', audience: ['农企'], state: 'running' },
      ...{ evidenceCount: 1, lastHappenedOn: '2017-09-06', latestArticleId: 'hostile', latestArticleTitle: hostile },
    });
  });

  it('say the same as CSV, in which nothing is a formula', async () => {
    const bytes = new Uint8Array(await (await server.fetch('/open-data/activities.csv')).arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, ...rows] = parse(new TextDecoder().decode(bytes));
    expect(header).toEqual(['序号', '编号', '活动', '类别', '面向', '状态', '动态数', '最近动态日期', '最近内容编号', '最近内容标题']);
    const states = { 'not-started': '未开始', preparing: '筹备中', running: '进行中', ended: '已结束' };
    expect(rows).toEqual(
      (await json()).activities.map(({ number, id, title, lineName, audience, state, evidenceCount, lastHappenedOn, latestArticleId, latestArticleTitle }) => [
        ...[String(number), id, title, lineName, audience.join('、'), states[state], String(evidenceCount)],
        ...[lastHappenedOn ?? '', latestArticleId ?? '', latestArticleTitle === hostile ? `'${hostile}` : (latestArticleTitle ?? '')],
      ]),
    );
  });

  it.each(['json', 'csv'])('as %s may be kept for a while by anybody, and are not sent again while they are the same', async (format) => {
    const address = `/open-data/activities.${format}`;
    const first = await server.fetch(address, { headers: { Origin: 'https://elsewhere.example' } });
    expect(first.headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(first.headers.get('Cache-Control')).toBe('public, max-age=300');
    const tag = first.headers.get('ETag') ?? '';
    const again = await server.fetch(address, { headers: { 'If-None-Match': tag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await publish(server, { id: `more-${format}`, activityId: 'export-farm-produce', lineId: 'brand' });
    const changed = await server.fetch(address, { headers: { 'If-None-Match': tag } });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('ETag')).not.toBe(tag);
  });

  it('are not there by another name or method', async () => {
    expect((await server.fetch('/open-data/people.csv')).status).toBe(404);
    expect((await server.fetch('/open-data/activities.csv', { method: 'POST' })).status).toBe(404);
  });

  it('cannot be had while the application cannot', async () => {
    const http = createHttp({ application: () => Promise.resolve(null), publicOrigin: null, logFailure: () => undefined });
    const response = await http.request('/open-data/activities.csv');
    expect(response.status).toBe(503);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
  });
});
