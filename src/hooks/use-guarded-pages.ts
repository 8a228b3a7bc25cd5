import { useEffect } from 'react';
import { usePages, type Page, type Pages } from './use-pages';
import { usePullToRefresh } from './use-pull-to-refresh';
import type { CallResult } from '../platform/call';

export interface GuardedProps {
  /** The list is not this caller's to see. */
  readonly onForbidden: () => void;
}

/** A list that not everybody may read; that the caller may not is told to the page. */
export function useGuardedPages<Row>(fetchPage: (cursor: string | undefined) => Promise<CallResult<Page<Row>>>, onForbidden: () => void): Pages<Row> {
  const pages = usePages(fetchPage);
  usePullToRefresh(pages.reload);
  const forbidden = pages.state.status === 'error' && pages.state.error.code === 'forbidden';
  useEffect(() => {
    if (forbidden) onForbidden();
  }, [forbidden, onForbidden]);
  return pages;
}
