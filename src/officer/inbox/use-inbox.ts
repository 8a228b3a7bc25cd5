import { stopPullDownRefresh, useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro';
import { useCallback, useState } from 'react';
import type { RequestRow } from '../../contract/request';
import type { RequestState } from '../../domain/request-state';
import { usePages, type Pages } from '../../hooks/use-pages';
import { call } from '../../platform/call';

interface Inbox {
  readonly pages: Pages<RequestRow>;
  readonly chosen: RequestState;
  readonly choose: (state: RequestState) => void;
}

/** The offices' requests in one state; read again when the page comes back into view, because a case moves on. */
export function useInbox(): Inbox {
  const [chosen, choose] = useState<RequestState>('submitted');
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('request.inbox', { state: chosen, cursor });
      return result.ok ? ({ ok: true, data: { rows: result.data.requests, nextCursor: result.data.nextCursor } } as const) : result;
    },
    [chosen],
  );
  const pages = usePages(fetchPage);

  useDidShow(() => {
    // The first showing finds the first reading under way.
    if (pages.state.status !== 'loading') void pages.reload();
  });
  usePullDownRefresh(() => {
    void pages.reload().finally(() => {
      stopPullDownRefresh();
    });
  });
  useReachBottom(pages.loadMore);

  return { pages, chosen, choose };
}
