import { subscribeMessageClient, type SendSubscribeMessage, type SubscribeMessage } from '../../../server/outside/wechat/subscribe-message';
import { startLoopback, type Loopback } from '../../support/wechat-loopback';

const message: SubscribeMessage = { openid: 'openid-1', templateId: 'template-result', page: null, data: { thing1: '您的申请已受理' } };

let wechat: Loopback;
let send: SendSubscribeMessage;
beforeEach(async () => {
  wechat = await startLoopback();
  send = subscribeMessageClient({ appId: 'wx-app', secret: 'the-secret', base: wechat.base });
  for (let time = 0; time < 5; time += 1) wechat.grant('openid-1', 'template-result');
});
afterEach(() => wechat.close());

describe('the access token', () => {
  it('is asked for once, by sends that come at once too', async () => {
    expect(await Promise.all([send(message), send(message), send(message)])).toEqual([{ kind: 'sent' }, { kind: 'sent' }, { kind: 'sent' }]);
    expect(await send(message)).toEqual({ kind: 'sent' });
    expect(wechat.tokensAsked()).toBe(1);
  });

  it('is renewed once it has expired, and the message sent once', async () => {
    await send(message);
    wechat.expireToken();
    expect(await send(message)).toEqual({ kind: 'sent' });
    expect(wechat.tokensAsked()).toBe(2);
    expect(wechat.sent).toHaveLength(2);
  });

  it.each([40001, 40014, 42001])('that is refused twice with %s leaves the message for later', async (errcode) => {
    wechat.behaviours.push(errcode, errcode);
    expect(await send(message)).toEqual({ kind: 'busy', why: `errcode ${errcode}` });
    expect(await send(message)).toEqual({ kind: 'sent' });
  });

  it.each([-1, 40013, 40125, 40164, 45009])('that is not given, with %s, leaves the message for later', async (errcode) => {
    wechat.tokenTrouble = errcode;
    expect(await send(message)).toEqual({ kind: 'busy', why: `stable_token: errcode ${errcode}` });
    expect(wechat.asked).toEqual([]);
  });
});

it.each([
  [0, { kind: 'sent' }],
  [43101, { kind: 'refused' }],
  [40003, { kind: 'unreachable', why: 'errcode 40003' }],
  [-1, { kind: 'busy', why: 'errcode -1' }],
  [43108, { kind: 'busy', why: 'errcode 43108' }],
  [45009, { kind: 'busy', why: 'errcode 45009' }],
  [45011, { kind: 'busy', why: 'errcode 45011' }],
  [40037, { kind: 'rejected', why: 'errcode 40037' }],
  [41030, { kind: 'rejected', why: 'errcode 41030' }],
  [47003, { kind: 'rejected', why: 'errcode 47003' }],
  [99999, { kind: 'rejected', why: 'errcode 99999' }],
])('errcode %s means %j', async (errcode, outcome) => {
  wechat.behaviours.push(errcode);
  expect(await send(message)).toEqual(outcome);
});

it('a page is left out where there is none', async () => {
  await send(message);
  expect(wechat.asked[0]?.body).not.toHaveProperty('page');
});
