import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.clock.set('2017-09-07T09:00:00+08:00');
});

const home = async () => dataOf(await server.call('home.get', {}));

describe('home', () => {
  test('shows the campaign, its 4 lines with 20 activities and the five latest articles', async () => {
    const { clock, campaign, lines, requests, articles } = await home();
    expect(clock).toEqual({ now: '2017-09-07T09:00:00+08:00', demo: true });
    expect(campaign).toMatchObject({ id: 'tianjin-2017', phase: 'running', dayNumber: 7, dayCount: 30, archiveNote: null });
    expect(lines.map(({ id, activities }) => [id, activities.length])).toEqual([
      ['publicity', 7],
      ['rectification', 4],
      ['service', 5],
      ['brand', 4],
    ]);
    expect(requests).toEqual({ open: true, title: '请专家上门', answerWithin: 5 });
    expect(articles).toHaveLength(5);
    expect(articles.map(({ month }) => month)).toEqual(Array(5).fill('2017-09'));
    expect(articles.slice(0, 2).map(({ happenedOn }) => happenedOn)).toEqual(['2017-09-04', '2017-09-04']);
  });

  test.each([
    ['2017-08-31T23:59:59+08:00', 'before', null, false],
    ['2017-09-01T00:00:00+08:00', 'running', 1, true],
    ['2017-09-30T23:59:59+08:00', 'running', 30, true],
    ['2017-10-01T00:00:00+08:00', 'archive', null, false],
  ])('at %s is %s', async (now, phase, dayNumber, open) => {
    server.clock.set(now);
    const { campaign, requests } = await home();
    expect(campaign).toMatchObject({ phase, dayNumber });
    expect(requests.open).toBe(open);
    // What an archive's reader should know is said in the archive, and only there.
    expect(campaign.archiveNote === null).toBe(phase !== 'archive');
  });
});

describe('activities', () => {
  test('are listed for all lines, or for one', async () => {
    const all = dataOf(await server.call('activity.list', {}));
    expect(all.lines.flatMap(({ activities }) => activities.map(({ number }) => number))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    const one = dataOf(await server.call('activity.list', { lineId: 'service' }));
    expect(one.lines).toEqual([all.lines[2]]);
  });

  test('say for whom, how to take part and how much there is of each', async () => {
    const { lines } = dataOf(await server.call('activity.list', { lineId: 'service' }));
    const [experts] = lines[0]?.activities ?? [];
    expect(experts).toMatchObject({ number: 12, audience: ['企业'], state: 'running', evidenceCount: 1 });
    expect(experts?.ways[0]).toEqual({ kind: 'request', kindId: 'expert-visit', title: '请专家上门', subjectId: null, open: true });
    const rectification = dataOf(await server.call('activity.list', { lineId: 'rectification' })).lines[0]?.activities ?? [];
    const safety = { kind: 'request', kindId: 'clue-report', title: '质量线索举报', subjectId: 'safety-hazard', open: true };
    expect(rectification[3]).toMatchObject({ number: 11, audience: ['企业', '公众'] });
    expect(rectification[3]?.ways).toContainEqual(safety);
  });

  test('of a line that does not exist are not found', async () => {
    expect(errorOf(await server.call('activity.list', { lineId: 'fifth-line' })).code).toBe('not_found');
  });
});
