import { readCampaignFolder } from '../../../server/campaign/folder/read';
import { copyCampaign, messageOf, originalCampaign } from '../../support/campaign-folder';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';

describe('a self-check list', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.close());

  it.each([
    ['imported-food-self-check', 9],
    ['genuine-goods-self-check', 10],
    ['border-safety-self-check', 11],
  ])('%s asks what a firm can answer, says what to do and where it stands', async (id, number) => {
    const list = dataOf(await server.call('checklist.get', { id }));
    expect(list.activity.number).toBe(number);
    expect(list.items.length).toBeGreaterThanOrEqual(8);
    expect(list.items.length).toBeLessThanOrEqual(12);
    for (const item of list.items) {
      expect(item.text).toMatch(/？$/);
      expect(item.onNo).not.toBe('');
      expect(item.source).not.toBeNull();
    }
  });

  // What was checked for the questions is what the lists stand on.
  it('cites only laws and articles that the question bank cites too', async () => {
    const { campaign, questions } = await readCampaignFolder(originalCampaign);
    const known = new Set(questions.map(({ source }) => `${source.title} ${source.article ?? ''}`));
    const cited = campaign.checklists.flatMap(({ items }) => items.map(({ source }) => `${source?.title ?? ''} ${source?.article ?? ''}`));
    expect(cited.filter((source) => !known.has(source))).toEqual([]);
  });

  it('offers help only while a request can be sent', async () => {
    const help = async () => dataOf(await server.call('checklist.get', { id: 'border-safety-self-check' })).help;
    expect(await help()).toEqual({ kindId: 'expert-visit', title: '请专家上门', subjectId: 'direct-policy' });
    server.clock.set('2017-10-01T00:00:00+08:00');
    expect(await help()).toBeNull();
  });

  it('that does not exist is not found', async () => {
    expect(errorOf(await server.call('checklist.get', { id: 'no-list' })).code).toBe('not_found');
  });
});

describe('the files', () => {
  const list = 'checklists/border-safety-self-check.yaml';
  const lesson = 'articles/lesson-4-food-labels.md';
  // file, what is there, what a mistake makes of it, key, what is expected
  const mistakes: [string, string, string, string, RegExp][] = [
    [list, 'title: 进出口', 'titel: 进出口', 'titel', /no such key/],
    [list, 'activity: border-safety-month', 'activity: border-month', 'activity', /an activity, one of/],
    [list, 'activity: border-safety-month', 'activity: four-venues', 'activity', /four-venues in activities.yaml to name this list/],
    [list, 'id: listed-exports', 'id: listed-imports', 'items.1.id', /item id of its own/],
    [list, 'request: expert-visit', 'request: expert', 'help.request', /a request kind, one of/],
    [list, 'subject: direct-policy', 'subject: policy', 'help.subject', /a subject of requests\/expert-visit.yaml/],
    [list, 'onNo: 未经检验的', 'onno: 未经检验的', 'items.0.onno', /no such key/],
    ['activities.yaml', 'checklist: border-safety-self-check', 'checklist: genuine-goods-self-check', '10.ways.0.checklist', /a list of checklists\/ for this activity/],
    ['activities.yaml', '- kind: news', '- kind: contest', '0.ways.0.kind', /contest.yaml to name this activity/],
    ['activities.yaml', '- kind: news', '- kind: essays\n      coming: 还没有', '0.ways.0.kind', /essays.yaml to name this activity/],
    ['activities.yaml', '- kind: news', '- kind: news\n    - kind: news', '0.ways.1', /each way at most once/],
    ['activities.yaml', 'of: exhibit', 'of: news', '1.ways.0.of', /one of lesson, exhibit, advisory, listing/],
    [lesson, 'topic: imported-food', 'topic: imported-foods', 'topic', /a topic, one of/],
    [lesson, 'minutes: 4', 'minutes: 4\narea: tianjin', 'area', /an area, one of/],
  ];

  it('may give one activity two lists', async () => {
    const campaign = await copyCampaign();
    try {
      await campaign.edit('checklists/genuine-goods-self-check.yaml', 'activity: shuangda-action', 'activity: border-safety-month');
      await campaign.edit('activities.yaml', '    - kind: checklist\n      checklist: genuine-goods-self-check\n', '');
      await campaign.edit('activities.yaml', 'checklist: border-safety-self-check', 'checklist: border-safety-self-check\n    - kind: checklist\n      checklist: genuine-goods-self-check');
      expect(await messageOf(readCampaignFolder(campaign.path))).toBe('accepted');
    } finally {
      await campaign.remove();
    }
  });

  it.each(mistakes)('%s: %j instead as %j is a mistake at its place', async (file, from, to, key, expected) => {
    const campaign = await copyCampaign();
    try {
      const line = await campaign.edit(file, from, to);
      const found = (await messageOf(readCampaignFolder(campaign.path))).split('\n').find((each) => expected.test(each)) ?? '';
      expect(found).toMatch(expected);
      expect(found).toMatch(new RegExp(`${file}:${to.includes('\n') ? '\\d+' : line} ${key}: `));
    } finally {
      await campaign.remove();
    }
  });
});
