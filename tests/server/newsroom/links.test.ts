import { randomUUID } from 'node:crypto';
import type { AppConfig } from '@tarojs/taro';
import { linkedPages } from '../../../server/newsroom/links';
import { linkKind } from '../../../src/domain/editorial/link';
import { sampleContent } from '../../support/samples/sample-manuscript';
import { dataOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';

/** Pages that show what is somebody's own, or need a link that only one person has. */
const personal = [
  '/pages/me/index',
  ...['wrong-questions', 'attempt', 'result', 'certificate'].map((page) => `/contest/${page}/index`),
  '/reading/saved/index',
  ...['request', 'requests', 'follow', 'messages', 'personal-data'].map((page) => `/service/${page}/index`),
  ...['ticket', 'mine'].map((page) => `/booking/${page}/index`),
];

async function pagesOfTheApp(): Promise<string[]> {
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config });
  const { pages = [], subPackages = [] } = ((await import('../../../src/app.config'))).default;
  const inPackages = subPackages.filter(({ root }) => root !== 'newsroom' && root !== 'officer').flatMap((each) => each.pages.map((page) => `${each.root}/${page}`));
  return [...pages, ...inPackages].map((page) => `/${page}`);
}

test('an article may lead to every page that needs no identity, and to no other', async () => {
  const open = (await pagesOfTheApp()).filter((page) => !personal.includes(page));
  expect(Object.keys(linkedPages).sort()).toEqual(open.sort());
  for (const page of open) expect([page, linkKind(page)]).toEqual([page, 'inside']);
});

describe('what an address names', () => {
  let server: TestServer;
  let editor: TestCaller;
  const ids = { event: randomUUID(), accepted: randomUUID(), submitted: randomUUID() };
  beforeAll(async () => {
    server = await startTestServer();
    editor = await server.as('editor');
    const now = server.clock.now();
    const { id: activityId, campaignId } = await server.db.selectFrom('activity').select(['id', 'campaignId']).executeTakeFirstOrThrow();
    await server.db
      .insertInto('event')
      .values({
        ...{ id: ids.event, campaignId, activityId, officeId: 'donggang', title: '实验室开放日', address: '实验室', changedAt: now },
        ...{ startsAt: new Date('2017-09-20T09:00:00+08:00'), endsAt: new Date('2017-09-20T11:00:00+08:00'), bookingOpensAt: now, bookingClosesAt: new Date('2017-09-19T09:00:00+08:00') },
        ...{ capacity: 10, waitingLimit: 0, offerHours: 12, audience: null, bring: null, cancelledAt: null },
      })
      .execute();
    for (const id of [ids.accepted, ids.submitted]) {
      const decided = id === ids.accepted ? { state: 'accepted' as const, decidedAt: now } : { state: 'submitted' as const, decidedAt: null };
      await server.db.insertInto('essay').values({ ...decided, id, campaignId, personId: editor.person.id, title: '我与质量', body: '正文', authorName: '示例作者', firmName: null, phone: '13800000000', submittedAt: now }).execute();
    }
  });
  afterAll(() => server.close());

  const broken = async (markdown: string) => dataOf(await editor.call('manuscript.check', { content: sampleContent({ markdown }) })).findings.filter(({ rule }) => rule === 'link');

  test.each([
    ['an event', () => `/booking/event/index?id=${ids.event}`, true],
    ['no event', () => `/booking/event/index?id=${randomUUID()}`, false],
    ['what is no id', () => '/booking/event/index?id=1', false],
    ['an essay in the gallery', () => `/activities/essay/index?id=${ids.accepted}`, true],
    ['an essay that nobody has accepted', () => `/activities/essay/index?id=${ids.submitted}`, false],
    ['no checklist', () => '/activities/checklist/index?id=no-such-list', false],
    ['words to search for', () => '/reading/search/index?words=%E4%B8%89%E5%90%8C', true],
    ['nothing', () => '/booking/event/index', false],
    ['a character that no id has', () => '/pages/article/index?id=%00', false],
    ['a page of one’s own', () => '/booking/mine/index', false],
  ])('%s', async (_, link, opens) => {
    expect(await broken(`请看[这里](${link()})。`)).toHaveLength(opens ? 0 : 1);
  });

  test('a checklist of the campaign', async () => {
    const { document } = await server.db.selectFrom('campaign').select('document').executeTakeFirstOrThrow();
    const { checklists } = document as { checklists: readonly { id: string }[] };
    expect(checklists.length).toBeGreaterThan(0);
    for (const { id } of checklists) expect(await broken(`请看[这里](/activities/checklist/index?id=${id})。`)).toEqual([]);
  });
});
