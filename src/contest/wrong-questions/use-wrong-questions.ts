import { useDidShow } from '@tarojs/taro';
import { useCallback, useRef, useState } from 'react';
import type { NotebookCounts, WrongQuestion } from '../../contract/practice';
import { usePages, type Pages } from '../../hooks/use-pages';
import { call } from '../../platform/call';
import { open } from '../../platform/navigation';

interface WrongQuestions {
  readonly pages: Pages<WrongQuestion>;
  /** Null until the first page has come. */
  readonly counts: NotebookCounts | null;
  readonly setCounts: (counts: NotebookCounts) => void;
  readonly practise: () => void;
}

export function useWrongQuestions(): WrongQuestions {
  const [counts, setCounts] = useState<NotebookCounts | null>(null);

  const fetchPage = useCallback(async (cursor: string | undefined) => {
    const result = await call('wrong-question.list', { cursor });
    if (!result.ok) return result;
    const { questions, nextCursor, ...all } = result.data;
    setCounts(all);
    return { ok: true, data: { rows: questions, nextCursor } } as const;
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

  return { pages, counts, setCounts, practise };
}
