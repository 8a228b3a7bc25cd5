import { sql } from 'kysely';
import { actions } from '../../../src/contract/actions';
import { refusedUnchanged } from '../../support/refused';
import { newsroomOf, readManuscript } from '../../support/samples/sample-manuscript';
import { dataOf, startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const rows = () => server.db.selectFrom('audit').selectAll().orderBy('id').execute();
const practice = { from: 'topic', topicId: 'quality-basics' } as const;

describe('the audit log', () => {
  it('does not tell who filed an anonymous request, nor who writes in it', async () => {
    const reporter = await server.as('citizen');
    const before = (await rows()).length;
    const values = { subjectId: 'counterfeit', product: '示例商品', place: '示例市场', need: '商品的标签与实物不符，怀疑是假货。' };
    const { id } = dataOf(await reporter.call('request.submit', { campaignId: 'tianjin-2017', kindId: 'clue-report', values, anonymous: true, consent: true }));
    dataOf(await reporter.call('request.say', { id, text: '补充：标签上没有厂名。' }));
    expect((await rows()).slice(before)).toMatchObject([
      { action: 'request.submit', about: id, personId: null, roles: [] },
      { action: 'request.say', about: id, personId: null, roles: [] },
    ]);
  });

  it('has one row for each change, with who, as what, what and about which record', async () => {
    const administrator = await server.as('administrator');
    const before = (await rows()).length;
    const invitation = dataOf(await administrator.call('invitation.make', { role: 'officer', officeId: 'baodi', inviteeName: '张示例' }, { key: 'key-of-invitation' }));
    const person = await server.asGuest();
    dataOf(await person.call('invitation.accept', { token: invitation.token ?? '' }));
    dataOf(await person.call('practice.start', practice));
    dataOf(await administrator.call('role.revoke', { id: invitation.id }));
    expect((await rows()).slice(before)).toMatchObject([
      { at: server.clock.now(), personId: administrator.person.id, roles: ['administrator'], action: 'invitation.make', about: invitation.id, key: 'key-of-invitation', campaignId: 'tianjin-2017' },
      { personId: person.person.id, roles: [], action: 'invitation.accept', about: invitation.id },
      { personId: person.person.id, roles: ['officer'], action: 'practice.start' },
      { personId: administrator.person.id, roles: ['administrator'], action: 'role.revoke', about: invitation.id },
    ]);
  });

  it('says which article of the campaign’s folder a change was about', async () => {
    const { author } = await newsroomOf(server);
    const id = 'donggang-mobilisation';
    const { content } = await readManuscript(author, id);
    const { revision } = dataOf(await author.call('manuscript.save', { id, revision: 0, content: { ...content, title: '另一个标题' } }));
    dataOf(await author.call('manuscript.submit', { id, revision }));
    const { entries } = dataOf(await (await server.as('administrator')).call('audit.list', { about: id }));
    expect(entries).toMatchObject([{ action: 'manuscript.submit', about: id, personId: author.person.id }]);
  });

  it('has one row for a change that is repeated or sent several times at once, and none for a refused one', async () => {
    const person = await server.asGuest();
    const before = (await rows()).length;
    await Promise.all(Array.from({ length: 5 }, () => person.call('practice.start', practice, { key: 'five-at-once' })));
    await person.call('practice.start', practice, { key: 'five-at-once' });
    await refusedUnchanged(server, 'not_found', () => person.call('practice.start', { from: 'topic', topicId: 'no-such-topic' }));
    expect((await rows()).slice(before)).toMatchObject([{ personId: person.person.id, action: 'practice.start' }]);
  });

  it('has as many rows as there are kept replies, each with the same key', async () => {
    const kept = await server.db.selectFrom('replay').select(['key', 'action']).execute();
    const logged = (await rows()).map(({ key, action }) => ({ key, action }));
    const inOrder = (entries: readonly unknown[]) => entries.map((entry) => JSON.stringify(entry)).sort();
    expect(inOrder(logged)).toEqual(inOrder(kept));
  });

  it.each([
    ['an update', sql`update audit set action = 'nothing'`],
    ['a deletion', sql`delete from audit`],
    ['a deletion of one row', sql`delete from audit where id = (select min(id) from audit)`],
    ['an emptying', sql`truncate audit`],
    ['an emptying of everything', sql`truncate person, audit cascade`],
  ])('refuses %s', async (_, statement) => {
    const before = await rows();
    expect(before.length).toBeGreaterThan(0);
    await expect(statement.execute(server.db)).rejects.toThrow('The audit log only grows.');
    expect(await rows()).toEqual(before);
  });

  it('keeps what a deleted person changed, under an id that leads to nobody', async () => {
    const person = await server.asGuest();
    dataOf(await person.call('practice.start', practice));
    const exported = dataOf(await person.call('person.export', {}));
    expect(exported.changes).toMatchObject([{ 操作: 'practice.start', 时间: '2017-09-07T09:00:00+08:00' }]);
    dataOf(await person.call('person.delete', { confirm: true }));
    const administrator = await server.as('administrator');
    const { entries } = dataOf(await administrator.call('audit.list', { personId: person.person.id }));
    expect(entries).toMatchObject([
      { action: 'person.delete', personName: null, personId: person.person.id },
      { action: 'practice.start', personName: null },
    ]);
  });

  it('is read by kind of action, by person and by record, the newest first, ten a page', async () => {
    const administrator = await server.as('administrator');
    const person = await server.asGuest();
    const ids: string[] = [];
    for (let n = 0; n < 12; n += 1) ids.unshift(dataOf(await person.call('practice.start', practice)).id);
    const first = dataOf(await administrator.call('audit.list', { personId: person.person.id }));
    const second = dataOf(await administrator.call('audit.list', { personId: person.person.id, cursor: first.nextCursor ?? '' }));
    expect([...first.entries, ...second.entries].map(({ about }) => about)).toEqual(ids);
    expect([first.entries.length, second.nextCursor]).toEqual([10, null]);
    const about = dataOf(await administrator.call('audit.list', { about: ids[3] ?? '' }));
    expect(about.entries).toMatchObject([{ action: 'practice.start', about: ids[3], personName: '访客' }]);
    const invitations = dataOf(await administrator.call('audit.list', { group: 'invitation' })).entries;
    expect(new Set(invitations.map(({ action }) => action))).toEqual(new Set(['invitation.make', 'invitation.accept']));
    expect(invitations[0]).toMatchObject({ action: 'invitation.accept', roles: [] });
    expect(invitations[1]).toMatchObject({ action: 'invitation.make', roles: ['管理员'], personName: '管理员' });
  });

  it('cannot be changed by any action of the contract', () => {
    const writing = Object.entries(actions).filter(([name, { effect }]) => name.startsWith('audit.') && effect !== 'read');
    expect(writing).toEqual([]);
  });
});
