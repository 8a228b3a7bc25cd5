import * as v from 'valibot';
import { accessToken, type WechatAccount } from './access-token';
import { postJson } from './post-json';

export interface SubscribeMessage {
  readonly openid: string;
  readonly templateId: string;
  /** Opened by a tap, without a leading slash: `service/request/index?id=…`; null for none. */
  readonly page: string | null;
  /** By the template's own field names, such as `thing1`. */
  readonly data: Readonly<Record<string, string>>;
}

/**
 * What became of a send.
 *
 * - `refused`: the person has no grant left, or has taken it back.
 * - `unreachable`: WeChat knows no such person here.
 * - `rejected`: ours to repair; sending the same again would end the same.
 * - `busy`: surely not sent; another try may succeed.
 * - `unknown`: the answer was lost, and WeChat may have sent it.
 */
export type SendOutcome =
  | { readonly kind: 'sent' | 'refused' }
  | { readonly kind: 'unreachable' | 'rejected' | 'busy' | 'unknown'; readonly why: string };

/** Never throws. */
export type SendSubscribeMessage = (message: SubscribeMessage) => Promise<SendOutcome>;

/** The longest that one send may take: two tokens and two tries. */
const SEND_TIMEOUT_MS = 8_000;
export const SEND_AT_MOST_MS = 4 * SEND_TIMEOUT_MS;

const answer = v.object({ errcode: v.number() });

/**
 * The client of `subscribeMessage.send`. WeChat takes no key by which it would know a repeated message: one grant is one
 * send, and that is all by which it can tell.
 *
 * @see https://developers.weixin.qq.com/miniprogram/dev/server/API/mp-message-management/subscribe-message/api_sendmessage
 */
export function subscribeMessageClient(account: WechatAccount, timeoutMs = SEND_TIMEOUT_MS): SendSubscribeMessage {
  const tokens = accessToken(account);

  async function sendOnce({ openid, templateId, page, data }: SubscribeMessage): Promise<SendOutcome | { readonly staleToken: string; readonly why: string }> {
    const held = await tokens.read(timeoutMs);
    if ('trouble' in held) return { kind: 'busy', why: held.trouble };
    const posted = await postJson(
      `${account.base}/cgi-bin/message/subscribe/send?${new URLSearchParams({ access_token: held.token })}`,
      {
        touser: openid,
        template_id: templateId,
        ...(page === null ? {} : { page }),
        miniprogram_state: 'formal',
        lang: 'zh_CN',
        data: Object.fromEntries(Object.entries(data).map(([field, value]) => [field, { value }])),
      },
      timeoutMs,
    );
    if ('trouble' in posted) return { kind: posted.arrived === 'no' ? 'busy' : 'unknown', why: posted.trouble };
    if (!v.is(answer, posted.body)) return { kind: 'unknown', why: 'no errcode' };
    const { errcode } = posted.body;
    return isAboutToken(errcode) ? { staleToken: held.token, why: `errcode ${errcode}` } : outcomeOf(errcode);
  }

  return async (message) => {
    const first = await sendOnce(message);
    if ('kind' in first) return first;
    tokens.forget(first.staleToken);
    const second = await sendOnce(message);
    if ('kind' in second) return second;
    tokens.forget(second.staleToken);
    return { kind: 'busy', why: second.why };
  };
}

// 40001 invalid or out of date, 40014 malformed, 42001 expired.
// https://developers.weixin.qq.com/doc/oplatform/Return_codes/Return_code_descriptions_new.html
const isAboutToken = (errcode: number): boolean => [40001, 40014, 42001].includes(errcode);

function outcomeOf(errcode: number): SendOutcome {
  const why = `errcode ${errcode}`;
  switch (errcode) {
    case 0:
      return { kind: 'sent' };
    case 43101: // the person refuses, or no grant is left
      return { kind: 'refused' };
    case 40003: // touser is no openid of this mini-program
      return { kind: 'unreachable', why };
    case -1: // system busy
    case 43108: // several sends to one person at the same moment
    case 45009: // the day's quota
    case 45011: // the minute's quota
      return { kind: 'busy', why };
    case 40037: // template_id
    case 41030: // page
    case 47003: // a value that the template does not take
    default:
      return { kind: 'rejected', why };
  }
}
