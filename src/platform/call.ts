import type { ActionName, Input, Output } from '../contract/actions';
import type { ErrorCode, FieldErrors, Reply } from '../contract/errors';
import { currentToken, signIn } from './session';
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

async function attempt(action: ActionName, input: unknown, key: string | null): Promise<CallResult<unknown>> {
  const body = await transport({ action, input, token: currentToken(), key });
  // A gateway's error page is no answer of ours.
  return isReply(body) ? body : offline;
}

/**
 * Calls one action. Never throws: what went wrong is the result. The server says when an identity is needed or has
 * expired; then one is fetched silently and the call made once more.
 *
 * @param key the idempotency key, for a change; the same key may be sent again after `offline`
 */
export async function call<Name extends ActionName>(
  action: Name,
  input: Input<Name>,
  key: string | null = null,
): Promise<CallResult<Output<Name>>> {
  try {
    let result = await attempt(action, input, key);
    if (!result.ok && (result.error.code === 'not_signed_in' || result.error.code === 'session_expired')) {
      const session = await signIn();
      if (!isReply(session)) return offline;
      result = session.ok ? await attempt(action, input, key) : session;
    }
    return result as CallResult<Output<Name>>;
  } catch {
    return offline;
  }
}
