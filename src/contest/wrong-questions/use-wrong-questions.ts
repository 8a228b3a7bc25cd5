import { useDidShow } from '@tarojs/taro';
import { useCallback, useRef, useState } from 'react';
import type { WrongQuestion } from '../../contract/practice';
import { usePages, type Pages } from '../../hooks/use-pages';
import { call } from '../../platform/call';
import { open } from '../../platform/navigation';

interface WrongQuestions {
  readonly pages: Pages<WrongQuestion>;
  /** In the whole book; null until the first page has come. */
  readonly total: number | null;
  readonly setTotal: (total: number) => void;
  readonly practise: () => void;
}

export function useWrongQuestions(): WrongQuestions {
  const [total, setTotal] = useState<number | null>(null);

  const fetchPage = useCallback(async (cursor: string | undefined) => {
    const result = await call('wrong-question.list', { cursor });
    if (!result.ok) return result;
    setTotal(result.data.total);
    return { ok: true, data: { rows: result.data.questions, nextCursor: result.data.nextCursor } } as const;
  }, []);
  const pages = usePages(fetchPage);

  // Only a practice changes the book from outside; any other return keeps the place in the list.
  const practised = useRef(false);
  useDidShow(() => {
    if (practised.current) void pages.reload();
    practised.current = false;
  });
  const practise = () => {
    practised.current = true;
    open('/contest/practice/index', { from: 'wrong-questions' });
  };

  return { pages, total, setTotal, practise };
}
