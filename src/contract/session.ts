import * as v from 'valibot';
import { action } from './action';

/** A new session. `token` goes into `Authorization: Bearer …`; the server keeps only its hash. */
export interface SessionView {
  readonly token: string;
  /** ISO 8601 with the +08:00 offset. */
  readonly expiresAt: string;
  readonly person: PersonView;
}

export interface PersonView {
  readonly id: string;
  /** How this person came in; `guest` is a browser without a WeChat identity. */
  readonly kind: 'guest' | 'wechat' | 'demo';
  /** What the app calls this person: a persona's name, or 访客 / 微信用户. */
  readonly label: string;
}

export const sessionActions = {
  'session.demo': action<SessionView>()({
    who: 'anyone',
    effect: 'sign-in',
    summary: 'Signs in as one of the local demo personas; refused in production.',
    input: v.strictObject({ persona: v.pipe(v.string('请选择演示身份。'), v.maxLength(60, '没有这个演示身份。')) }),
  }),
  'session.guest': action<SessionView>()({
    who: 'anyone',
    effect: 'sign-in',
    summary: 'Gives a browser an identity of its own, so that practice and requests can be found again on it.',
    input: v.strictObject({}),
  }),
  'session.wechat': action<SessionView>()({
    who: 'anyone',
    effect: 'sign-in',
    summary: 'Exchanges the code of wx.login for a session.',
    input: v.strictObject({
      code: v.pipe(v.string('缺少登录凭证。'), v.regex(/^[\w-]{1,128}$/, '登录凭证不正确。')),
    }),
  }),
  'session.end': action<{ ended: true }>()({
    who: 'person',
    effect: 'sign-in',
    summary: 'Ends the session that made the call.',
    input: v.strictObject({}),
  }),
} as const;
