import { useCallback, useState } from 'react';
import type { RequestRow } from '../../contract/request/request';
import { usePages, type Pages } from '../../hooks/use-pages';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useReturn } from '../../hooks/use-return';
import { call } from '../../platform/call';
import { useChangedCases } from '../shared/changed-cases';
import { isListed, type Filter } from './filters/filter';

interface Inbox {
  readonly pages: Pages<RequestRow>;
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
}

/**
 * The offices' requests, narrowed. What was done with a case is put into its row. When the page comes back into view
 * it is read again, because others work too; except where it was read further, since that would lose the place.
 */
export function useInbox(): Inbox {
  const [filter, setFilter] = useState<Filter>({});
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('request.inbox', { ...filter, cursor });
      return result.ok ? ({ ok: true, data: { rows: result.data.requests, nextCursor: result.data.nextCursor } } as const) : result;
    },
    [filter],
  );
  const pages = usePages(fetchPage);
  const { state, reload, change } = pages;

  useChangedCases((request) => {
    change((row) => {
      if (row.id !== request.id) return row;
      const { version, state: to, stateLabel, officeName, promise } = request;
      const moved = filter.officeId !== undefined && officeName !== row.officeName;
      return isListed(filter, request) && !moved ? { ...row, version, state: to, stateLabel, officeName, promise, unanswered: row.unanswered && !hasAnswered(request) } : null;
    });
  });
  useReturn(() => {
    if (state.status !== 'ready' || state.blocks.length < 2) void reload();
  });
  usePullToRefresh(reload);

  return { pages, filter, setFilter };
}

/** The last word is the office's own. */
const hasAnswered = ({ messages }: { readonly messages: readonly { readonly audience: string; readonly by: string }[] }): boolean =>
  messages.filter(({ audience }) => audience === 'everyone').at(-1)?.by !== '企业';
