import * as v from 'valibot';
import { readPairingCode } from '../domain/pairing-code';
import { action } from './action';
import { recordId } from './fields';
import type { SessionView } from './session';

/** A desktop that asks to be signed in. */
export interface StartedPairing {
  readonly id: string;
  /** Known to this desktop alone; the session is handed out against it. */
  readonly secret: string;
  /** Six digits for the person to confirm in the mini-program. */
  readonly code: string;
  readonly expiresAt: string;
}

export type PairingOutcome = { readonly state: 'waiting' } | { readonly state: 'confirmed'; readonly session: SessionView };

/** What the person sees before confirming. */
export interface AskedPairing {
  readonly id: string;
  readonly startedAt: string;
  readonly expiresAt: string;
}

export const pairingActions = {
  'pairing.start': action<StartedPairing>()({
    who: 'anyone',
    effect: 'sign-in',
    summary: 'Starts signing in at a desktop: six digits, valid for five minutes, to be confirmed in the mini-program.',
    input: v.strictObject({}),
  }),
  'pairing.take': action<PairingOutcome>()({
    who: 'anyone',
    effect: 'sign-in',
    summary: 'Asks whether the digits were confirmed, and once they are gives the session, one time; it lasts twelve hours.',
    input: v.strictObject({
      id: recordId,
      secret: v.pipe(v.string('登录凭证不正确。'), v.regex(/^[A-Za-z0-9_-]{43}$/, '登录凭证不正确。')),
    }),
  }),
  'pairing.get': action<AskedPairing>()({
    who: 'person',
    effect: 'read',
    summary: 'The desktop that shows these six digits; ten wrong tries in an hour close this to the person.',
    input: v.strictObject({
      code: v.pipe(
        v.string('请填写六位数字。'),
        v.maxLength(60, '请填写电脑上显示的六位数字。'),
        v.transform(readPairingCode),
        v.check((value) => value !== null, '请填写电脑上显示的六位数字。'),
        v.transform((value) => value ?? ''),
      ),
    }),
  }),
  'pairing.confirm': action<{ readonly id: string }>()({
    who: 'person',
    effect: 'change',
    summary: 'Signs that desktop in as the caller.',
    input: v.strictObject({ id: recordId }),
  }),
} as const;
