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
// The answer comes as text/plain. `errcode` is absent or 0 in a good one. `session_key` is never taken out of it.
const goodAnswer = v.object({ errcode: v.optional(v.literal(0)), openid: v.pipe(v.string(), v.regex(/^[\w-]{1,128}$/)) });
const badAnswer = v.object({ errcode: v.number() });

type Answer = { readonly openid: string } | { readonly errcode: number } | { readonly trouble: string };

/** The client of WeChat's `code2Session`. A busy or unreachable WeChat is tried three times. Neither secret nor session key is ever logged. */
export const wechatLogin = (api: WechatApi): ExchangeCode =>
  async function exchangeCode(code) {
    let answer: Answer = { trouble: 'not asked' };
    for (let left = TRIES; left > 0; left -= 1) {
      answer = await ask(api, code);
      if (!isPassing(answer)) break;
      if (left > 1) await new Promise((resume) => setTimeout(resume, api.retryDelayMs ?? 300));
    }
    if ('openid' in answer) return { openid: answer.openid };
    return { refusal: refusalOf(answer, api.logFailure) };
  };

const BUSY = -1;

const isPassing = (answer: Answer): boolean => 'trouble' in answer || ('errcode' in answer && answer.errcode === BUSY);

function refusalOf(answer: Exclude<Answer, { openid: string }>, logFailure: LogFailure): Refusal {
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

async function ask({ appId, secret, base, timeoutMs = 5_000 }: WechatApi, code: string): Promise<Answer> {
  const query = new URLSearchParams({ appid: appId, secret, js_code: code, grant_type: 'authorization_code' });
  try {
    const response = await fetch(`${base}/sns/jscode2session?${query}`, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
    if (!response.ok) return { trouble: `HTTP ${response.status}` };
    return read(await response.text());
  } catch (error) {
    return { trouble: nameOf(error) };
  }
}

// The name alone: fetch puts the URL, and with it the secret, into some of its messages.
function nameOf(error: unknown): string {
  const name: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'name') : undefined;
  return typeof name === 'string' ? name : 'unknown';
}

function read(body: string): Answer {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return { trouble: 'not JSON' };
  }
  if (v.is(goodAnswer, value)) return { openid: value.openid };
  if (v.is(badAnswer, value) && value.errcode !== 0) return { errcode: value.errcode };
  return { trouble: 'neither an openid nor an errcode' };
}
