import { useCallback, useState } from 'react';
import type { ArticleKind } from '../../contract/article';
import type { ManuscriptPage, ManuscriptRow, manuscriptFilters } from '../../contract/newsroom/manuscript';
import { usePages, type Pages } from '../../hooks/use-pages';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { useReturn } from '../../hooks/use-return';
import { call } from '../../platform/call';

export interface Filter {
  readonly state?: (typeof manuscriptFilters)[number] | undefined;
  readonly officeId?: string | undefined;
  readonly kind?: ArticleKind | undefined;
}

interface Manuscripts {
  readonly pages: Pages<ManuscriptRow>;
  readonly filter: Filter;
  readonly setFilter: (filter: Filter) => void;
  /** What the last answer said beside the rows; null until there is one. */
  readonly around: Pick<ManuscriptPage, 'waitingForMe' | 'offices'> | null;
}

/** The manuscripts that the caller sees, narrowed; read again when the page comes back into view, unless read further. */
export function useManuscripts(): Manuscripts {
  const [filter, setFilter] = useState<Filter>({});
  const [around, setAround] = useState<Manuscripts['around']>(null);
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('manuscript.list', { ...filter, cursor });
      if (!result.ok) return result;
      const { manuscripts, nextCursor, waitingForMe, offices } = result.data;
      setAround({ waitingForMe, offices });
      return { ok: true, data: { rows: manuscripts, nextCursor } } as const;
    },
    [filter],
  );
  const pages = usePages(fetchPage);
  const { state, reload } = pages;
  useReturn(() => {
    if (state.status !== 'ready' || state.blocks.length < 2) void reload();
  });
  usePullToRefresh(reload);
  return { pages, filter, setFilter, around };
}
