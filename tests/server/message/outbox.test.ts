import { drainOutbox, type Deliveries } from '../../../server/messages/drain-outbox';
import { subscribeMessageClient, type SendOutcome } from '../../../server/outside/wechat/subscribe-message';
import { startTestServer, type TestServer } from '../../support/server';
import { allow, makeWechatPerson, sampleNow, sampleTemplates, tell, usableOf, type WechatPerson } from '../../support/samples/sample-message';
import { startLoopback, type Behaviour, type Loopback } from '../../support/wechat-loopback';

const MINUTE = 60_000;

let server: TestServer;
let wechat: Loopback;
let log: string[];
let slow: Promise<unknown>;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  wechat = await startLoopback();
  log = [];
  server.clock.set(sampleNow);
  await server.db.deleteFrom('person').execute();
});
afterEach(() => wechat.close());

// Waits long enough for a busy machine; whoever meets a silent WeChat waits less.
const drain = ({ base = wechat.base, timeoutMs = 10_000 } = {}): Promise<Deliveries | null> =>
  drainOutbox(
    { db: server.db, clock: server.clock, templates: sampleTemplates, send: subscribeMessageClient({ appId: 'wx-app', secret: 'the-secret', base }, timeoutMs) },
    (what, error) => void log.push(`${what}: ${String(error)}`),
  );

const entries = () => server.db.selectFrom('outbox').selectAll().orderBy('nextTryAt').execute();
const states = async () => (await entries()).map(({ state }) => state);

async function somebodyAllowed(times = 1): Promise<WechatPerson> {
  const person = await makeWechatPerson(server.db);
  await allow(server.db, wechat, person, 'result', times);
  return person;
}

/** Runs the timer every quarter of an hour for two days. */
async function waitTwoDays(): Promise<void> {
  for (let quarter = 0; quarter < 2 * 96; quarter += 1) {
    server.clock.advance(15 * MINUTE);
    await drain();
  }
}

describe('a message that somebody allowed', () => {
  it('reaches the person once, filled into the template', async () => {
    const person = await somebodyAllowed();
    await tell(server.db, person, { route: '/service/request/index?id=7' });
    expect(await drain()).toEqual({ waiting: 0, sent: 1, failed: 0, 'not-possible': 0 });
    expect(await drain()).toEqual({ waiting: 0, sent: 0, failed: 0, 'not-possible': 0 });
    expect(wechat.sent.map(({ body }) => body)).toEqual([
      {
        touser: person.openid,
        template_id: 'template-result',
        page: 'service/request/index?id=7',
        miniprogram_state: 'formal',
        lang: 'zh_CN',
        data: {
          thing1: { value: '您的申请已受理' },
          phrase2: { value: '受理结果' },
          time3: { value: '2017-09-07 09:00' },
          thing4: { value: '开发区检验检疫局已受理，将安排专家上门。' },
        },
      },
    ]);
    expect(await states()).toEqual(['sent']);
    expect(log).toEqual([]);
  });

  it('goes out when the timer runs, where WeChat is configured', async () => {
    const own = await startTestServer({
      configuration: { wechat: { appId: 'wx-app', secret: 'the-secret', base: wechat.base }, messageTemplates: sampleTemplates },
    });
    const person = await makeWechatPerson(own.db);
    await allow(own.db, wechat, person);
    await tell(own.db, person);
    expect(await own.application.deliverMessages()).toMatchObject({ sent: 1 });
    await own.close();
    expect(await server.application.deliverMessages()).toBeNull();
  });
});

describe('WeChat in trouble', () => {
  it.each<[Behaviour, string]>([
    [-1, 'errcode -1'],
    [45009, 'errcode 45009'],
    [45011, 'errcode 45011'],
    [43108, 'errcode 43108'],
  ])('answering %s gets the message again later', async (behaviour, why) => {
    const person = await somebodyAllowed();
    await tell(server.db, person);
    wechat.behaviours.push(behaviour);
    expect(await drain()).toMatchObject({ waiting: 1 });
    expect(await entries()).toMatchObject([{ state: 'waiting', unknownTries: 0, lastError: why }]);
    expect(log).toEqual([`WeChat did not take every message: waiting: ${why}`]);
    server.clock.advance(9_000);
    expect(await drain()).toMatchObject({ sent: 0, waiting: 0 });
    server.clock.advance(1_000);
    expect(await drain()).toMatchObject({ sent: 1 });
    expect(wechat.sent).toHaveLength(1);
  });

  it.each<[string, Behaviour]>([
    ['sent and broke off', 'lost'],
    ['sent and never answered', 'silent'],
    ['broke off before it sent', 'dropped'],
    ['stood behind a gateway that failed', 'gateway'],
  ])('that %s is asked again, and the person has the message once', async (_, behaviour) => {
    const person = await somebodyAllowed();
    await tell(server.db, person);
    wechat.behaviours.push(behaviour);
    expect(await drain({ timeoutMs: 1_000 })).toMatchObject({ waiting: 1 });
    server.clock.advance(5 * MINUTE - 1);
    expect(await drain()).toMatchObject({ sent: 0, waiting: 0 });
    server.clock.advance(1);
    expect(await drain()).toMatchObject({ sent: 1 });
    expect(wechat.sent).toHaveLength(1);
    expect(await entries()).toMatchObject([{ state: 'sent', unknownTries: 1, lastError: null }]);
    expect(await usableOf(server.db, person)).toBe(0);
  });

  it('that is down for hours has every message once it is back', async () => {
    const people = await Promise.all(Array.from({ length: 12 }, () => somebodyAllowed()));
    for (const person of people) await tell(server.db, person);
    const gone = await startLoopback();
    await gone.close();
    for (const minutes of [0, 1, 5, 30, 120]) {
      server.clock.advance(minutes * MINUTE);
      expect(await drain({ base: gone.base })).toMatchObject({ waiting: 12, sent: 0 });
    }
    expect(log[0]).toBe('WeChat did not take every message: waiting: stable_token: ECONNREFUSED');
    server.clock.advance(120 * MINUTE);
    expect(await drain()).toMatchObject({ sent: 12 });
    expect(wechat.sent.map(({ openid }) => openid).sort()).toEqual(people.map(({ openid }) => openid).sort());
  });

  it('for longer than a day ends the tries and gives the grant back', async () => {
    const person = await somebodyAllowed();
    await tell(server.db, person);
    wechat.behaviours.push(...Array.from({ length: 500 }, () => -1));
    await drain();
    await waitTwoDays();
    expect(wechat.asked).toHaveLength(10);
    expect(await entries()).toMatchObject([{ state: 'failed', lastError: 'tried for a day' }]);
    expect(await usableOf(server.db, person)).toBe(1);
  });
});

describe('WeChat’s refusals', () => {
  it('of a person who allows no more end the message and empty the ledger', async () => {
    const person = await somebodyAllowed(3);
    await tell(server.db, person);
    wechat.behaviours.push(43101);
    expect(await drain()).toEqual({ waiting: 0, sent: 0, failed: 0, 'not-possible': 1 });
    expect(await usableOf(server.db, person)).toBe(0);
    expect(log).toEqual([]);
  });

  it('leave alone what was allowed after the message was tried', async () => {
    const person = await somebodyAllowed();
    await tell(server.db, person);
    await server.db.updateTable('subscription').set({ usable: 1, grantedAt: new Date(sampleNow.getTime() + 1) }).execute();
    wechat.behaviours.push(43101);
    await drain();
    expect(await usableOf(server.db, person)).toBe(1);
  });

  it('of an unknown person end the message', async () => {
    const person = await somebodyAllowed();
    await tell(server.db, person);
    wechat.behaviours.push(40003);
    expect(await drain()).toMatchObject({ 'not-possible': 1 });
  });

  it.each([40037, 41030, 47003, 45168])('with %s, ours to repair, are logged, and the grant is given back', async (errcode) => {
    const person = await somebodyAllowed();
    await tell(server.db, person);
    wechat.behaviours.push(errcode);
    expect(await drain()).toMatchObject({ failed: 1 });
    await waitTwoDays();
    expect(wechat.asked).toHaveLength(1);
    expect(log).toEqual([`WeChat did not take every message: failed: errcode ${errcode}`]);
    expect(await usableOf(server.db, person)).toBe(1);
  });

  it('of the account’s secret keep the message', async () => {
    const person = await somebodyAllowed();
    await tell(server.db, person);
    wechat.tokenTrouble = 40125;
    expect(await drain()).toMatchObject({ waiting: 1 });
    wechat.tokenTrouble = null;
    server.clock.advance(10_000);
    expect(await drain()).toMatchObject({ sent: 1 });
    expect(JSON.stringify([log, await entries()])).not.toMatch(/the-secret|token-\d/);
  });
});

describe('a process that was killed', () => {
  const lapse = () => server.db.updateTable('outbox').set({ state: 'sending', tries: 1, nextTryAt: server.clock.now() }).execute();

  it('between sending and writing it down has sent once', async () => {
    const person = await somebodyAllowed();
    await tell(server.db, person);
    await drain();
    await lapse();
    expect(await drain()).toMatchObject({ sent: 1 });
    expect(wechat.sent).toHaveLength(1);
  });

  it('before sending loses nothing', async () => {
    const person = await somebodyAllowed();
    await tell(server.db, person);
    await lapse();
    expect(await drain()).toMatchObject({ sent: 1 });
    expect(wechat.sent).toHaveLength(1);
  });

  it('keeps its entries until the lease has lapsed', async () => {
    const person = await somebodyAllowed();
    await tell(server.db, person);
    await server.db.updateTable('outbox').set({ state: 'sending', tries: 1, nextTryAt: new Date(sampleNow.getTime() + MINUTE) }).execute();
    expect(await drain()).toMatchObject({ sent: 0, waiting: 0 });
    server.clock.advance(MINUTE);
    expect(await drain()).toMatchObject({ sent: 1 });
    expect(await entries()).toMatchObject([{ state: 'sent', tries: 2 }]);
  });
});

it('a process that was only slow writes nothing down once another has taken over', async () => {
  const person = await somebodyAllowed();
  await tell(server.db, person);
  let answer: (outcome: SendOutcome) => void = () => undefined;
  const asked = new Promise<void>((begin) => {
    const send = () =>
      new Promise<SendOutcome>((resolve) => {
        answer = resolve;
        begin();
      });
    slow = drainOutbox({ db: server.db, clock: server.clock, templates: sampleTemplates, send }, (what) => void log.push(what));
  });
  await asked;
  server.clock.advance(2 * MINUTE);
  expect(await drain()).toMatchObject({ sent: 1 });
  await allow(server.db, wechat, person);
  answer({ kind: 'rejected', why: 'too late' });
  await slow;
  expect(await states()).toEqual(['sent']);
  expect(await usableOf(server.db, person)).toBe(1);
});

describe('where the person has allowed more than one', () => {
  it('WeChat cannot tell after a lost answer, and the person has it twice rather than not at all', async () => {
    const person = await somebodyAllowed(5);
    await tell(server.db, person);
    wechat.behaviours.push('lost');
    await drain();
    await waitTwoDays();
    expect(wechat.sent).toHaveLength(2);
    expect(await states()).toEqual(['sent']);
  });

  it('what was perhaps sent waits for the others, so that none of them is lost', async () => {
    const person = await somebodyAllowed(3);
    await tell(server.db, person, { title: '第一' });
    wechat.behaviours.push('lost');
    await drain();
    await tell(server.db, person, { title: '第二' });
    await tell(server.db, person, { title: '第三' });
    server.clock.advance(5 * MINUTE);
    expect(await drain()).toMatchObject({ sent: 3 });
    expect(wechat.sent.map(({ body }) => (body.data as { thing1: { value: string } }).thing1.value).sort()).toEqual(['第一', '第三', '第二'].sort());
  });

  it('one is sent after the other', async () => {
    const person = await somebodyAllowed(2);
    await tell(server.db, person);
    await tell(server.db, person);
    wechat.behaviours.push('silent');
    const first = drain({ timeoutMs: 1_000 });
    while (wechat.sent.length === 0) await new Promise((resume) => setTimeout(resume, 5));
    await drain();
    expect(wechat.sent).toHaveLength(1);
    await first;
  });
});

it('parallel runs send each message once', async () => {
  const people = await Promise.all(Array.from({ length: 25 }, () => somebodyAllowed()));
  for (const person of people) await tell(server.db, person);
  const runs = await Promise.all(Array.from({ length: 4 }, () => drain()));
  expect(runs.reduce((sum, run) => sum + (run?.sent ?? 0), 0)).toBe(25);
  expect(new Set(wechat.sent.map(({ openid }) => openid)).size).toBe(25);
  expect(wechat.asked).toHaveLength(25);
});
