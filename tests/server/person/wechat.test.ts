import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';

// Speaks code2Session as documented: text/plain with JSON inside, errors with status 200.
type Answer = (response: ServerResponse) => void;
const json = (value: unknown): Answer => (response) => response.setHeader('Content-Type', 'text/plain').end(JSON.stringify(value));
const good = (openid: string): Answer => json({ openid, session_key: 'a-session-key', unionid: 'u' });

let wechat: Server;
let server: TestServer;
let answers: Answer[] = [];
const asked: URL[] = [];

beforeAll(async () => {
  wechat = createServer((request, response) => {
    asked.push(new URL(request.url ?? '', 'http://wechat'));
    (answers.shift() ?? json({ errcode: 40029, errmsg: 'invalid code' }))(response);
  });
  await new Promise<void>((resolve) => wechat.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(wechat.address() as AddressInfo).port}`;
  server = await startTestServer({ configuration: { wechat: { appId: 'wx-app', secret: 'the-secret', base } } });
});
afterAll(async () => {
  wechat.closeAllConnections();
  await new Promise((resolve) => wechat.close(resolve));
  await server.close();
});
beforeEach(() => {
  answers = [];
  asked.length = 0;
});

const signIn = (code = '0a1B2c3D') => server.call('session.wechat', { code });

describe('signing in with wx.login’s code', () => {
  it('asks WeChat as documented and gives a session', async () => {
    answers = [good('openid-1')];
    const session = dataOf(await signIn());
    expect(session.person).toMatchObject({ kind: 'wechat', label: '微信用户' });
    expect(asked.map(({ pathname }) => pathname)).toEqual(['/sns/jscode2session']);
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toEqual({ appid: 'wx-app', secret: 'the-secret', js_code: '0a1B2c3D', grant_type: 'authorization_code' });
    expect(dataOf(await server.call('person.me', {}, { token: session.token })).person).toEqual(session.person);
  });

  it('knows the person again, and tells persons apart', async () => {
    answers = [good('openid-2'), good('openid-2'), json({ errcode: 0, errmsg: 'ok', openid: 'openid-3' })];
    const ids = [dataOf(await signIn()), dataOf(await signIn()), dataOf(await signIn())].map(({ person }) => person.id);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it('makes one person of parallel first sign-ins', async () => {
    answers = Array.from({ length: 5 }, () => good('openid-parallel'));
    const sessions = await Promise.all(Array.from({ length: 5 }, () => signIn()));
    expect(new Set(sessions.map((reply) => dataOf(reply).person.id)).size).toBe(1);
  });

  it('keeps neither secret nor session key', async () => {
    answers = [good('openid-4')];
    dataOf(await signIn());
    for (const table of ['session', 'person', 'identity', 'replay'] as const) {
      expect(JSON.stringify(await server.db.selectFrom(table).selectAll().execute())).not.toMatch(/a-session-key|the-secret/);
    }
  });
});

describe('WeChat’s refusals', () => {
  it.each([
    [40029, 'sign_in_failed'],
    [40163, 'sign_in_failed'],
    [40226, 'forbidden'],
    [45011, 'unavailable'],
  ])('%i is answered as %s without asking again', async (errcode, code) => {
    answers = [json({ errcode, errmsg: 'said in English' })];
    const error = errorOf(await signIn());
    expect(error.code).toBe(code);
    expect(error.message).not.toMatch(/[a-z]{4}/);
    expect(asked).toHaveLength(1);
    expect(server.failures).toEqual([]);
  });

  it('-1, busy, is asked again', async () => {
    answers = [json({ errcode: -1, errmsg: 'system error' }), json({ errcode: -1 }), good('openid-busy')];
    dataOf(await signIn());
    expect(asked).toHaveLength(3);
  });

  it('-1 three times is answered as unavailable', async () => {
    answers = [json({ errcode: -1 }), json({ errcode: -1 }), json({ errcode: -1 }), good('never asked')];
    expect(errorOf(await signIn()).code).toBe('unavailable');
    expect(asked).toHaveLength(3);
  });

  it('a wrong secret is ours: logged by its number, answered as unavailable', async () => {
    answers = [json({ errcode: 40125, errmsg: 'invalid appsecret, the-secret' })];
    expect(errorOf(await signIn()).code).toBe('unavailable');
    expect(server.failures.splice(0)).toEqual(['WeChat refused code2Session: errcode 40125']);
  });
});

describe('WeChat’s troubles', () => {
  it.each<[string, Answer, RegExp]>([
    ['an HTML page', (response) => response.end('<html>busy</html>'), /not JSON/],
    ['an empty answer', (response) => response.end(), /not JSON/],
    ['JSON that is no answer', json([]), /neither/],
    ['an openid of the wrong form', json({ openid: 'a b' }), /neither/],
    ['a failing gateway', (response) => response.writeHead(502).end(), /HTTP 502/],
    ['a broken connection', (response) => response.socket?.destroy(), /TypeError/],
  ])('%s is tried three times, logged without secrets, and answered as unavailable', async (_name, answer, logged) => {
    answers = [answer, answer, answer];
    expect(errorOf(await signIn()).code).toBe('unavailable');
    expect(asked).toHaveLength(3);
    const failures = server.failures.splice(0);
    expect(failures).toHaveLength(1);
    expect(failures[0]).toMatch(logged);
    expect(failures[0]).not.toMatch(/the-secret|0a1B2c3D/);
  });

  it('holds no database connection while WeChat thinks', async () => {
    let finish: Answer | undefined;
    const thinking = new Promise<ServerResponse>((resolve) => {
      answers = [resolve];
      finish = good('openid-slow');
    });
    const slow = signIn();
    const response = await thinking;
    expect(dataOf(await server.call('person.me', {})).person).toBeNull();
    finish?.(response);
    dataOf(await slow);
  });
});

it('is refused where WeChat is not configured', async () => {
  const without = await startTestServer({ configuration: { personas: false } });
  expect(errorOf(await without.call('session.wechat', { code: 'abc' })).code).toBe('unavailable');
  await without.close();
});
