import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const ARTICLE = 'launch-of-quality-month';
const readers = async (id = ARTICLE): Promise<number> => dataOf(await server.call('article.get', { id })).readers;

describe('the readers of an article', () => {
  test('are people: each counts once, however often and at once they read, and a guest not at all', async () => {
    expect(await readers()).toBe(0);
    const [citizen, firm, guest] = [await server.as('citizen'), await server.as('firm'), await server.asGuest()];
    await Promise.all(Array.from({ length: 10 }, () => citizen.call('article.note-read', { id: ARTICLE })));
    expect(dataOf(await firm.call('article.note-read', { id: ARTICLE }))).toEqual({ readers: 2 });
    expect(dataOf(await guest.call('article.note-read', { id: ARTICLE }))).toEqual({ readers: 2 });
    expect(await readers()).toBe(2);
  });

  test('stay counted when one deletes oneself, and nothing says any more who it was', async () => {
    const id = 'baodi-wechat-group';
    const leaving = await server.as('firm-2');
    await leaving.call('article.note-read', { id });
    expect(dataOf(await leaving.call('person.export', {})).readArticles).toHaveLength(1);
    dataOf(await leaving.call('person.delete', { confirm: true }));
    expect(await readers(id)).toBe(1);
    expect(await server.db.selectFrom('articleReader').selectAll().where('personId', '=', leaving.person.id).execute()).toEqual([]);
  });

  test('of what is not there, or was withdrawn, are not counted', async () => {
    const citizen = await server.as('citizen');
    expect(errorOf(await citizen.call('article.note-read', { id: 'no-such-article' })).code).toBe('not_found');
    await server.db.updateTable('article').set({ withdrawnAt: server.clock.now(), withdrawalNote: '数据有误。' }).where('id', '=', 'legal-office-service-hall').execute();
    expect(errorOf(await citizen.call('article.note-read', { id: 'legal-office-service-hall' })).code).toBe('not_found');
    expect(await server.db.selectFrom('articleReadership').selectAll().where('articleId', '=', 'legal-office-service-hall').execute()).toEqual([]);
  });
});

describe('related articles', () => {
  test('are of the same activity first, then with a tag in common, then of the same office; never more than three, nor the article itself', async () => {
    const article = (id: string, change: { activityId?: string | null; officeId?: string; tags?: readonly string[]; on?: string; withdrawn?: true }) => ({
      id,
      campaignId: 'tianjin-2017',
      officeId: change.officeId ?? 'mail',
      lineId: 'brand' as const,
      activityId: change.activityId ?? null,
      title: id,
      summary: '示例。',
      place: null,
      happenedOn: null,
      sortOn: change.on ?? '2017-09-05',
      cover: 'null',
      blocks: '[]',
      tags: JSON.stringify(change.tags ?? []),
      ...(change.withdrawn && { withdrawnAt: server.clock.now(), withdrawalNote: '示例。' }),
    });
    await server.db.deleteFrom('article').execute();
    await server.db
      .insertInto('article')
      .values([
        article('asked', { activityId: 'demonstration-zones', officeId: 'baodi', tags: ['甲', '乙'] }),
        article('same-office', { officeId: 'baodi', on: '2017-09-30' }),
        article('same-tag', { tags: ['乙'], on: '2017-09-20' }),
        article('same-activity', { activityId: 'demonstration-zones', on: '2017-09-02' }),
        article('withdrawn', { activityId: 'demonstration-zones', withdrawn: true }),
        article('nothing-in-common', { on: '2017-09-29' }),
        article('same-office-older', { officeId: 'baodi', on: '2017-09-01' }),
      ])
      .execute();
    const related = async (id: string) => dataOf(await server.call('article.get', { id })).related.map((row) => row.id);
    expect(await related('asked')).toEqual(['same-activity', 'same-tag', 'same-office']);
    expect(await related('nothing-in-common')).toEqual(['same-tag', 'same-activity']);
  });
});
