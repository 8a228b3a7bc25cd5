import * as v from 'valibot';
import { postJson } from './post-json';

export interface WechatAccount {
  readonly appId: string;
  readonly secret: string;
  /** `https://api.weixin.qq.com` but for tests. */
  readonly base: string;
}

/** The account's access token, kept in memory. */
export interface AccessToken {
  /** The same until it is forgotten; calls at the same moment share one request. Never throws. */
  read(timeoutMs: number): Promise<{ readonly token: string } | { readonly trouble: string }>;
  /** WeChat did not take this one. */
  forget(token: string): void;
}

const tokenAnswer = v.object({ access_token: v.pipe(v.string(), v.minLength(1)) });
const badAnswer = v.object({ errcode: v.number() });

/**
 * WeChat gives every process the same token while it is valid, so many may ask; how long it lasts is not kept here, since
 * WeChat itself says when it has expired.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/OpenApiDoc/mp-access-token/getStableAccessToken.html
 */
export function accessToken({ appId, secret, base }: WechatAccount): AccessToken {
  let reading: ReturnType<AccessToken['read']> | null = null;
  let kept: string | null = null;

  async function ask(timeoutMs: number): ReturnType<AccessToken['read']> {
    const posted = await postJson(`${base}/cgi-bin/stable_token`, { grant_type: 'client_credential', appid: appId, secret, force_refresh: false }, timeoutMs);
    if ('trouble' in posted) return { trouble: `stable_token: ${posted.trouble}` };
    const { body } = posted;
    if (v.is(tokenAnswer, body)) {
      kept = body.access_token;
      return { token: kept };
    }
    return { trouble: `stable_token: ${v.is(badAnswer, body) ? `errcode ${body.errcode}` : 'neither a token nor an errcode'}` };
  }

  return {
    read: (timeoutMs) => {
      if (kept !== null) return Promise.resolve({ token: kept });
      reading ??= ask(timeoutMs).finally(() => {
        reading = null;
      });
      return reading;
    },
    forget: (token) => {
      if (kept === token) kept = null;
    },
  };
}
