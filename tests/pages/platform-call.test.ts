import { ok, refused, stage } from '../support/taro/taro';
import type { Output } from '../../src/contract/actions';
import type { SessionView } from '../../src/contract/session';
import { call } from '../../src/platform/call';
import { newIdempotencyKey } from '../../src/platform/idempotency-key';
import { address, back, backTo, open, replace } from '../../src/platform/navigation';
import { currentToken, forgetSession, keepSession } from '../../src/platform/session';
import { read, write } from '../../src/platform/storage';

const session = (token: string): SessionView => ({
  token,
  expiresAt: '2017-10-07T09:00:00+08:00',
  person: { id: 'p-1', kind: 'guest', label: '访客' },
});

const mine: Output<'request.mine'> = { requests: [], nextCursor: null };
const sentAs = () => stage.sent.map(({ action, token }) => [action, token]);

/** The backend answers the holder of this token alone. */
const answerOnly = (token: string, otherwise: 'not_signed_in' | 'session_expired') => {
  stage.answer('request.mine', () => (stage.sent.at(-1)?.token === token ? ok(mine) : refused(otherwise, '请先登录，再继续操作。')));
};

beforeEach(() => {
  forgetSession();
  stage.reset();
  stage.answer('session.guest', () => ok(session('new')));
});

describe('a call', () => {
  it('travels without an identity as long as none is needed', async () => {
    stage.answer('request.mine', () => ok(mine));
    expect(await call('request.mine', {})).toEqual(ok(mine));
    expect(sentAs()).toEqual([['request.mine', null]]);
  });

  it('gets an identity when the server asks for one, and is made once more, with its key', async () => {
    stage.answer('wrong-question.remove', () => (currentToken() === null ? refused('not_signed_in', '请先登录。') : ok({ total: 0, dueCount: 0 })));
    expect(await call('wrong-question.remove', { questionId: 'q-1' }, 'a-key')).toEqual(ok({ total: 0, dueCount: 0 }));
    expect(stage.sent.map(({ action, key }) => [action, key])).toEqual([
      ['wrong-question.remove', 'a-key'],
      ['session.guest', null],
      ['wrong-question.remove', 'a-key'],
    ]);
  });

  it('shares one sign-in with the calls beside it', async () => {
    answerOnly('new', 'not_signed_in');
    const results = await Promise.all([call('request.mine', {}), call('request.mine', {}), call('request.mine', {})]);
    expect(results).toEqual([ok(mine), ok(mine), ok(mine)]);
    expect(stage.sentTo('session.guest')).toHaveLength(1);
  });

  it('renews a session that has expired', async () => {
    keepSession(session('old'));
    answerOnly('new', 'session_expired');
    expect(await call('request.mine', {})).toEqual(ok(mine));
    expect(sentAs()).toEqual([
      ['request.mine', 'old'],
      ['session.guest', null],
      ['request.mine', 'new'],
    ]);
    expect(currentToken()).toBe('new');
  });

  it('is not made for ever where signing in helps nothing', async () => {
    answerOnly('never given', 'not_signed_in');
    expect(await call('request.mine', {})).toMatchObject({ ok: false, error: { code: 'not_signed_in' } });
    expect(stage.sent).toHaveLength(3);
  });

  it('says why signing in was refused', async () => {
    answerOnly('new', 'not_signed_in');
    stage.answer('session.guest', () => refused('unavailable', '服务暂时繁忙，请稍后重试。'));
    expect(await call('request.mine', {})).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  });

  it('signs nobody in for any other refusal', async () => {
    stage.answer('request.mine', () => refused('forbidden', '当前身份不能进行这项操作。'));
    expect(await call('request.mine', {})).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    expect(stage.sent).toHaveLength(1);
  });
});

describe('a broken way to the backend', () => {
  const offline = { ok: false, error: { code: 'offline' } };

  it('is `offline`, never an exception', async () => {
    expect(await call('request.mine', {})).toMatchObject(offline);
  });

  it.each([['<html>502 Bad Gateway</html>'], [''], [null], [{}], [{ ok: true }], [[]]])('is `offline` when a gateway answers %j', async (body) => {
    stage.intercept('request.mine', body);
    expect(await call('request.mine', {})).toMatchObject(offline);
  });

  it.each([['<html>502 Bad Gateway</html>'], [null]])('is `offline` when a gateway answers the sign-in with %j', async (body) => {
    answerOnly('new', 'not_signed_in');
    stage.intercept('session.guest', body);
    expect(await call('request.mine', {})).toMatchObject(offline);
    stage.answer('session.guest', () => ok(session('new')));
    expect(await call('request.mine', {})).toEqual(ok(mine));
  });
});

describe('storage that is switched off', () => {
  beforeEach(() => {
    stage.storageBroken = true;
  });

  it('keeps nothing and breaks nothing', () => {
    const isAnything = (value: unknown): value is unknown => value !== undefined;
    expect(write('key', 'value')).toBe(false);
    expect(read('key', isAnything)).toBeNull();
  });

  it('still lets a person act, with a session for as long as the app is open', async () => {
    answerOnly('new', 'not_signed_in');
    expect(await call('request.mine', {})).toEqual(ok(mine));
    expect(await call('request.mine', {})).toEqual(ok(mine));
    expect(stage.sentTo('session.guest')).toHaveLength(1);
  });
});

describe('idempotency keys', () => {
  it('are what the server takes, and differ', () => {
    const keys = Array.from({ length: 100 }, () => newIdempotencyKey());
    for (const key of keys) expect(key).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
    expect(new Set(keys).size).toBe(100);
  });
});

describe('the way between pages', () => {
  it('writes parameters so that they arrive as they were', () => {
    const id = '三同 & 100%?=#/';
    const written = address('/pages/article/index', { id });
    expect(written).toMatch(/^\/pages\/article\/index\?id=[^&?#/ ]+$/);
    expect(new URL(written, 'https://example.cn').searchParams.get('id')).toBe(id);
  });

  it('leaves out what is not given', () => {
    expect(address('/service/form/index', {})).toBe('/service/form/index');
    expect(address('/pages/activities/index', { line: 'brand', number: undefined })).toBe('/pages/activities/index?line=brand');
  });

  it('goes back, or home from a page that a share card opened', () => {
    back();
    stage.pageCount = 1;
    back();
    expect(stage.opened).toEqual(['back', '/pages/home/index']);
  });

  it('goes back to a page that lies below, however deep, rather than stacking it twice', () => {
    stage.below = [{ route: 'contest/lobby/index' }, { route: '/service/request/index', options: { id: 'r-1' } }, { route: 'contest/attempt/index' }];
    backTo('/service/request/index', { id: 'r-1' });
    backTo('/contest/lobby/index');
    backTo('/service/request/index', { id: 'r-2' });
    expect(stage.opened).toEqual(['back 2', 'back 3', '/service/request/index?id=r-2']);
  });

  it('opens a page on top of this one or in its place', () => {
    open('/service/lookup/index');
    replace('/service/request/index', { id: 'r-1', filed: 'now' });
    expect(stage.opened).toEqual(['/service/lookup/index', '/service/request/index?id=r-1&filed=now']);
  });
});
