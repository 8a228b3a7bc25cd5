import { answerEvent } from '../../../server/entries/cloud-event';
import { takeCloudIdentity } from '../../../server/identity/cloud';
import type { PlatformIdentity } from '../../../server/dispatch/call';
import type { Reply } from '../../../src/contract/errors';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const wechat = (subject: string): PlatformIdentity => ({ provider: 'wechat', subject });
const answer = async (event: unknown, identity?: PlatformIdentity) => (await answerEvent(() => Promise.resolve(server.application), event, identity)) as Reply<unknown>;

describe('the cloud event function', () => {
  it('answers a call as HTTP does', async () => {
    expect(await answer({ action: 'home.get', input: {} })).toEqual(await server.call('home.get', {}));
    expect(await answer({ action: 'home.get' })).toEqual(await server.call('home.get', {}));
  });

  it('knows the caller by the platform’s identity and makes the person at the first need', async () => {
    expect(dataOf(await answer({ action: 'person.me' }, wechat('openid-a')))).toMatchObject({ person: null });
    const start = { action: 'practice.start', input: { from: 'topic', topicId: 'quality-basics' }, idempotencyKey: 'key-of-a-start' };
    const first = await answer(start, wechat('openid-a'));
    expect(dataOf(first)).toMatchObject({ answeredCount: 0 });
    expect(await answer(start, wechat('openid-a'))).toEqual(first);
    expect(dataOf(await answer({ action: 'person.me' }, wechat('openid-a')))).toMatchObject({ person: { kind: 'wechat', label: '微信用户' } });
  });

  it('makes one person of parallel first calls', async () => {
    const replies = await Promise.all(Array.from({ length: 6 }, () => answer({ action: 'request.mine', input: {} }, wechat('openid-parallel'))));
    for (const reply of replies) dataOf(reply);
    const rows = await server.db.selectFrom('identity').selectAll().where('subject', '=', 'openid-parallel').execute();
    expect(rows).toHaveLength(1);
  });

  it('believes nothing that the payload says about the caller', async () => {
    const { token } = await server.as('officer-bureau');
    const event = { action: 'request.inbox', input: {}, token, platformIdentity: wechat('openid-a'), userInfo: { openId: 'openid-a' }, WX_OPENID: 'openid-a' };
    expect(errorOf(await answer(event)).code).toBe('not_signed_in');
    expect(errorOf(await answer(event, wechat('openid-b'))).code).toBe('forbidden');
  });

  it.each([[undefined], [null], ['text'], [7], [[]], [{}], [{ action: 7 }]])('refuses %j as no call', async (event) => {
    expect(errorOf(await answer(event)).code).toBe('not_json');
  });

  it('refuses what HTTP would refuse', async () => {
    expect(errorOf(await answer({ action: 'no.such' })).code).toBe('unknown_action');
    expect(errorOf(await answer({ action: 'home.get', input: { x: 'a'.repeat(100 * 1024) } })).code).toBe('too_large');
    expect(errorOf(await answer({ action: 'practice.start', input: {}, idempotencyKey: 7 }, wechat('openid-a'))).code).toBe('key_required');
  });

  it('keeps house and looks after the contest on its timer’s event, and only when no person calls', async () => {
    const event = { Type: 'Timer', TriggerName: 'every-minute', Time: '2017-09-07T01:07:00Z', Message: '' };
    expect(await answer(event)).toEqual({
      housework: {
        ...{ sessions: 0, replays: 0, lookupFailures: 0, pairings: 0, pairingFailures: 0, invitations: 0, followInvitations: 0 },
        ...{ readMessages: 0, erasedRequests: 0, unboundFiles: 0, filesOfErased: 0, removedFiles: 0, erasedBookings: 0, essayContacts: 0 },
      },
      newsroom: { fallenDue: 0 },
      bookings: { queues: 0, reminders: 0 },
      requests: { warned: 0, escalated: 0, surveyed: 0 },
      contest: { closedAttempts: 0, rescoredAttempts: 0, countedTeams: 0, drawnPrizes: 0 },
      messages: null,
    });
    expect(errorOf(await answer(event, wechat('openid-a'))).code).toBe('not_json');
  });

  it('answers unavailable when it cannot start, and says why in the log alone', async () => {
    const write = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    const reply = (await answerEvent(() => Promise.reject(new Error('no database')), { action: 'home.get' }, undefined)) as Reply<unknown>;
    expect(errorOf(reply)).toEqual({ code: 'unavailable', message: '服务暂时繁忙，请稍后重试。' });
    expect(write.mock.calls.join()).toContain('no database');
    write.mockRestore();
  });
});

describe('the caller of a cloud function', () => {
  it('comes from the environment', () => {
    expect(takeCloudIdentity({}, { WX_OPENID: 'oABC_-1' })).toEqual(wechat('oABC_-1'));
  });

  it('comes from the context where the runtime hands it over there', () => {
    const context = { environment: JSON.stringify({ WX_OPENID: 'from-context' }) };
    expect(takeCloudIdentity(context, { WX_OPENID: 'from-before' })).toEqual(wechat('from-context'));
  });

  it('is gone from the environment once taken, so that the next call of the instance cannot find it', () => {
    const environment = { WX_OPENID: 'oABC' };
    takeCloudIdentity({}, environment);
    expect(takeCloudIdentity({}, environment)).toBeUndefined();
  });

  it.each([undefined, '', 'a b', 'x'.repeat(129), '张三'])('is nobody for %j', (WX_OPENID) => {
    expect(takeCloudIdentity(undefined, { WX_OPENID })).toBeUndefined();
    expect(takeCloudIdentity({ environment: 'not json' }, { WX_OPENID })).toBeUndefined();
  });
});
