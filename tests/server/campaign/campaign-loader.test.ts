import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadCampaign } from '../../../server/campaign/load';
import { readCampaignFolder } from '../../../server/campaign/folder/read';
import { readCampaign } from '../../../server/campaign/stored';
import type { Store } from '../../../server/storage/engine/connection';
import { insertPractice } from '../../../server/storage/stores/practice-store';
import { copyCampaign, insertBareRequest, messageOf, originalCampaign, type CampaignFolder } from '../../support/campaign-folder';
import { listWith } from '../../support/matchers';
import { tableContents } from '../../support/table-contents';
import { openTestDatabase } from '../../support/test-database';

const first = new Date('2017-09-01T00:00:00Z');
const later = new Date('2017-09-02T00:00:00Z');

let campaign: CampaignFolder;
let folder: string;

beforeEach(async () => {
  campaign = await copyCampaign();
  folder = campaign.path;
});

afterEach(() => campaign.remove());

describe('reading a campaign', () => {
  test('takes the campaign as it is', async () => {
    const content = await readCampaignFolder(originalCampaign);
    expect(content.activities.map(({ number }) => number)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    expect(content.campaign.areas.find(({ id }) => id === 'heping')?.officeId).toBe('bureau');
    expect(content.campaign.areas.find(({ id }) => id === 'baodi')?.officeId).toBe('baodi');
  });

  // file, what is there, what a mistake makes of it, how many lines further down it shows, key, what is expected
  const mistakes: [string, string, string, number, string, RegExp][] = [
    ['campaign.yaml', 'endsOn: 2017-09-30', 'endsOn: 2017-08-30', 0, 'endsOn', /not before startsOn/],
    ['campaign.yaml', 'startsOn: 2017-09-01', 'startsOn: 2017-02-30', 0, 'startsOn', /a date that exists/],
    ['campaign.yaml', 'organiser:', 'organizer:', 0, 'organizer', /no such key/],
    ['campaign.yaml', 'year: 2017', 'year: 二〇一七', 0, 'year', /whole number/],
    ['campaign.yaml', '"2017-09-07T09:00:00+08:00"', '"2018-09-07T09:00:00+08:00"', 0, 'demoNow', /from 2017-09-01 to 2017-09-30/],
    ['campaign.yaml', '"2017-09-07T09:00:00+08:00"', '"2017-02-30T09:00:00+08:00"', 0, 'demoNow', /an instant that exists/],
    ['campaign.yaml', '- id: brand', '- id: brands', 0, 'lines.3.id', /one of the lines/],
    ['campaign.yaml', 'name: 2017', 'name: [2017', 1, '', /valid YAML/],
    ['offices.yaml', '  bureau: true\n', '', -5, '', /one office with bureau: true/],
    ['offices.yaml', 'areas: [baodi]', 'areas: [baodi]\n  bureau: true', 1, '3.bureau', /exactly one bureau/],
    ['offices.yaml', 'areas: [baodi]', 'areas: [baodii]', 0, '3.areas.0', /an area of areas.yaml/],
    ['offices.yaml', 'id: mail', 'id: baodi', 0, '4.id', /already used in offices.yaml/],
    ['activities.yaml', 'line: brand', 'line: quality', 0, '16.line', /one of the lines/],
    ['activities.yaml', 'audience: [public, media]', 'audience: [public, press]', 0, '0.audience.1', /one of public/],
    ['activities.yaml', 'request: gi-coaching', 'request: gi-advice', 0, '18.ways.0.request', /a request kind, one of expert-visit/],
    ['activities.yaml', 'subject: safety-hazard', 'subject: hazard', 0, '8.ways.2.subject', /a subject of requests\/clue-report.yaml/],
    ['activities.yaml', 'kind: contest', 'kind: practice', 0, '3.ways.0.kind', /one of the kinds/],
    ['activities.yaml', 'number: 20', 'number: 19', 0, '19.number', /number of its own; 19 is already used in activities.yaml/],
    ['areas.yaml', 'office: donggang', 'office: dongjiang', 0, '1.office', /an office, one of/],
    ['areas.yaml', 'office: donggang', 'office: baodi', 0, '1.office', /offices.yaml to list the area donggang/],
    ['areas.yaml', 'column: 5, row: 4', 'column: 6, row: 4', 0, '1.tile.column', /whole number from 1 to 5/],
    ['areas.yaml', 'column: 5, row: 4', 'column: 5, row: 3', 0, '1.tile', /place on the map of its own; column 5, row 3 is already used in areas.yaml/],
    ['areas.yaml', 'column: 3, row: 1', 'column: 2, row: 1', 0, '18.tile', /first two of the first row/],
    ['areas.yaml', 'id: heping', 'id: hedong', 1, '6.id', /area id of its own; hedong is already used in areas.yaml/],
    ['articles/baodi-wechat-group.md', 'office: baodi', 'office: baodii', 0, 'office', /an office, one of/],
    ['articles/baodi-wechat-group.md', 'happenedOn: 2017-09-04', 'happenedOn: 2016-09-04', 0, 'happenedOn', /a day of the campaign/],
    ['articles/baodi-wechat-group.md', 'place: 报检大厅', 'cover:\n  file: hall.jpg\n  alt: 大厅', 1, 'cover.file', /a file of the folder media/],
    ['articles/baodi-wechat-group.md', 'place: 报检大厅', 'cover:\n  file: hall.jpg', 0, 'cover.alt', /missing/],
    ['articles/baodi-wechat-group.md', 'id: baodi-wechat-group', 'id: donggang-mobilisation', 0, 'id', /article id of its own/],
    ['articles/nanjiang-ship-hall.md', 'line: publicity', 'line: service', 0, 'line', /which is publicity/],
    ['articles/nanjiang-ship-hall.md', 'activity: four-venues', 'activity: five-venues', 0, 'activity', /an activity, one of/],
    ['articles/baodi-wechat-group.md', '宣传不只在大厅里', '宣传<b>不只</b>在大厅里', 0, '', /found HTML/],
    ['articles/baodi-wechat-group.md', '宣传不只在大厅里', '宣传![图](media:a.png)在大厅里', 0, '', /a picture to stand alone in its paragraph/],
    ['articles/baodi-wechat-group.md', '宣传不只在大厅里', '![图](media:a.png)\n\n', 0, '', /a picture that lies in media\/; found media:a.png/],
    ['articles/baodi-wechat-group.md', '宣传不只在大厅里', '![图](https://example.com/a.png)\n\n', 0, '', /media:hall.jpg; found https:/],
    ['articles/baodi-wechat-group.md', '宣传不只在大厅里', '宣传[不只](http://example.com)在大厅里', 0, '', /an https: address; found http:/],
    ['articles/baodi-wechat-group.md', '宣传不只在大厅里', '宣传`不只`在大厅里', 0, '', /found code/],
    ['articles/baodi-wechat-group.md', '宣传不只在大厅里', '第一行\n第二*行*', 1, '', /found \*emphasis/],
    ['articles/baodi-wechat-group.md', '宣传不只在大厅里', '| a | b |\n|---|---|\n\n', 0, '', /a table with at least one row/],
    ['articles/baodi-wechat-group.md', '## 这三样', '#### 这三样', 0, '', /begin with ## or ###; found ####/],
    ['articles/baodi-wechat-group.md', '- 认证：', '- > 认证：', 0, '', /one paragraph in each item of a list/],
    ['questions/quality-basics.yaml', 'key: [0]', 'key: [4]', 0, 'questions.0.key.0', /numbers from 0 to 3/],
    ['questions/quality-basics.yaml', 'key: [0]', 'key: [0, 1]', 0, 'questions.0.key', /exactly one right option, found 2/],
    ['questions/quality-basics.yaml', '      - 错误', '      - 不对', -2, 'questions.1.options', /正确、错误/],
    ['questions/quality-basics.yaml', 'type: judgement', 'type: trueorfalse', 0, 'questions.1.type', /single, multiple or judgement/],
    ['questions/quality-basics.yaml', 'id: quality-basics-002', 'id: imported-food-001', 0, 'questions.1.id', /already used in questions\/imported-food.yaml/],
    ['questions/quality-basics.yaml', 'title: 质量基础', 'title: 进口食品安全', 0, 'topic.title', /topic title of its own/],
    ['questions/quality-basics.yaml', 'subject: quality-management', 'subject: quality', 0, 'topic.subject', /a subject of a request kind/],
    ['questions/quality-basics.yaml', 'order: 1', 'order: 2', 0, 'topic.order', /place in the order/],
  ];

  test.each(mistakes)('%s: %j instead as %j', async (file, from, to, down, key, expected) => {
    const line = (await campaign.edit(file, from, to)) + down;
    const message = await messageOf(readCampaignFolder(folder));
    const at = `${file}:${line}${key && ` ${key}`}: `;
    // A repeated id is found where it is met second, which need not be the file that was edited.
    const found = message.split('\n').find((each) => expected.test(each)) ?? message;
    expect(found).toMatch(expected);
    if (/already|of its own|place in the order/.test(found)) expect(found).toMatch(/:\d+ \S+: /);
    else expect(found.trim().startsWith(at) ? at : found).toBe(at);
  });

  test('wants at least ten questions of each topic', async () => {
    const file = 'questions/quality-basics.yaml';
    const text = await campaign.text(file);
    await writeFile(join(folder, file), text.slice(0, text.indexOf('  - id: quality-basics-010')));
    expect(await messageOf(readCampaignFolder(folder))).toMatch(/quality-basics\.yaml:7 questions: expected at least 10/);
  });

  test('names a file that is missing', async () => {
    await campaign.drop('offices.yaml');
    expect(await messageOf(readCampaignFolder(folder))).toMatch(/offices\.yaml:1: expected this file/);
  });

  test('reports the mistakes of all files together', async () => {
    await campaign.edit('campaign.yaml', 'year: 2017', 'year: x');
    await campaign.edit('questions/imported-food.yaml', 'difficulty: 1', 'difficulty: 9');
    await campaign.edit('articles/legal-office-service-hall.md', '---', '');
    const message = await messageOf(readCampaignFolder(folder));
    expect(message).toMatch(/^3 mistakes in the campaign/);
    expect(message.split('\n').slice(1).map((line) => line.trim().split(':')[0])).toEqual([
      'articles/legal-office-service-hall.md',
      'campaign.yaml',
      'questions/imported-food.yaml',
    ]);
  });
});

describe('loading a campaign', () => {
  let store: Store;

  beforeEach(async () => {
    store = await openTestDatabase();
    await loadCampaign(store.db, folder, () => first);
  });

  afterEach(() => store.close());

  test('twice changes nothing, not even when it was loaded', async () => {
    const before = await tableContents(store.db);
    expect((await loadCampaign(store.db, folder, () => later)).changed).toBe(false);
    expect(await tableContents(store.db)).toEqual(before);
  });

  test('can be read back without the files', async () => {
    const loaded = await loadCampaign(store.db, folder, () => later);
    expect(await readCampaign(store.db, 'tianjin-2017')).toEqual(loaded.campaign);
    await expect(readCampaign(store.db, 'tianjin-2018')).rejects.toThrow('not in the database');
  });

  test('several at once leave one campaign', async () => {
    await campaign.edit('campaign.yaml', '大力提升质量、建设“质优天津”', '另一个主题');
    const results = await Promise.all([1, 2, 3].map(() => loadCampaign(store.db, folder, () => later)));
    expect(results.filter(({ changed }) => changed)).toHaveLength(1);
    expect(await store.db.selectFrom('campaign').selectAll().execute()).toHaveLength(1);
  });

  test('brings changed content, drops articles and puts questions aside', async () => {
    await campaign.edit('offices.yaml', 'shortName: 宝坻局', 'shortName: 宝坻');
    await campaign.drop('articles/legal-office-service-hall.md');
    await campaign.edit('questions/quality-basics.yaml', 'id: quality-basics-001', 'id: quality-basics-901');
    // Two activities exchange their numbers.
    await campaign.edit('activities.yaml', 'number: 20', 'number: 99');
    await campaign.edit('activities.yaml', 'number: 19', 'number: 20');
    await campaign.edit('activities.yaml', 'number: 99', 'number: 19');
    expect((await loadCampaign(store.db, folder, () => later)).changed).toBe(true);

    const { db } = store;
    expect((await db.selectFrom('office').select('shortName').where('id', '=', 'baodi').executeTakeFirst())?.shortName).toBe('宝坻');
    expect(await db.selectFrom('article').select('id').where('id', '=', 'legal-office-service-hall').execute()).toEqual([]);
    const questions = await db.selectFrom('question').select(['id', 'active']).where('id', 'in', ['quality-basics-001', 'quality-basics-901']).orderBy('id').execute();
    expect(questions).toEqual([
      { id: 'quality-basics-001', active: false },
      { id: 'quality-basics-901', active: true },
    ]);
    expect((await db.selectFrom('activity').select('id').where('number', '=', 19).executeTakeFirst())?.id).toBe('one-district-one-brand');
  });

  test('drops an office that nothing refers to, and keeps one that has a request', async () => {
    const { db } = store;
    await insertBareRequest(db, { kind: 'expert-visit', officeId: 'legal', areaId: 'heping', subjectId: 'other' });
    await campaign.edit('offices.yaml', '- id: legal\n  name: 法制处\n  shortName: 法制处\n', '');
    await campaign.drop('articles/legal-office-service-hall.md');
    const before = await tableContents(db);
    expect(await messageOf(loadCampaign(db, folder, () => later))).toMatch(/offices\.yaml: the office legal has requests/);
    expect(await tableContents(db)).toEqual(before);

    await db.deleteFrom('serviceRequest').execute();
    expect((await loadCampaign(db, folder, () => later)).changed).toBe(true);
    expect(await db.selectFrom('office').select('id').where('id', '=', 'legal').execute()).toEqual([]);
  });

  test('lets the words of a practised question change, and nothing that decides about its answer', async () => {
    const { db } = store;
    const [personId, practiceId] = ['00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000003'];
    await db.insertInto('person').values({ id: personId, kind: 'guest', label: '访客', createdAt: first }).execute();
    await db.transaction().execute((trx) =>
      insertPractice(trx, {
        id: practiceId,
        personId,
        campaignId: 'tianjin-2017',
        topicId: 'quality-basics',
        dailyOn: null,
        title: '质量基础',
        startedAt: first,
        questions: [{ id: 'quality-basics-001', optionOrder: [0, 1, 2, 3] }],
      }),
    );
    await campaign.edit('questions/quality-basics.yaml', '保障人体健康和人身、财产安全的标准\n', '保障健康和安全的标准\n');
    expect((await loadCampaign(db, folder, () => later)).changed).toBe(true);
    await campaign.edit('questions/quality-basics.yaml', 'key: [0]', 'key: [1]');
    expect(await messageOf(loadCampaign(db, folder, () => later))).toMatch(/quality-basics-001 was already practised/);
  });

  test('leaves another campaign beside it, which may not use the same ids', async () => {
    const { db } = store;
    const before = await tableContents(db);
    await campaign.edit('campaign.yaml', 'id: tianjin-2017', 'id: tianjin-2018');
    const refusal = await messageOf(loadCampaign(db, folder, () => later));
    expect(refusal).toMatch(/contest\.yaml: the id tianjin-2017-quiz belongs to a contest of another campaign/);
    expect(refusal).toMatch(/articles: the id launch-of-quality-month belongs to an article of another campaign/);
    expect(refusal).toMatch(/questions: the id quality-basics-001 belongs to a question of another campaign/);
    expect(await tableContents(db)).toEqual(before);

    await campaign.drop('articles');
    await campaign.drop('questions');
    await campaign.drop('contest.yaml');
    await campaign.edit('activities.yaml', 'kind: contest', 'kind: news');
    expect((await loadCampaign(db, folder, () => later)).changed).toBe(true);
    const after = await tableContents(db);
    for (const [table, rows] of Object.entries(before)) expect(after[table]).toEqual(listWith(rows));
  });

  test('a mistake leaves what was loaded', async () => {
    const before = await tableContents(store.db);
    await campaign.edit('campaign.yaml', 'year: 2017', 'year: x');
    expect(await messageOf(loadCampaign(store.db, folder, () => later))).toMatch(/campaign\.yaml:2 year/);
    expect(await tableContents(store.db)).toEqual(before);
  });
});
