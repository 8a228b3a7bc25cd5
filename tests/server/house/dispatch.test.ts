import type { UseCases } from '../../../server/dispatch/call';
import type { WhoMayCall } from '../../../src/contract/action';
import { actions } from '../../../src/contract/actions';
import { someText } from '../../support/matchers';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';

let failWith: Error | null = null;
const failing = (real: UseCases): UseCases => ({
  ...real,
  'home.get': (context, input) => (failWith ? Promise.reject(failWith) : real['home.get'](context, input)),
});

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ useCases: failing });
});
afterAll(() => server.close());

const dispatch: TestServer['application']['dispatch'] = (call) => server.application.dispatch(call);

describe('the order of refusals', () => {
  const wrong = { action: 'request.accept', input: { id: 'not an id' } };

  it('names an unknown action first', async () => {
    expect(errorOf(await dispatch({ action: 'no.such', input: 7, token: 'expired' })).code).toBe('unknown_action');
    for (const action of ['__proto__', 'constructor', 'toString', '']) {
      expect(errorOf(await dispatch({ action, input: {} })).code).toBe('unknown_action');
    }
  });

  it('asks who is calling before it looks at key or input', async () => {
    expect(errorOf(await dispatch(wrong)).code).toBe('not_signed_in');
    expect(errorOf(await dispatch({ ...wrong, token: 'A'.repeat(43) })).code).toBe('session_expired');
    const { token } = await server.as('citizen');
    expect(errorOf(await dispatch({ ...wrong, token })).code).toBe('forbidden');
  });

  it('asks for the key before it looks at the input', async () => {
    const { token } = await server.as('officer-baodi');
    expect(errorOf(await dispatch({ ...wrong, token })).code).toBe('key_required');
    const error = errorOf(await dispatch({ ...wrong, token, idempotencyKey: 'a-good-key' }));
    expect(error.code).toBe('invalid_input');
    expect(error.fields).toEqual({ id: '编号不正确。', version: '版本号不正确。' });
  });
});

describe('who may call', () => {
  it.each(Object.entries<{ readonly who: WhoMayCall }>(actions).map(([name, { who }]) => [name, who] as const))('%s is for %s', async (action, who) => {
    const isInside = async (token?: string) => ['key_required', 'invalid_input'].includes(errorOf(await dispatch({ action, input: null, token })).code);
    const isForAll = who === 'anyone' || who === 'person';
    expect(await isInside()).toBe(who === 'anyone');
    expect(await isInside((await server.asGuest()).token)).toBe(isForAll);
    for (const [role, persona] of Object.entries({ officer: 'officer-bureau', dispatcher: 'dispatcher', expert: 'expert', administrator: 'administrator' })) {
      expect(await isInside((await server.as(persona)).token)).toBe(isForAll || who === 'staff' || who === role);
    }
  });

  it('lets nobody change anything without being somebody', () => {
    for (const { who, effect } of Object.values<{ who: string; effect: string }>(actions)) expect(effect === 'change' && who === 'anyone').toBe(false);
  });

  it('refuses an expired session even where nobody needs one, so that the client renews it', async () => {
    expect(errorOf(await dispatch({ action: 'home.get', input: {}, token: 'B'.repeat(43) })).code).toBe('session_expired');
    expect(errorOf(await dispatch({ action: 'home.get', input: {}, token: '' })).code).toBe('session_expired');
  });

  it('lets one sign in anew while showing an expired session', async () => {
    expect(dataOf(await dispatch({ action: 'session.guest', input: {}, token: 'C'.repeat(43) }))).toMatchObject({ person: { kind: 'guest' } });
  });
});

describe('what is wrong with the input', () => {
  const fieldsOf = async (action: string, input: unknown) => {
    const { token } = await server.as('firm');
    return errorOf(await dispatch({ action, input, token, idempotencyKey: 'a-good-key' })).fields;
  };

  it('is said for each field, a missing one in its own words', async () => {
    const fields = await fieldsOf('request.submit', { values: { firmName: 7 }, attachmentIds: ['a-photo'] });
    expect(fields).toEqual({
      campaignId: '请选择活动。',
      kindId: '请选择事项。',
      consent: '请先阅读并同意信息使用说明。',
      'values.firmName': '这一项不正确。',
      'attachmentIds.0': someText,
    });
  });

  it('names a key that the action does not know', async () => {
    expect(await fieldsOf('home.get', { extra: 1 })).toEqual({ extra: '没有“extra”这一项。' });
    const [name] = Object.keys((await fieldsOf('home.get', { ['x'.repeat(5000)]: 1 })) ?? {});
    expect(name?.length).toBeLessThan(50);
  });

  it.each(['__proto__', 'constructor', 'toString'])('names %s like any other unknown key, and changes no prototype', async (key) => {
    const fields = await fieldsOf('home.get', JSON.parse(`{"${key}":{"polluted":true}}`));
    expect(Object.keys(fields ?? {})).toEqual([key]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it.each([[null], [[]], ['text'], [7], [undefined]])('refuses %j in place of an object', async (input) => {
    expect(await fieldsOf('home.get', input)).toEqual({});
  });

  it('reads a variant’s missing field in its own words', async () => {
    expect(await fieldsOf('practice.start', {})).toEqual({ from: '请选择从专题、错题本、每日一题还是课程开始练习。' });
    expect(await fieldsOf('practice.start', { from: 'topic' })).toEqual({ topicId: '请选择专题。' });
  });
});

describe('a failure', () => {
  afterEach(() => {
    failWith = null;
  });

  it('is logged with its stack and answered without any detail', async () => {
    failWith = new Error('secret detail of the database');
    const reply = await dispatch({ action: 'home.get', input: {} });
    expect(errorOf(reply)).toEqual({ code: 'internal', message: '服务出了问题，我们会尽快处理，请稍后重试。' });
    expect(server.failures).toHaveLength(1);
    expect(server.failures.splice(0)[0]).toMatch(/home\.get failed: Error: secret detail of the database\n\s+at /);
  });

  it.each([
    Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
    Object.assign(new Error('terminating connection due to administrator command'), { code: '57P01' }),
    Object.assign(new Error('sorry, too many clients already'), { code: '53300' }),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
  ])('of the connection is answered as unavailable: %s', async (error) => {
    failWith = error;
    expect(errorOf(await dispatch({ action: 'home.get', input: {} })).code).toBe('unavailable');
    expect(server.failures.splice(0)).toHaveLength(1);
  });
});
