import fc from 'fast-check';
import { drainOutbox } from '../../../server/messages/drain-outbox';
import { subscribeMessageClient } from '../../../server/outside/wechat/subscribe-message';
import { startTestServer, type TestServer } from '../../support/server';
import { allow, makeWechatPerson, sampleNow, sampleTemplates, tell, type WechatPerson } from '../../support/samples/sample-message';
import { startLoopback, type Behaviour, type Loopback } from '../../support/wechat-loopback';

// Random troubles, and processes that end in between: the row is left `sending`, before or after WeChat has sent.
const HOUR = 3_600_000;
const PEOPLE = 6;
const SEED = 20170907;

let server: TestServer;
let wechat: Loopback;
let people: WechatPerson[];

beforeAll(async () => {
  server = await startTestServer();
  wechat = await startLoopback();
});
afterAll(async () => {
  await wechat.close();
  await server.close();
});
beforeEach(async () => {
  server.clock.set(sampleNow);
  people = await Promise.all(Array.from({ length: PEOPLE }, () => makeWechatPerson(server.db)));
});

const drain = () =>
  drainOutbox(
    { db: server.db, clock: server.clock, templates: sampleTemplates, send: subscribeMessageClient({ appId: 'wx-app', secret: 'the-secret', base: wechat.base }) },
    () => undefined,
  );

type Trouble = { readonly kind: 'behaviour'; readonly behaviour: Behaviour } | { readonly kind: 'killed'; readonly afterSend: boolean } | { readonly kind: 'token' };

const trouble: fc.Arbitrary<Trouble> = fc.oneof(
  fc.constantFrom<Behaviour>('well', 'lost', 'dropped', 'gateway', -1, 45009, 43108).map((behaviour) => ({ kind: 'behaviour' as const, behaviour })),
  fc.boolean().map((afterSend) => ({ kind: 'killed' as const, afterSend })),
  fc.constant({ kind: 'token' as const }),
);

async function suffer(event: Trouble): Promise<void> {
  if (event.kind === 'token') wechat.expireToken();
  else if (event.kind === 'behaviour') wechat.behaviours.push(event.behaviour);
  else {
    const due = await server.db.selectFrom('outbox').select('messageId').where('state', '=', 'waiting').execute();
    const ids = due.map(({ messageId }) => messageId);
    if (event.afterSend) await drain();
    if (ids.length > 0) await server.db.updateTable('outbox').set({ state: 'sending', nextTryAt: server.clock.now() }).where('messageId', 'in', ids).where('state', 'in', ['waiting', 'sent']).execute();
    return;
  }
  await drain();
}

async function recover(): Promise<void> {
  wechat.behaviours.length = 0;
  for (let hour = 0; hour < 12; hour += 1) {
    server.clock.advance(HOUR);
    await drain();
  }
}

const troubles = fc.array(trouble, { minLength: 1, maxLength: 8 });

test('whatever happens, whoever has allowed one message has it once', async () => {
  await fc.assert(
    fc.asyncProperty(troubles, async (events) => {
      wechat.sent.length = 0;
      for (const person of people) {
        await allow(server.db, wechat, person);
        await tell(server.db, person);
      }
      for (const event of events) {
        await suffer(event);
        server.clock.advance(6 * 60_000);
      }
      await recover();
      expect(wechat.sent.map(({ openid }) => openid).sort()).toEqual(people.map(({ openid }) => openid).sort());
      expect(await server.db.selectFrom('outbox').select('state').where('state', '!=', 'sent').execute()).toEqual([]);
    }),
    { seed: SEED, numRuns: 25 },
  );
}, 120_000);

test('whatever happens, whoever has allowed many has every message', async () => {
  await fc.assert(
    fc.asyncProperty(troubles, async (events) => {
      await server.db.deleteFrom('message').execute();
      await server.db.deleteFrom('subscription').execute();
      wechat.revoke();
      wechat.sent.length = 0;
      for (const person of people) {
        await allow(server.db, wechat, person, 'visit', 20);
        for (const title of ['第一', '第二']) await tell(server.db, person, { kind: 'visit-changed', title });
      }
      for (const event of events) {
        await suffer(event);
        server.clock.advance(6 * 60_000);
      }
      await recover();
      const received = new Set(wechat.sent.map(({ openid, body }) => `${openid} ${JSON.stringify(body.data)}`));
      expect(received.size).toBe(2 * PEOPLE);
      expect(await server.db.selectFrom('outbox').select('state').where('state', '!=', 'sent').execute()).toEqual([]);
    }),
    { seed: SEED, numRuns: 15 },
  );
}, 120_000);

it('a failing database is logged and nothing is thrown', async () => {
  const log: string[] = [];
  const broken = { transaction: () => ({ execute: () => Promise.reject(new Error('gone')) }) } as unknown as TestServer['db'];
  const send = () => Promise.reject(new Error('never asked'));
  const drained = await drainOutbox({ db: broken, clock: server.clock, templates: sampleTemplates, send }, (what) => void log.push(what));
  expect(drained).toBeNull();
  expect(log).toEqual(['draining the outbox failed']);
});
