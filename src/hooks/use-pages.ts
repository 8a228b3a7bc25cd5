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
      /** The same rows by the page with which they came; a page whose rows are all gone stays, empty. */
      readonly blocks: readonly (readonly Row[])[];
      /** `more`: another page can be asked for; `failed`: the last attempt at it failed. */
      readonly tail: 'more' | 'loading' | 'failed' | 'end';
    };

export interface Pages<Row> {
  readonly state: PagesState<Row>;
  readonly loadMore: () => void;
  readonly reload: () => Promise<void>;
  /** Puts another row in a row's place, or, for null, takes it away; what has changed is known without reading again. */
  readonly change: (change: (row: Row) => Row | null) => void;
}

const loading = { status: 'loading' } as const;

type Ready<Row> = Extract<PagesState<Row>, { status: 'ready' }>;

const ready = <Row>(blocks: Ready<Row>['blocks'], tail: Ready<Row>['tail']): Ready<Row> => ({ status: 'ready', rows: blocks.flat(), blocks, tail });

/** The block itself where nothing in it has changed. */
function changedBlock<Row>(block: readonly Row[], change: (row: Row) => Row | null): readonly Row[] {
  const after = block.map(change);
  return after.every((row, index) => row === block[index]) ? block : after.filter((row) => row !== null);
}

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
      setState(ready([result.data.rows], result.data.nextCursor === null ? 'end' : 'more'));
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
        return ready([...shown.blocks, result.data.rows], result.data.nextCursor === null ? 'end' : 'more');
      });
    });
  }, [fetchPage]);

  const change = useCallback((changed: (row: Row) => Row | null) => {
    setState((shown) => (shown.status === 'ready' ? ready(shown.blocks.map((block) => changedBlock(block, changed)), shown.tail) : shown));
  }, []);

  useReachBottom(loadMore);

  return { state, loadMore, reload, change };
}
