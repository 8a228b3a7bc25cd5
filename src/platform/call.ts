import type { ActionName, Input, Output } from '../contract/actions';
import type { ErrorCode, FieldErrors, Reply } from '../contract/errors';
import { currentToken, signIn } from './session';
import { isSinglePage } from './single-page';
import { transport } from './transport';

export interface CallError {
  /** `offline`: the network did not carry the call; whether it arrived is not known. */
  readonly code: ErrorCode | 'offline';
  readonly message: string;
  readonly fields?: FieldErrors;
}

export type CallResult<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly error: CallError };

const offline: CallResult<never> = {
  ok: false,
  error: { code: 'offline', message: '网络不太好，没有连上服务，请检查网络后重试。' },
};

const isReply = (body: unknown): body is Reply<unknown> =>
  typeof body === 'object' && body !== null && 'ok' in body && ('data' in body || 'error' in body);

/**
 * Carries something to the backend. Never throws: what went wrong is the result. The server says when an identity is
 * needed or has expired; then one is fetched silently and it is carried once more.
 *
 * @param carry brings back the server's answer; throws when the network did not
 */
export async function withIdentity<Data>(carry: (token: string | null) => Promise<unknown>): Promise<CallResult<Data>> {
  const attempt = async (): Promise<CallResult<Data>> => {
    const body = await carry(currentToken());
    // A gateway's error page is no answer of ours.
    return isReply(body) ? (body as Reply<Data>) : offline;
  };
  try {
    const result = await attempt();
    // In Moments WeChat signs nobody in.
    if (result.ok || isSinglePage() || (result.error.code !== 'not_signed_in' && result.error.code !== 'session_expired')) return result;
    const session = await signIn();
    if (!isReply(session)) return offline;
    return session.ok ? await attempt() : session;
  } catch {
    return offline;
  }
}

/**
 * Calls one action. Never throws.
 *
 * @param key the idempotency key, for a change; the same key may be sent again after `offline`
 */
export const call = <Name extends ActionName>(action: Name, input: Input<Name>, key: string | null = null): Promise<CallResult<Output<Name>>> =>
  withIdentity((token) => transport({ action, input, token, key }));
