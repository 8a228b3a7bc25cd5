import * as v from 'valibot';
import type { LogFailure } from '../failure-log';
import { refuse, type Refusal } from '../refusal';

/** Exchanges the code of wx.login for the person's openid in this mini-program. */
export type ExchangeCode = (code: string) => Promise<{ readonly openid: string } | { readonly refusal: Refusal }>;

export interface WechatApi {
  readonly appId: string;
  readonly secret: string;
  /** `https://api.weixin.qq.com` but for tests. */
  readonly base: string;
  readonly logFailure: LogFailure;
  readonly timeoutMs?: number;
  readonly retryDelayMs?: number;
}

const TRIES = 3;

// https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/user-login/code2Session.html
// The answer comes as text/plain. `errcode` is absent or 0 in a good one. What a schema does not name is never taken out of it.
const loginAnswer = v.object({ errcode: v.optional(v.literal(0)), openid: v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/)) });
const sessionAnswer = v.object({ ...loginAnswer.entries, session_key: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{22}==$/)) });
const badAnswer = v.object({ errcode: v.number() });

type Answer<Good> = { readonly good: Good } | { readonly errcode: number } | { readonly trouble: string };
type Exchange<Good> = Promise<{ readonly good: Good } | { readonly refusal: Refusal }>;

/** Neither secret nor session key is ever logged. */
export const wechatLogin = (api: WechatApi): ExchangeCode =>
  async function exchangeCode(code) {
    const exchange = await exchangeAs(loginAnswer, api, code);
    return 'refusal' in exchange ? exchange : { openid: exchange.good.openid };
  };

/** The same with the key that opens what WeChat sealed for this person: 16 bytes in base64. For use at once, never to be kept. */
export async function exchangeForKey(api: WechatApi, code: string): Promise<{ readonly openid: string; readonly sessionKey: string } | { readonly refusal: Refusal }> {
  const exchange = await exchangeAs(sessionAnswer, api, code);
  return 'refusal' in exchange ? exchange : { openid: exchange.good.openid, sessionKey: exchange.good.session_key };
}

/** The client of WeChat's `code2Session`. A busy or unreachable WeChat is tried three times. */
async function exchangeAs<Good>(good: v.GenericSchema<unknown, Good>, api: WechatApi, code: string): Exchange<Good> {
  let answer: Answer<Good> = { trouble: 'not asked' };
  for (let left = TRIES; left > 0; left -= 1) {
    answer = await ask(good, api, code);
    if (!isPassing(answer)) break;
    if (left > 1) await new Promise((resume) => setTimeout(resume, api.retryDelayMs ?? 300));
  }
  return 'good' in answer ? answer : { refusal: refusalOf(answer, api.logFailure) };
}

const BUSY = -1;

const isPassing = (answer: Answer<unknown>): boolean => 'trouble' in answer || ('errcode' in answer && answer.errcode === BUSY);

function refusalOf(answer: Exclude<Answer<never>, { good: never }>, logFailure: LogFailure): Refusal {
  if ('trouble' in answer) {
    logFailure('WeChat did not answer code2Session', answer.trouble);
    return refuse('unavailable', '微信登录暂时没有响应，请稍后重试。');
  }
  switch (answer.errcode) {
    case 40029: // invalid code
    case 40163: // code been used
    case 41008: // missing code
      return refuse('sign_in_failed');
    case 40226: // code blocked: WeChat holds the user for high-risk
      return refuse('forbidden', '微信暂时限制了这个账号登录，请稍后再试或联系微信客服。');
    case BUSY:
    case 45011: // API minute-quota reached
      return refuse('unavailable', '微信登录人数较多，请一分钟后重试。');
    default:
      // Such as 40013 and 40125, a wrong appid or secret: ours to repair.
      logFailure('WeChat refused code2Session', `errcode ${answer.errcode}`);
      return refuse('unavailable', '微信登录暂时不可用，请稍后重试。');
  }
}

async function ask<Good>(good: v.GenericSchema<unknown, Good>, { appId, secret, base, timeoutMs = 5_000 }: WechatApi, code: string): Promise<Answer<Good>> {
  const query = new URLSearchParams({ appid: appId, secret, js_code: code, grant_type: 'authorization_code' });
  try {
    const response = await fetch(`${base}/sns/jscode2session?${query}`, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
    if (!response.ok) return { trouble: `HTTP ${response.status}` };
    return read(good, await response.text());
  } catch (error) {
    return { trouble: nameOf(error) };
  }
}

// The name alone: fetch puts the URL, and with it the secret, into some of its messages.
function nameOf(error: unknown): string {
  const name: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'name') : undefined;
  return typeof name === 'string' ? name : 'unknown';
}

function read<Good>(good: v.GenericSchema<unknown, Good>, body: string): Answer<Good> {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { trouble: 'not JSON' };
  }
  const result = v.safeParse(good, value);
  if (result.success) return { good: result.output };
  if (v.is(badAnswer, value) && value.errcode !== 0) return { errcode: value.errcode };
  return { trouble: 'neither what was asked for nor an errcode' };
}
