import { loadCampaign } from '../../../server/campaign/load';
import type { LineId } from '../../../src/contract/campaign';
import type { ManuscriptContent } from '../../../src/contract/newsroom/content';
import { copyCampaign, messageOf, type CampaignFolder } from '../../support/campaign-folder';
import { addEvent } from '../../support/samples/sample-event';
import { submitEssay } from '../../support/samples/sample-essay';
import { draftBy, editorOf, manuscriptIn, sampleContent } from '../../support/samples/sample-manuscript';
import { dataOf, startTestServer, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

const lesson = (officeId: string, lineId: LineId, activityId: string | null, topicId: string | null, areaId: string | null = null): ManuscriptContent =>
  sampleContent({ kind: 'lesson', officeId, lineId, activityId, details: { ...sampleContent().details, topicId, areaId } });

let server: TestServer;
let campaign: CampaignFolder;
beforeAll(async () => {
  server = await startTestServer();
  await addEvent(server);
  await submitEssay(await server.as('citizen'));
  const reviewer = await server.as('editor');
  const legal = await editorOf(server, 'legal');
  const published = await manuscriptIn({ author: legal, reviewer }, 'published', lesson('legal', 'publicity', 'achievement-exhibition', 'border-safety'));
  // What the public reads names them still, the working copy does not.
  dataOf(await legal.call('manuscript.save', { id: published.id, revision: published.revision, content: lesson('legal', 'publicity', null, null) }));
  await draftBy(await editorOf(server, 'mail'), lesson('mail', 'brand', 'one-district-one-brand', 'imported-food', 'jizhou'));
  await server.db
    .insertInto('picture')
    .values({
      ...{ id: '00000000-0000-4000-8000-000000000001', attachmentId: '00000000-0000-4000-8000-000000000002' },
      ...{ campaignId: 'tianjin-2017', officeId: 'nanjiang', alt: '示例图片', width: 1, height: 1, addedAt: server.clock.now() },
    })
    .execute();
});
afterAll(() => server.close());
beforeEach(async () => {
  campaign = await copyCampaign();
});
afterEach(() => campaign.remove());

/** What had this id has another, in each of these files by this key. */
async function rename(id: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, key] of Object.entries(files)) await campaign.edit(file, `${key}: ${id}\n`, `${key}: ${id}-2\n`);
}

async function renameTopic(id: string, articles: readonly string[] = []): Promise<void> {
  await rename(id, { [`questions/${id}.yaml`]: 'id', ...Object.fromEntries(articles.map((article) => [`articles/${article}.md`, 'topic'])) });
  const drawn = (await campaign.text('contest.yaml')).split(`topic: ${id},`).length - 1;
  for (let left = drawn; left > 0; left -= 1) await campaign.edit('contest.yaml', `topic: ${id},`, `topic: ${id}-2,`);
}

async function dropCall(): Promise<void> {
  await campaign.drop('essays.yaml');
  await campaign.edit('activities.yaml', 'kind: essays', 'kind: events');
}

const drops: readonly [string, () => Promise<void>, string][] = [
  ['an activity with an event', () => rename('laboratory-open-day', { 'activities.yaml': 'id' }), 'activities.yaml: the activity laboratory-open-day has events'],
  [
    'an office with an event',
    () => rename('development-zone', { 'offices.yaml': 'id', 'areas.yaml': 'office', 'articles/development-zone-hall-posters.md': 'office' }),
    'offices.yaml: the office development-zone has events',
  ],
  ['the call of essays', dropCall, 'essays.yaml: people have sent essays in'],
  ['the activity of an article', () => rename('achievement-exhibition', { 'activities.yaml': 'id' }), 'activities.yaml: articles of the newsroom are about the activity achievement-exhibition'],
  ['the activity of a manuscript', () => rename('one-district-one-brand', { 'activities.yaml': 'id' }), 'activities.yaml: articles of the newsroom are about the activity one-district-one-brand'],
  ['the topic of an article', () => renameTopic('border-safety'), 'questions: articles of the newsroom lead to the topic border-safety'],
  [
    'the topic of a manuscript',
    () => renameTopic('imported-food', ['advisory-imported-food-labels', 'lesson-4-food-labels']),
    'questions: articles of the newsroom lead to the topic imported-food',
  ],
  ['the area of a manuscript', () => rename('jizhou', { 'areas.yaml': 'id' }), 'areas.yaml: articles of the newsroom are about the area jizhou'],
  ['the office of an article', () => rename('legal', { 'offices.yaml': 'id', 'articles/legal-office-service-hall.md': 'office' }), 'offices.yaml: the office legal has articles or pictures of the newsroom'],
  ['the office of a manuscript', () => rename('mail', { 'offices.yaml': 'id', 'articles/mail-office-express-hall.md': 'office' }), 'offices.yaml: the office mail has articles or pictures of the newsroom'],
  [
    'the office of a picture',
    () => rename('nanjiang', { 'offices.yaml': 'id', 'areas.yaml': 'office', 'articles/nanjiang-ship-hall.md': 'office' }),
    'offices.yaml: the office nanjiang has articles or pictures of the newsroom',
  ],
];

test.each(drops)('a folder that drops %s is refused', async (_, drop, reason) => {
  await drop();
  const before = await tableContents(server.db);
  expect(await messageOf(loadCampaign(server.db, campaign.path, () => server.clock.now()))).toBe(`The campaign tianjin-2017 cannot be loaded:\n  ${reason}; it must stay`);
  expect(await tableContents(server.db)).toEqual(before);
});
