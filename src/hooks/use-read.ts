import { useCallback, useEffect, useRef, useState } from 'react';
import type { ActionName, Input, Output } from '../contract/actions';
import { call, type CallError } from '../platform/call';

export type ReadState<Data> =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: CallError }
  | { readonly status: 'ready'; readonly data: Data };

export interface Read<Data> {
  readonly state: ReadState<Data>;
  /** Asks again; what is on the screen stays there until the answer comes, and stays if it fails. */
  readonly reload: () => Promise<void>;
  /** Puts a newer answer in place, as a change returns it. */
  readonly replace: (data: Data) => void;
}

const loading = { status: 'loading' } as const;

/**
 * Reads one action when the page opens and whenever the input changes. An answer that arrives after the input has
 * changed again is dropped.
 */
export function useRead<Name extends ActionName>(action: Name, input: Input<Name>): Read<Output<Name>> {
  const [state, setState] = useState<ReadState<Output<Name>>>(loading);
  const turn = useRef(0);
  const inputKey = JSON.stringify(input);

  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    const result = await call(action, JSON.parse(inputKey) as Input<Name>);
    if (mine !== turn.current) return;
    setState((shown) => {
      if (result.ok) return { status: 'ready', data: result.data };
      return shown.status === 'ready' ? shown : { status: 'error', error: result.error };
    });
  }, [action, inputKey]);

  useEffect(() => {
    setState(loading);
    void reload();
    return () => {
      turn.current += 1;
    };
  }, [reload]);

  const retry = useCallback(async () => {
    setState((shown) => (shown.status === 'error' ? loading : shown));
    await reload();
  }, [reload]);

  const replace = useCallback((data: Output<Name>) => {
    turn.current += 1;
    setState({ status: 'ready', data });
  }, []);

  return { state, reload: retry, replace };
}
