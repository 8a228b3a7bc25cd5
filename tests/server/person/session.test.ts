import { createHash } from 'node:crypto';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';

const DAY = 24 * 60 * 60 * 1000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const me = async (token: string) => dataOf(await server.call('person.me', {}, { token })).person;

describe('a guest', () => {
  it('is a new person each time, known again by the token alone', async () => {
    const [one, other] = [await server.asGuest(), await server.asGuest()];
    expect(one.person.id).not.toBe(other.person.id);
    expect(await me(one.token)).toEqual({ id: one.person.id, kind: 'guest', label: '访客' });
  });

  it('is remembered for 90 days, to the moment', async () => {
    const { token } = await server.asGuest();
    server.clock.advance(90 * DAY - 1);
    expect(await me(token)).toMatchObject({ kind: 'guest' });
    server.clock.advance(1);
    expect(errorOf(await server.call('person.me', {}, { token })).code).toBe('session_expired');
  });
});

describe('a token', () => {
  it('is stored as its SHA-256 and nowhere as it is', async () => {
    const { token } = await server.asGuest();
    expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const rows = await server.db.selectFrom('session').selectAll().execute();
    expect(rows.map((row) => row.tokenHash)).toContain(createHash('sha256').update(token).digest('hex'));
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it('is worth nothing once its session has ended', async () => {
    const { token, call } = await server.asGuest();
    expect(dataOf(await call('session.end', {}))).toEqual({ ended: true });
    expect(errorOf(await call('person.me', {})).code).toBe('session_expired');
    expect(errorOf(await server.call('session.end', {}, { token })).code).toBe('session_expired');
    expect(errorOf(await server.call('session.end', {})).code).toBe('not_signed_in');
  });

  it('is worth nothing with a letter changed', async () => {
    const { token } = await server.asGuest();
    const changed = (token.startsWith('A') ? 'B' : 'A') + token.slice(1);
    expect(errorOf(await server.call('person.me', {}, { token: changed })).code).toBe('session_expired');
  });
});

describe('a persona', () => {
  it('opens nothing once its database is in production', async () => {
    const production = await startTestServer({ configuration: { personas: false } });
    const [id, token] = ['00000000-0000-4000-8000-00000000d3e0', 'A'.repeat(43)];
    await production.db.insertInto('person').values({ id, kind: 'demo', label: '宝坻局工作人员', createdAt: new Date(0) }).execute();
    await production.db
      .insertInto('session')
      .values({ tokenHash: createHash('sha256').update(token).digest('hex'), personId: id, createdAt: new Date(0), expiresAt: new Date('2100-01-01') })
      .execute();
    expect(errorOf(await production.call('person.me', {}, { token })).code).toBe('session_expired');
    await production.close();
  });

  it('is the same person at every sign-in, in parallel too', async () => {
    const callers = await Promise.all(Array.from({ length: 5 }, () => server.as('firm')));
    expect(new Set(callers.map(({ person }) => person.id)).size).toBe(1);
    expect(new Set(callers.map(({ token }) => token)).size).toBe(5);
    expect(await server.db.selectFrom('person').selectAll().where('kind', '=', 'demo').execute()).toHaveLength(1);
  });

  it('exists for every office, as its officer', async () => {
    const { campaign, personas } = server.application;
    expect(personas?.filter(({ holds }) => holds.some(({ role }) => role === 'officer')).map(({ id }) => id)).toEqual(campaign.offices.map(({ id }) => `officer-${id}`));
    const officer = await server.as('officer-baodi');
    expect(officer.person.label).toBe('宝坻局工作人员');
    expect(dataOf(await officer.call('person.me', {})).offices).toMatchObject([{ id: 'baodi' }]);
  });

  it('is refused by a name that nobody has', async () => {
    expect(errorOf(await server.call('session.demo', { persona: 'officer-moon' })).fields).toEqual({ persona: '没有这个演示身份。' });
  });

  it('is refused where there is no demo', async () => {
    const production = await startTestServer({ configuration: { personas: false } });
    expect(errorOf(await production.call('session.demo', { persona: 'citizen' })).code).toBe('forbidden');
    expect(dataOf(await production.call('person.me', {})).personas).toBeNull();
    await production.close();
  });
});

describe('housekeeping', () => {
  it('purges sessions that have expired, old replays and old lookup failures, and nothing else', async () => {
    const workDone = async () => Object.values(await server.application.keepHouse()).reduce<number>((sum, rows) => sum + (rows ?? Number.NaN), 0);
    await workDone();
    const guest = await server.asGuest();
    await server.as('citizen');
    dataOf(await guest.call('practice.start', { from: 'topic', topicId: 'quality-basics' }));
    await server.db.insertInto('lookupFailure').values({ receiptNumber: 'x', at: server.clock.now() }).execute();
    expect(await workDone()).toBe(0);
    server.clock.advance(7 * DAY);
    expect(await server.application.keepHouse()).toMatchObject({ replays: 1, lookupFailures: 1, erasedRequests: 0 });
    expect(await workDone()).toBe(0);
    const left = await server.db.selectFrom('session').select('expiresAt').execute();
    expect(left.every(({ expiresAt }) => expiresAt > server.clock.now())).toBe(true);
    expect(await me(guest.token)).toMatchObject({ kind: 'guest' });
  });
});
