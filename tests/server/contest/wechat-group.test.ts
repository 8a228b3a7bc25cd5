import { createCipheriv, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';

const APP_ID = 'wx0123456789abcdef';

let wechat: Server;
let server: TestServer;
/** What code2Session answers, one after another. */
let answers: unknown[] = [];

beforeAll(async () => {
  wechat = createServer((_request, response) => response.setHeader('Content-Type', 'text/plain').end(JSON.stringify(answers.shift() ?? { errcode: 40029 })));
  await new Promise<void>((resolve) => wechat.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(wechat.address() as AddressInfo).port}`;
  server = await startTestServer({ configuration: { wechat: { appId: APP_ID, secret: 'the-secret', base } } });
});
afterAll(async () => {
  wechat.closeAllConnections();
  await new Promise((resolve) => wechat.close(resolve));
  await server.close();
});
beforeEach(() => {
  answers = [];
});

interface Sealed {
  readonly encryptedData: string;
  readonly iv: string;
}

/** Seals as WeChat does: AES-128-CBC with PKCS#7 under the session's key. */
function seal(text: string, sessionKey: string): Sealed {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-128-cbc', Buffer.from(sessionKey, 'base64'), iv);
  return { encryptedData: Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64'), iv: iv.toString('base64') };
}

const newKey = (): string => randomBytes(16).toString('base64');
const groupInfo = (opengid: string, appid = APP_ID): string => JSON.stringify({ opengid, watermark: { timestamp: 1_504_750_000, appid } });

let people = 0;

async function wechatPerson() {
  people += 1;
  const openid = `openid-${people}`;
  answers = [{ openid, session_key: newKey() }];
  const session = dataOf(await server.call('session.wechat', { code: 'code-to-sign-in' }));
  return { openid, token: session.token, personId: session.person.id };
}

type WechatPerson = Awaited<ReturnType<typeof wechatPerson>>;

/** Comes from a group's card: WeChat exchanges the fresh code for `answer`. */
async function join({ token }: Pick<WechatPerson, 'token'>, sealed: Sealed, answer: unknown) {
  answers = [answer];
  return server.call('contest.join-group', { code: 'a-fresh-code', ...sealed }, { token });
}

async function joinGroup(person: WechatPerson, opengid: string) {
  const sessionKey = newKey();
  return join(person, seal(groupInfo(opengid), sessionKey), { openid: person.openid, session_key: sessionKey });
}

const groupOf = async ({ personId }: WechatPerson) =>
  (await server.db.selectFrom('contestEntrant').select('groupId').where('personId', '=', personId).executeTakeFirst())?.groupId ?? null;

describe('joining a WeChat group', () => {
  it('opens what WeChat sealed and keeps an opaque id, the same for everyone of the group', async () => {
    const [first, second, other] = [await wechatPerson(), await wechatPerson(), await wechatPerson()];
    const { groupCode } = dataOf(await joinGroup(first, 'tGroup-of-quality'));
    expect(groupCode).toMatch(/^[0-9A-F]{4}$/);
    expect(dataOf(await joinGroup(second, 'tGroup-of-quality')).groupCode).toBe(groupCode);
    dataOf(await joinGroup(other, 'tAnother-group'));
    const kept = await groupOf(first);
    expect(kept).toMatch(/^[0-9a-f]{32}$/);
    expect(kept?.slice(0, 4).toUpperCase()).toBe(groupCode);
    expect(await groupOf(second)).toBe(kept);
    expect(await groupOf(other)).not.toBe(kept);
    expect(dataOf(await server.call('contest.get', {}, first)).mine?.entry.groupCode).toBe(groupCode);
  });

  it('takes WeChat’s other spelling of the id', async () => {
    const person = await wechatPerson();
    const { groupCode } = dataOf(await joinGroup(person, 'tOne-group'));
    const sessionKey = newKey();
    const sealed = seal(JSON.stringify({ openGId: 'tOne-group', watermark: { appid: APP_ID } }), sessionKey);
    expect(dataOf(await join(person, sealed, { openid: person.openid, session_key: sessionKey })).groupCode).toBe(groupCode);
  });

  it('lets a person move to another group, with one entrant, until the contest closes', async () => {
    const person = await wechatPerson();
    dataOf(await joinGroup(person, 'tOld'));
    const before = await groupOf(person);
    dataOf(await joinGroup(person, 'tNew'));
    const after = await groupOf(person);
    expect(after).not.toBe(before);
    expect(await server.db.selectFrom('contestEntrant').select('id').where('personId', '=', person.personId).execute()).toHaveLength(1);
    const now = server.clock.now();
    server.clock.set('2017-09-28T18:00:00+08:00');
    const late = await wechatPerson();
    expect(errorOf(await joinGroup(late, 'tOld')).code).toBe('contest_not_open');
    expect(await groupOf(late)).toBeNull();
    server.clock.set(now);
  });

  it('gives a person who was deleted and comes back the entrant that they were', async () => {
    const person = await wechatPerson();
    dataOf(await joinGroup(person, 'tGroup-of-quality'));
    const entrantId = async (personId: string) => (await server.db.selectFrom('contestEntrant').select('id').where('personId', '=', personId).executeTakeFirst())?.id;
    const former = await entrantId(person.personId);
    dataOf(await server.call('person.delete', { confirm: true }, person));
    answers = [{ openid: person.openid, session_key: newKey() }];
    const session = dataOf(await server.call('session.wechat', { code: 'code-to-sign-in' }));
    const back = { openid: person.openid, token: session.token, personId: session.person.id };
    dataOf(await joinGroup(back, 'tAnother-group'));
    expect(await entrantId(back.personId)).toBe(former);
  });

  it('keeps neither the group’s own id nor the session’s key', async () => {
    const person = await wechatPerson();
    const sessionKey = newKey();
    dataOf(await join(person, seal(groupInfo('tSecret-group'), sessionKey), { openid: person.openid, session_key: sessionKey }));
    for (const table of ['contestEntrant', 'person', 'identity', 'session', 'replay'] as const) {
      const kept = JSON.stringify(await server.db.selectFrom(table).selectAll().execute());
      expect(kept).not.toContain('tSecret-group');
      expect(kept).not.toContain(sessionKey);
    }
  });
});

describe('a card that does not open', () => {
  const key = newKey();
  const good = seal(groupInfo('tGroup'), key);
  const tampered = Buffer.from(good.encryptedData, 'base64');
  tampered[tampered.length - 17] = (tampered[tampered.length - 17] ?? 0) ^ 1;

  it.each<[string, Sealed, string]>([
    ['sealed under another key', good, newKey()],
    ['with another iv', { ...good, iv: newKey() }, key],
    ['tampered with', { ...good, encryptedData: tampered.toString('base64') }, key],
    ['cut off', { ...good, encryptedData: good.encryptedData.slice(0, 20) }, key],
    ['of another mini-program', seal(groupInfo('tGroup', 'wxanother'), key), key],
    ['without a watermark', seal(JSON.stringify({ opengid: 'tGroup' }), key), key],
    ['without a group', seal(JSON.stringify({ watermark: { appid: APP_ID } }), key), key],
    ['with a group that is no text', seal(JSON.stringify({ opengid: { $ne: '' }, watermark: { appid: APP_ID } }), key), key],
    ['that is not JSON', seal('tGroup', key), key],
    ['that is nothing', seal('', key), key],
  ])('%s is refused in kind words and joins nothing', async (_name, sealed, sessionKey) => {
    const person = await wechatPerson();
    const error = errorOf(await join(person, sealed, { openid: person.openid, session_key: sessionKey }));
    expect(error.code).toBe('conflict');
    expect(error.message).toContain('重新点开分享卡片');
    expect(await groupOf(person)).toBeNull();
    expect(server.failures).toEqual([]);
  });
});

describe('who may join', () => {
  it('not with a card that somebody else opened', async () => {
    const [person, other] = [await wechatPerson(), await wechatPerson()];
    const sessionKey = newKey();
    const sealed = seal(groupInfo('tGroup'), sessionKey);
    expect(errorOf(await join(person, sealed, { openid: other.openid, session_key: sessionKey })).code).toBe('forbidden');
    expect(errorOf(await join(person, sealed, { openid: 'openid-of-nobody', session_key: sessionKey })).code).toBe('forbidden');
    expect([await groupOf(person), await groupOf(other)]).toEqual([null, null]);
  });

  it('not a guest, whom WeChat does not know', async () => {
    const [guest, person] = [await server.asGuest(), await wechatPerson()];
    const sessionKey = newKey();
    const reply = await join(guest, seal(groupInfo('tGroup'), sessionKey), { openid: person.openid, session_key: sessionKey });
    expect(errorOf(reply).code).toBe('forbidden');
  });

  it('not with a code that WeChat does not take', async () => {
    const person = await wechatPerson();
    expect(errorOf(await join(person, seal(groupInfo('tGroup'), newKey()), { errcode: 40029, errmsg: 'invalid code' })).code).toBe('sign_in_failed');
  });

  it('not when WeChat gives no key; its answer is not logged', async () => {
    const person = await wechatPerson();
    const sealed = seal(groupInfo('tGroup'), newKey());
    answers = Array.from({ length: 3 }, () => ({ openid: person.openid, session_key: 'not-a-key' }));
    expect(errorOf(await server.call('contest.join-group', { code: 'a-fresh-code', ...sealed }, person)).code).toBe('unavailable');
    expect(server.failures.splice(0).join()).not.toMatch(/not-a-key|the-secret|a-fresh-code/);
  });

  it('nobody where WeChat is not configured', async () => {
    const without = await startTestServer();
    const citizen = await without.as('citizen');
    const error = errorOf(await citizen.call('contest.join-group', { code: 'code', ...seal(groupInfo('tGroup'), newKey()) }));
    expect(error).toMatchObject({ code: 'unavailable', message: '这里没有接通微信，认不出微信群；不加入微信群也可以参赛。' });
    expect(await without.db.selectFrom('contestEntrant').select('id').execute()).toEqual([]);
    await without.close();
  });
});
