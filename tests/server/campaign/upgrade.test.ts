import { sql, type Kysely } from 'kysely';
import { readCampaignFolder } from '../../../server/campaign/folder/read';
import { readCampaign } from '../../../server/campaign/stored';
import { migrate } from '../../../server/storage/migrate';
import type { Database } from '../../../server/storage/tables';
import { originalCampaign } from '../../support/campaign-folder';
import { dataOf, startTestServer, type TestServer } from '../../support/server';
import { openEmptyDatabase } from '../../support/test-database';

const person = '00000000-0000-4000-8000-000000000001';
const practice = '00000000-0000-4000-8000-000000000002';
const request = '00000000-0000-4000-8000-000000000003';

/** A campaign as the release with the seven first migrations kept it. */
async function insertCampaign(db: Kysely<Database>, id: string): Promise<void> {
  const { campaign } = await readCampaignFolder(originalCampaign);
  const areas = campaign.areas.map(({ id: areaId, name, officeId }) => ({ id: areaId, name, officeId }));
  const former = { ...campaign, id, areas, checklists: undefined, essayCall: undefined, mapNote: undefined };
  await sql`insert into campaign values (${id}, 'former', ${JSON.stringify(former)}, '2017-08-30T09:00:00+08:00')`.execute(db);
  await sql`insert into office values (${id}, 'bureau', '天津检验检疫局', '天津局', true, 0)`.execute(db);
  await sql`insert into activity values (${id}, 'four-venues', 1, 'publicity', '四个场所', '四个场所', '["public"]', '一项活动。', '{"kind": "news"}')`.execute(db);
  await sql`insert into topic (campaign_id, id, title, summary, position) values (${id}, 'basics', '基础', '基础知识。', 1)`.execute(db);
}

async function insertArticle(db: Kysely<Database>, campaignId: string, id: string): Promise<void> {
  await sql`
    insert into article (id, campaign_id, office_id, line_id, activity_id, title, summary, happened_on, sort_on, blocks)
    values (${id}, ${campaignId}, 'bureau', 'publicity', 'four-venues', '一篇以前的文章', '摘要。', '2017-09-01', '2017-09-01', '[]')
  `.execute(db);
}

async function insertPractice(db: Kysely<Database>): Promise<void> {
  await sql`insert into person values (${person}, 'guest', '访客', '2017-08-31T09:00:00+08:00')`.execute(db);
  await sql`
    insert into question (id, campaign_id, topic_id, type, stem, options, key, explanation, source, difficulty, reviewed_on, active)
    values ('former-question', 'tianjin-2017', 'basics', 'single', '题目', '["甲", "乙"]', '[0]', '解释。', '{"title": "出处", "article": null, "note": null}', 1, '2017-08-01', true)
  `.execute(db);
  await sql`insert into practice values (${practice}, ${person}, 'tianjin-2017', 'basics', '基础', 1, 1, 1, '2017-08-31T09:00:00+08:00', '2017-08-31T09:05:00+08:00')`.execute(db);
  await sql`insert into practice_question values (${practice}, 0, 'former-question', '[0, 1]', '[0]', true, '2017-08-31T09:05:00+08:00')`.execute(db);
  await sql`insert into audit (at, campaign_id, person_id, roles, action, about, key) values ('2017-08-31T09:00:00+08:00', 'tianjin-2017', ${person}, '[]', 'practice.start', ${practice}, 'former-key')`.execute(db);
}

async function insertOverdueRequest(db: Kysely<Database>, campaignId: string): Promise<void> {
  await sql`
    insert into service_request (id, campaign_id, kind, receipt_number, office_id, state, need, preferred_dates, submitted_at, due_on)
    values (${request}, ${campaignId}, 'policy-briefing', 'ZY1609000000', 'bureau', 'submitted', '想了解政策。', '[]', '2017-08-30T09:00:00+08:00', '2017-09-06')
  `.execute(db);
}

let server: TestServer;
beforeAll(async () => {
  const store = await openEmptyDatabase();
  await migrate(store.db, '007-visits');
  await insertCampaign(store.db, 'tianjin-2017');
  await insertCampaign(store.db, 'tianjin-2016');
  await insertArticle(store.db, 'tianjin-2017', 'baodi-wechat-group');
  await insertArticle(store.db, 'tianjin-2016', 'article-of-2016');
  await insertPractice(store.db);
  await insertOverdueRequest(store.db, 'tianjin-2016');
  server = await startTestServer({ store });
});
afterAll(() => server.close());

describe('a database of the release before articles had kinds', () => {
  it('lists the news of the folder', async () => {
    const { articles } = dataOf(await server.call('article.list', {}));
    expect(articles.map(({ id }) => id)).toContain('baodi-wechat-group');
    expect(articles.map(({ title }) => title)).not.toContain('一篇以前的文章');
    expect(dataOf(await server.call('article.get', { id: 'baodi-wechat-group' })).kind).toBe('news');
  });

  it('keeps the articles of an earlier campaign', async () => {
    expect(dataOf(await server.call('article.get', { id: 'article-of-2016' }))).toMatchObject({ title: '一篇以前的文章', kind: 'news' });
  });

  it('keeps what people did', async () => {
    expect(await server.db.selectFrom('practice').select(['personId', 'correctCount']).where('id', '=', practice).execute()).toEqual([{ personId: person, correctCount: 1 }]);
    const { entries } = dataOf(await (await server.as('administrator')).call('audit.list', { about: practice }));
    expect(entries).toMatchObject([{ action: 'practice.start', about: practice, personId: person }]);
  });

  it('reads an earlier campaign as it was loaded then, and looks after its requests', async () => {
    expect(await readCampaign(server.db, 'tianjin-2016')).toMatchObject({ id: 'tianjin-2016', checklists: [], essayCall: null });
    expect(await server.application.runRequests()).toEqual({ warned: 0, escalated: 1, surveyed: 0 });
  });
});
