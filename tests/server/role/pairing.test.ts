import { randomUUID } from 'node:crypto';
import { textLike } from '../../support/matchers';
import { refusedUnchanged } from '../../support/refused';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
let officer: TestCaller;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  officer = await server.as('officer-baodi');
});

const MINUTE = 60_000;
const start = async () => dataOf(await server.call('pairing.start', {}));
const take = ({ id, secret }: { id: string; secret: string }) => server.call('pairing.take', { id, secret });

describe('signing in at a desktop', () => {
  it('waits until the six digits are confirmed, then hands out one session of the same person for twelve hours', async () => {
    const desktop = await start();
    expect(desktop.code).toEqual(textLike(/^\d{6}$/));
    expect(dataOf(await take(desktop))).toEqual({ state: 'waiting' });
    const asked = dataOf(await officer.call('pairing.get', { code: desktop.code }));
    expect(asked).toEqual({ id: desktop.id, startedAt: '2017-09-07T09:00:00+08:00', expiresAt: '2017-09-07T09:05:00+08:00' });
    expect(dataOf(await take(desktop))).toEqual({ state: 'waiting' });
    expect(dataOf(await officer.call('pairing.confirm', { id: asked.id }))).toEqual({ id: desktop.id });
    const taken = dataOf(await take(desktop));
    if (taken.state !== 'confirmed') throw new Error('The session was not handed out.');
    expect(taken.session).toMatchObject({ person: officer.person, expiresAt: '2017-09-07T21:00:00+08:00' });
    expect(dataOf(await server.call('person.me', {}, { token: taken.session.token }))).toMatchObject({ roles: ['officer'], offices: [{ id: 'baodi' }] });
    await refusedUnchanged(server, 'not_found', () => take(desktop));
  });

  it('takes digits as they are scanned or typed', async () => {
    const { id, code } = await start();
    for (const typed of [`${code.slice(0, 3)} ${code.slice(3)}`, `quality-month-sign-in:${code}`]) {
      expect(dataOf(await officer.call('pairing.get', { code: typed })).id).toBe(id);
    }
    expect(errorOf(await officer.call('pairing.get', { code: `otherwise:${code}` })).fields).toEqual({ code: '请填写电脑上显示的六位数字。' });
  });

  it('is confirmed by one person, even if several do it at once', async () => {
    const desktop = await start();
    const people = [officer, await server.as('officer-donggang'), await server.as('administrator')];
    const replies = await Promise.all(people.map((person) => person.call('pairing.confirm', { id: desktop.id })));
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    const taken = dataOf(await take(desktop));
    expect(taken).toMatchObject({ session: { person: people[replies.findIndex((reply) => reply.ok)]?.person } });
  });

  it('is taken once, even if the desktop asks several times at once', async () => {
    const desktop = await start();
    dataOf(await officer.call('pairing.confirm', { id: desktop.id }));
    const sessions = async () => (await server.db.selectFrom('session').select('tokenHash').where('personId', '=', officer.person.id).execute()).length;
    const before = await sessions();
    const replies = await Promise.all(Array.from({ length: 5 }, () => take(desktop)));
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect(await sessions()).toBe(before + 1);
  });

  it('is not taken with another desktop’s secret', async () => {
    const [desktop, other] = [await start(), await start()];
    dataOf(await officer.call('pairing.confirm', { id: desktop.id }));
    await refusedUnchanged(server, 'not_found', () => take({ id: desktop.id, secret: other.secret }));
    expect(dataOf(await take(desktop)).state).toBe('confirmed');
  });

  it('keeps secret and token as hashes only', async () => {
    const desktop = await start();
    dataOf(await officer.call('pairing.confirm', { id: desktop.id }));
    const taken = dataOf(await take(desktop));
    const everything = JSON.stringify(await tableContents(server.db));
    expect(everything).not.toContain(desktop.secret);
    expect(everything).not.toContain(taken.state === 'confirmed' ? taken.session.token : desktop.secret);
  });

  it('ends after five minutes without a word, and two minutes after it was confirmed', async () => {
    const [unconfirmed, untaken] = [await start(), await start()];
    server.clock.advance(4 * MINUTE);
    dataOf(await officer.call('pairing.confirm', { id: untaken.id }));
    server.clock.advance(MINUTE);
    await refusedUnchanged(server, 'not_found', () => take(unconfirmed));
    await refusedUnchanged(server, 'not_found', () => officer.call('pairing.confirm', { id: unconfirmed.id }));
    expect(errorOf(await officer.call('pairing.get', { code: unconfirmed.code })).code).toBe('not_found');
    server.clock.advance(MINUTE);
    await refusedUnchanged(server, 'not_found', () => take(untaken));
    await server.application.keepHouse();
    const left = await server.db.selectFrom('pairing').select('id').execute();
    for (const { id } of [unconfirmed, untaken]) expect(left).not.toContainEqual({ id });
  });

  it('shows digits that nobody else shows at the same time', async () => {
    const desktops = await Promise.all(Array.from({ length: 30 }, start));
    expect(new Set(desktops.map(({ code }) => code)).size).toBe(30);
  });

  it('leaves the confirmation in the audit log, and hands out nothing of a person who was deleted since', async () => {
    const person = await server.asGuest();
    const desktop = await start();
    dataOf(await person.call('pairing.confirm', { id: desktop.id }));
    const logged = await server.db.selectFrom('audit').select(['personId', 'action']).where('about', '=', desktop.id).execute();
    expect(logged).toEqual([{ personId: person.person.id, action: 'pairing.confirm' }]);
    dataOf(await person.call('person.delete', { confirm: true }));
    await refusedUnchanged(server, 'not_found', () => take(desktop));
  });
});

describe('wrong digits', () => {
  const unused = async () => {
    const { code } = await start();
    await server.db.deleteFrom('pairing').where('code', '=', code).execute();
    return code;
  };

  it('close the door to the person after ten in an hour, in parallel too, and to nobody else', async () => {
    const [person, other] = [await server.asGuest(), await server.asGuest()];
    const code = await unused();
    const replies = await Promise.all(Array.from({ length: 14 }, () => person.call('pairing.get', { code })));
    const codes = replies.map((reply) => errorOf(reply).code);
    expect(codes.filter((answer) => answer === 'not_found').length).toBeLessThanOrEqual(10);
    const desktop = await start();
    for (let n = 0; n < 10; n += 1) await person.call('pairing.get', { code });
    expect(errorOf(await person.call('pairing.get', { code: desktop.code })).code).toBe('too_many_tries');
    dataOf(await other.call('pairing.get', { code: desktop.code }));
    server.clock.advance(60 * MINUTE + 1);
    const later = await start();
    dataOf(await person.call('pairing.get', { code: later.code }));
  });

  it('are counted only when they are wrong', async () => {
    const person = await server.asGuest();
    const { code } = await start();
    for (let n = 0; n < 15; n += 1) dataOf(await person.call('pairing.get', { code }));
  });

  it('do not matter to an id that nobody made', async () => {
    await refusedUnchanged(server, 'not_found', () => officer.call('pairing.confirm', { id: randomUUID() }));
  });
});

test('a browser’s guest confirms nothing where WeChat vouches for people', async () => {
  const withWechat = await startTestServer({ configuration: { wechat: { appId: 'wx-test', secret: 'secret', base: 'http://127.0.0.1:9' } } });
  const { id, code } = dataOf(await withWechat.call('pairing.start', {}));
  const guest = await withWechat.asGuest();
  await refusedUnchanged(withWechat, 'forbidden', () => guest.call('pairing.get', { code }));
  await refusedUnchanged(withWechat, 'forbidden', () => guest.call('pairing.confirm', { id }));
  await withWechat.close();
});
