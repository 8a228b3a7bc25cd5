import { useCallback, useState } from 'react';
import type { Input } from '../../contract/actions';
import type { BoardRow, BoardView } from '../../contract/contest/board';
import type { BoardKind } from '../../contract/contest/contest';
import { usePages, type Pages } from '../../hooks/use-pages';
import { usePullToRefresh } from '../../hooks/use-pull-to-refresh';
import { call } from '../../platform/call';

export type BoardOrder = NonNullable<Input<'contest.board'>['order']>;

/** What a board says besides its rows. */
export type BoardHead = Omit<BoardView, 'rows' | 'nextCursor'>;

interface Board {
  /** Null until the first page has come. */
  readonly head: BoardHead | null;
  readonly pages: Pages<BoardRow>;
}

/** One board in one order; another one is another component, so that a late answer finds nobody. */
export function useBoard(kind: BoardKind, order: BoardOrder, onHead: (head: BoardHead) => void): Board {
  const [head, setHead] = useState<BoardHead | null>(null);
  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      const result = await call('contest.board', { kind, order, cursor });
      if (!result.ok) return result;
      const { rows, nextCursor, ...rest } = result.data;
      if (cursor === undefined) {
        setHead(rest);
        onHead(rest);
      }
      return { ok: true, data: { rows, nextCursor } } as const;
    },
    [kind, order, onHead],
  );
  const pages = usePages(fetchPage);
  usePullToRefresh(pages.reload);
  return { head, pages };
}
