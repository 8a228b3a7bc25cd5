import { useEffect } from 'react';
import { usePages, type Page, type Pages } from '../../hooks/use-pages';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import type { CallResult } from '../../platform/call';

export interface PartProps {
  /** The caller's office does not hold the contest. */
  readonly onForbidden: () => void;
}

/** A list of this page's; that it is another office's to see is told to the page. */
export function useOfficePages<Row>(fetchPage: (cursor: string | undefined) => Promise<CallResult<Page<Row>>>, onForbidden: () => void): Pages<Row> {
  const pages = usePages(fetchPage);
  usePullToRefresh(pages.reload);
  const forbidden = pages.state.status === 'error' && pages.state.error.code === 'forbidden';
  useEffect(() => {
    if (forbidden) onForbidden();
  }, [forbidden, onForbidden]);
  return pages;
}
