import { useCallback, useState } from 'react';
import type { RequestRow } from '../../contract/request/request';
import type { RequestState } from '../../domain/request/state';
import { usePages, type Pages } from '../../hooks/use-pages';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useReturn } from '../../hooks/use-return';
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

  useReturn(() => void pages.reload());
  usePullToRefresh(pages.reload);

  return { pages, chosen, choose };
}
