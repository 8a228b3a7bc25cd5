import { useCallback, useRef, useState } from 'react';
import type { QuestionStatistics } from '../../contract/contest/office';
import type { Pages } from '../../hooks/use-pages';
import { call } from '../../platform/call';
import { useGuardedPages } from '../../hooks/use-guarded-pages';

export type StatisticsOrder = 'hardest' | 'least-telling';

interface Statistics {
  readonly pages: Pages<QuestionStatistics>;
  /** Over how many attempts; null until they have come. */
  readonly attemptCount: number | null;
  readonly order: StatisticsOrder;
  readonly chooseOrder: (order: StatisticsOrder) => void;
}

// The whole bank comes at once, and is shown bit by bit: all its rows in one setData would be heavy for WeChat.
const ROWS_AT_ONCE = 20;

/** Least telling first; those it is not defined for come last. */
const byDiscrimination = (a: QuestionStatistics, b: QuestionStatistics): number => (a.discrimination ?? 2) - (b.discrimination ?? 2);

export function useStatistics(onForbidden: () => void): Statistics {
  const [order, chooseOrder] = useState<StatisticsOrder>('hardest');
  const [attemptCount, setAttemptCount] = useState<number | null>(null);
  const sorted = useRef<readonly QuestionStatistics[]>([]);

  const fetchPage = useCallback(
    async (cursor: string | undefined) => {
      if (cursor === undefined) {
        const result = await call('contest.statistics', {});
        if (!result.ok) return result;
        setAttemptCount(result.data.attemptCount);
        sorted.current = order === 'hardest' ? result.data.questions : [...result.data.questions].sort(byDiscrimination);
      }
      const start = Number(cursor ?? 0);
      const end = start + ROWS_AT_ONCE;
      const rows = sorted.current.slice(start, end);
      return { ok: true, data: { rows, nextCursor: end < sorted.current.length ? String(end) : null } } as const;
    },
    [order],
  );
  return { pages: useGuardedPages(fetchPage, onForbidden), attemptCount, order, chooseOrder };
}
