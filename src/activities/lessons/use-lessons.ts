import { useCallback, useState } from 'react';
import type { LessonPage, LessonRow } from '../../contract/activity/lesson';
import { usePages, type Pages } from '../../hooks/use-pages';
import { call } from '../../platform/call';

interface Lessons {
  readonly pages: Pages<LessonRow>;
  /** Null until the first page has come. */
  readonly totals: LessonPage['totals'];
  /** What is said while there is no lesson; null until the first page has come. */
  readonly coming: string | null;
}

/** The lessons with one's own progress; the totals come with the first page. */
export function useLessons(): Lessons {
  const [{ totals, coming }, setFirst] = useState<Pick<LessonPage, 'totals' | 'coming'>>({ totals: null, coming: null });
  const fetchPage = useCallback(async (cursor: string | undefined) => {
    const result = await call('lesson.list', { cursor });
    if (!result.ok) return result;
    if (cursor === undefined) setFirst(result.data);
    return { ok: true, data: { rows: result.data.lessons, nextCursor: result.data.nextCursor } } as const;
  }, []);
  return { pages: usePages(fetchPage), totals, coming };
}
