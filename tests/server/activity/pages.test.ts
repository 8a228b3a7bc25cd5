import { randomUUID } from 'node:crypto';
import type { ActivityPage, Way } from '../../../src/contract/activity/activity';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';
import { publish, withdraw } from './publish';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
afterEach(() => {
  server.clock.set('2017-09-07T09:00:00+08:00');
});

const page = async (id: string): Promise<ActivityPage> => dataOf(await server.call('activity.get', { id }));
const wayOf = <Kind extends Way['kind']>({ ways }: Pick<ActivityPage, 'ways'>, kind: Kind): Extract<Way, { kind: Kind }> => {
  const way = ways.find((candidate): candidate is Extract<Way, { kind: Kind }> => candidate.kind === kind);
  if (!way) throw new Error(`There is no way ${kind}.`);
  return way;
};

describe('the twenty activities', () => {
  it('each have a page that says what it is, when and how to take part', async () => {
    const { lines } = dataOf(await server.call('activity.list', {}));
    const listed = lines.flatMap(({ id, activities }) => activities.map((activity) => ({ lineId: id, activity })));
    expect(listed).toHaveLength(20);
    for (const { lineId, activity } of listed) {
      const own = await page(activity.id);
      expect(own).toMatchObject({ ...activity, lineId });
      expect(own.when).not.toBe('');
      expect(own.ways.length).toBeGreaterThan(0);
      for (const way of own.ways) {
        if ('title' in way) expect(way.title).not.toBe('');
        // Either there is something, or it is said that there will be.
        if ('coming' in way) expect(way.coming === null).toBe(way.count > 0);
      }
    }
  });

  it('lead to what each of them offers', async () => {
    expect((await page('hundred-experts')).ways).toEqual([
      { kind: 'request', kindId: 'expert-visit', title: '请专家上门', subjectId: null, open: true },
      { kind: 'request', kindId: 'policy-briefing', title: '政策宣讲到厂', subjectId: null, open: true },
    ]);
    expect(wayOf(await page('border-safety-month'), 'request')).toMatchObject({ kindId: 'clue-report', subjectId: 'safety-hazard' });
    expect(wayOf(await page('border-safety-month'), 'checklist')).toMatchObject({ checklistId: 'border-safety-self-check', title: '进出口企业安全隐患自查清单', count: 12 });
    expect(wayOf(await page('knowledge-contest'), 'contest').title).toBe('“质量月”知识竞赛');
    expect(wayOf(await page('essay-call'), 'essays')).toMatchObject({ count: 0, open: true });
    expect(wayOf(await page('laboratory-open-day'), 'events')).toMatchObject({ count: 0 });
  });

  it('have advisories that lead to a topic to practise', async () => {
    const { articles } = dataOf(await server.call('article.list', { kind: 'advisory' }));
    expect(articles).toHaveLength(4);
    const reader = await server.as('citizen');
    for (const { id } of articles) {
      const { topicId } = dataOf(await server.call('article.get', { id })).details;
      const practice = dataOf(await reader.call('practice.start', { from: 'topic', topicId: topicId ?? '' }));
      expect(practice.questions.length).toBeGreaterThan(0);
    }
  });

  it('are not found when there is no such one', async () => {
    expect(errorOf(await server.call('activity.get', { id: 'twenty-first' })).code).toBe('not_found');
  });
});

describe('an activity’s page', () => {
  it('shows the latest five news of the activity, and nothing that was taken back', async () => {
    for (let day = 1; day <= 7; day += 1) await publish(server, { id: `wish-${day}`, activityId: 'three-entries-three-improvements', lineId: 'service', happenedOn: `2017-09-0${day}` });
    await withdraw(server, 'wish-6');
    const { news, evidenceCount, lastHappenedOn } = await page('three-entries-three-improvements');
    expect(news.map(({ id }) => id)).toEqual(['wish-7', 'wish-5', 'wish-4', 'wish-3', 'wish-2']);
    expect({ evidenceCount, lastHappenedOn }).toEqual({ evidenceCount: 6, lastHappenedOn: '2017-09-07' });
  });

  it('puts what there is to read on a shelf for each way, instead of the promise', async () => {
    const before = await page('achievement-exhibition');
    expect(before.shelves).toEqual([]);
    expect(wayOf(before, 'articles').coming).toContain('还没有展品');
    for (let n = 1; n <= 4; n += 1) await publish(server, { id: `exhibit-${n}`, kind: 'exhibit', activityId: 'achievement-exhibition', lineId: 'publicity', details: { section: '一号厅' } });
    const after = await page('achievement-exhibition');
    expect(after.shelves.map(({ of, articles }) => [of, articles.map(({ id, section }) => [id, section])])).toEqual([
      ['exhibit', [['exhibit-4', '一号厅'], ['exhibit-3', '一号厅'], ['exhibit-2', '一号厅']]],
    ]);
    expect(wayOf(after, 'articles')).toMatchObject({ count: 4, coming: null });
  });

  it('says when something last came: the day it tells of, or the day in China on which it was published', async () => {
    // Late in the evening of the 5th by UTC, already the 6th in China.
    await publish(server, { id: 'brand-story', activityId: 'export-farm-produce', lineId: 'brand', happenedOn: '2017-09-02', publishedAt: '2017-09-05T18:00:00Z' });
    expect((await page('export-farm-produce')).lastHappenedOn).toBe('2017-09-06');
    // What is announced for a later day has not happened.
    await publish(server, { id: 'brand-fair', activityId: 'export-farm-produce', lineId: 'brand', happenedOn: '2017-09-20' });
    expect((await page('export-farm-produce')).lastHappenedOn).toBe('2017-09-06');
    server.clock.set('2017-09-20T09:00:00+08:00');
    expect((await page('export-farm-produce')).lastHappenedOn).toBe('2017-09-20');
  });

  it('counts its events, those to come apart from those that have begun, and none that is cancelled', async () => {
    const event = (title: string, startsAt: string, cancelled = false) => ({
      ...{ id: randomUUID(), campaignId: 'tianjin-2017', activityId: 'four-venues', officeId: 'bureau', title, address: '报检大厅', capacity: 20, waitingLimit: 0, offerHours: 24, audience: null, bring: null },
      ...{ startsAt: new Date(startsAt), endsAt: new Date(Date.parse(startsAt) + 3_600_000), bookingOpensAt: new Date('2017-09-01T00:00:00Z'), bookingClosesAt: new Date(startsAt), changedAt: new Date('2017-09-01T00:00:00Z') },
      ...(cancelled && { cancelledAt: new Date('2017-09-02T00:00:00Z'), cancellationNote: '场地维修' }),
    });
    const before = await page('four-venues');
    expect(wayOf(before, 'events')).toMatchObject({ count: 0 });
    expect(before.lastHappenedOn).toBeNull();
    await server.db
      .insertInto('event')
      .values([event('进社区', '2017-09-06T10:00:00+08:00'), event('进校园', '2017-09-12T10:00:00+08:00'), event('进企业', '2017-09-13T10:00:00+08:00'), event('进口岸', '2017-09-14T10:00:00+08:00', true)])
      .execute();
    const after = await page('four-venues');
    expect(wayOf(after, 'events')).toEqual({ kind: 'events', count: 2, coming: null });
    expect({ evidenceCount: after.evidenceCount, lastHappenedOn: after.lastHappenedOn }).toEqual({ evidenceCount: before.evidenceCount + 1, lastHappenedOn: '2017-09-06' });
  });

  it('is in preparation until something is there, runs, and ends with the campaign', async () => {
    expect((await page('laboratory-open-day')).state).toBe('preparing');
    await publish(server, { id: 'open-day-news', activityId: 'laboratory-open-day', lineId: 'publicity' });
    expect((await page('laboratory-open-day')).state).toBe('running');
    server.clock.set('2017-08-31T23:59:59+08:00');
    expect((await page('laboratory-open-day')).state).toBe('not-started');
    server.clock.set('2017-10-01T00:00:00+08:00');
    const ended = await page('hundred-experts');
    expect(ended.state).toBe('ended');
    expect(wayOf(ended, 'request').open).toBe(false);
    expect(wayOf(await page('essay-call'), 'essays').open).toBe(false);
  });
});
