import { useReachBottom } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CallError, CallResult } from '../platform/call';

export interface Page<Row> {
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

export type PagesState<Row> =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: CallError }
  | {
      readonly status: 'ready';
      readonly rows: readonly Row[];
      /** `more`: another page can be asked for; `failed`: the last attempt at it failed. */
      readonly tail: 'more' | 'loading' | 'failed' | 'end';
    };

export interface Pages<Row> {
  readonly state: PagesState<Row>;
  readonly loadMore: () => void;
  readonly reload: () => Promise<void>;
}

const loading = { status: 'loading' } as const;

/**
 * A list read page by page. `fetchPage` is the identity of the list: give it to `useCallback`, and a new one starts
 * the list from its first page.
 */
export function usePages<Row>(fetchPage: (cursor: string | undefined) => Promise<CallResult<Page<Row>>>): Pages<Row> {
  const [state, setState] = useState<PagesState<Row>>(loading);
  const cursor = useRef<string | null>(null);
  const turn = useRef(0);
  const busy = useRef(false);

  const reload = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    busy.current = true;
    setState((shown) => (shown.status === 'error' ? loading : shown));
    const result = await fetchPage(undefined);
    if (mine !== turn.current) return;
    busy.current = false;
    if (result.ok) {
      cursor.current = result.data.nextCursor;
      setState({ status: 'ready', rows: result.data.rows, tail: result.data.nextCursor === null ? 'end' : 'more' });
    } else {
      setState((shown) => {
        if (shown.status !== 'ready') return { status: 'error', error: result.error };
        // The next page that was under way was given up for this attempt.
        return shown.tail === 'loading' ? { ...shown, tail: 'failed' } : shown;
      });
    }
  }, [fetchPage]);

  useEffect(() => {
    setState(loading);
    cursor.current = null;
    void reload();
    return () => {
      turn.current += 1;
    };
  }, [reload]);

  const loadMore = useCallback(() => {
    if (busy.current || cursor.current === null) return;
    busy.current = true;
    const mine = turn.current;
    setState((shown) => (shown.status === 'ready' ? { ...shown, tail: 'loading' } : shown));
    void fetchPage(cursor.current).then((result) => {
      if (mine !== turn.current) return;
      busy.current = false;
      if (result.ok) cursor.current = result.data.nextCursor;
      setState((shown) => {
        if (shown.status !== 'ready') return shown;
        if (!result.ok) return { ...shown, tail: 'failed' };
        return {
          status: 'ready',
          rows: [...shown.rows, ...result.data.rows],
          tail: result.data.nextCursor === null ? 'end' : 'more',
        };
      });
    });
  }, [fetchPage]);

  useReachBottom(loadMore);

  return { state, loadMore, reload };
}
