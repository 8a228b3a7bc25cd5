import { useCallback, useRef, useState } from 'react';
import type { ActionName, Input, Output } from '../contract/actions';
import { call, type CallError, type CallResult } from '../platform/call';
import { newIdempotencyKey } from '../platform/idempotency-key';

export interface Change<Name extends ActionName> {
  readonly busy: boolean;
  readonly error: CallError | null;
  /** `keptKey`: a key that outlives the page, kept with a draft. */
  readonly send: (input: Input<Name>, keptKey?: string) => Promise<CallResult<Output<Name>>>;
  readonly clearError: () => void;
}

/**
 * Sends one kind of change. The same input sent again after a failure carries the same key, so it has one effect
 * however often it is tapped; a second tap while the first is under way sends nothing.
 */
export function useChange<Name extends ActionName>(action: Name): Change<Name> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const underWay = useRef<Promise<CallResult<Output<Name>>> | null>(null);
  const unanswered = useRef<{ input: string; key: string } | null>(null);

  const send = useCallback(
    (input: Input<Name>, keptKey?: string) => {
      if (underWay.current !== null) return underWay.current;
      const text = JSON.stringify(input);
      const key = keptKey ?? (unanswered.current?.input === text ? unanswered.current.key : newIdempotencyKey());
      unanswered.current = { input: text, key };
      setBusy(true);
      setError(null);
      const sending = call(action, input, key).then((result) => {
        underWay.current = null;
        if (result.ok) unanswered.current = null;
        setBusy(false);
        setError(result.ok ? null : result.error);
        return result;
      });
      underWay.current = sending;
      return sending;
    },
    [action],
  );

  const clearError = useCallback(() => {
    setError(null);
  }, []);

  return { busy, error, send, clearError };
}
