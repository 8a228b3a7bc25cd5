import { randomUUID } from 'node:crypto';
import { notifyAll } from '../../../server/messages/notify';
import type { MessageTemplate } from '../../../src/domain/message-kind';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { makeWechatPerson, sampleNotice, sampleTemplates, tell, usableOf } from '../../support/samples/sample-message';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
let caller: TestCaller;
let person: TestCaller['person'];

beforeAll(async () => {
  server = await startTestServer({ configuration: { messageTemplates: sampleTemplates } });
});
afterAll(() => server.close());
beforeEach(async () => {
  caller = await server.asGuest();
  ({ person } = caller);
  await server.db.updateTable('person').set({ kind: 'wechat' }).where('id', '=', person.id).execute();
});

const grant = (templates: MessageTemplate[], key?: string) => caller.call('message.granted', { templates }, key === undefined ? {} : { key });
const countOutbox = async () => (await server.db.selectFrom('outbox').select('messageId').where('personId', '=', person.id).execute()).length;

describe('what somebody may be asked to allow', () => {
  it('is what the mini-program has templates for', async () => {
    expect(dataOf(await caller.call('message.templates', {}))).toEqual({ templates: { result: 'template-result', visit: 'template-visit' } });
  });

  it('is nothing outside WeChat', async () => {
    const guest = await server.asGuest();
    expect(dataOf(await guest.call('message.templates', {}))).toEqual({ templates: null });
    const before = await tableContents(server.db);
    expect(errorOf(await guest.call('message.granted', { templates: ['result'] }))).toMatchObject({ code: 'forbidden' });
    expect(await tableContents(server.db)).toEqual(before);
  });
});

describe('the ledger', () => {
  it('counts each 允许 once, however often it is reported', async () => {
    const key = randomUUID();
    await Promise.all(Array.from({ length: 4 }, () => grant(['result', 'visit'], key)));
    dataOf(await grant(['result']));
    expect(await usableOf(server.db, person)).toBe(2);
    expect(await usableOf(server.db, person, 'visit')).toBe(1);
  });

  it('loses none of several that come at once', async () => {
    await Promise.all(Array.from({ length: 12 }, () => grant(['result'])));
    expect(await usableOf(server.db, person)).toBe(12);
  });

  it('stops at twenty', async () => {
    for (let time = 0; time < 22; time += 1) dataOf(await grant(['visit']));
    expect(await usableOf(server.db, person, 'visit')).toBe(20);
  });

  it('leaves out what there is no template for', async () => {
    expect(dataOf(await grant(['survey', 'result']))).toEqual({ templates: ['result'] });
    expect(await server.db.selectFrom('subscription').select('template').where('personId', '=', person.id).execute()).toEqual([{ template: 'result' }]);
  });

  it.each([[[]], [['result', 'result']], [['result', 'visit', 'reply', 'survey']]] as MessageTemplate[][][])('refuses %j', async (templates) => {
    expect(errorOf(await grant(templates))).toMatchObject({ code: 'invalid_input' });
    expect(await server.db.selectFrom('subscription').selectAll().where('personId', '=', person.id).execute()).toEqual([]);
  });

  it('gives one grant to one message, and none to what only the app tells', async () => {
    dataOf(await grant(['result']));
    await tell(server.db, person, { kind: 'account' });
    expect(await countOutbox()).toBe(0);
    await tell(server.db, person);
    await tell(server.db, person);
    expect(await countOutbox()).toBe(1);
    expect(await usableOf(server.db, person)).toBe(0);
    expect(dataOf(await caller.call('message.list', {})).messages).toHaveLength(3);
  });

  it('is exact when messages and grants come at once', async () => {
    await Promise.all(Array.from({ length: 5 }, () => grant(['result'])));
    await Promise.all([...Array.from({ length: 8 }, () => tell(server.db, person)), ...Array.from({ length: 5 }, () => grant(['result']))]);
    const [usable, taken] = [await usableOf(server.db, person), await countOutbox()];
    expect(usable + taken).toBe(10);
    expect(taken).toBeGreaterThanOrEqual(5);
  });

  it('gets its grant back when what told of it does not happen', async () => {
    dataOf(await grant(['result']));
    const before = await tableContents(server.db);
    await expect(
      server.db.transaction().execute(async (trx) => {
        await notifyAll(trx, [person.id], sampleNotice);
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await tableContents(server.db)).toEqual(before);
  });

  it('several people are each told once, from two sides at once', async () => {
    const others = await Promise.all(Array.from({ length: 5 }, () => makeWechatPerson(server.db)));
    const ids = others.map(({ id }) => id);
    await Promise.all(
      [ids, [...ids].reverse(), [...ids, ...ids]].map((list) => server.db.transaction().execute((trx) => notifyAll(trx, list, { ...sampleNotice, kind: 'office-due' }))),
    );
    const counts = await server.db.selectFrom('message').select(({ fn }) => fn.countAll<number>().as('count')).where('personId', 'in', ids).groupBy('personId').execute();
    expect(counts.map(({ count }) => count)).toEqual([3, 3, 3, 3, 3]);
  });
});
