import { usePageScroll } from '@tarojs/taro';
import { useCallback, useEffect, useRef } from 'react';
import type { LessonProgress } from '../../contract/activity/lesson';
import { call } from '../../platform/call';
import { shareSeen } from '../../platform/scroll';

const STILL_FOR_MS = 600;

/** Less than this further is not worth a call, but for the end. */
const STEP_PERCENT = 10;

interface Reading {
  readonly articleId: string;
  /** Of the element that holds the text. */
  readonly textId: string;
  /** How far the person had read before, 0 to 100. */
  readonly readPercent: number;
  readonly onProgress: (progress: LessonProgress) => void;
}

/**
 * Keeps how far the text was read, whenever scrolling has come to rest. What could not be kept is tried with the next
 * scrolling; nobody is told, for nothing is lost but the place. Returns what notes it at once, before the page is left.
 */
export function useReadingProgress({ articleId, textId, readPercent, onProgress }: Reading): () => void {
  const kept = useRef(readPercent);
  const tell = useRef(onProgress);
  tell.current = onProgress;

  const note = useCallback(async () => {
    const share = await shareSeen(textId);
    if (share === null) return;
    const percent = Math.floor(share * 100);
    const before = kept.current;
    if (percent <= before || (percent < before + STEP_PERCENT && percent < 100)) return;
    kept.current = percent;
    const result = await call('lesson.note-progress', { articleId, readPercent: percent });
    if (result.ok) tell.current(result.data);
    else if (kept.current === percent) kept.current = before;
  }, [articleId, textId]);

  const rest = useRef<ReturnType<typeof setTimeout>>();
  const noteAtRest = useCallback(() => {
    clearTimeout(rest.current);
    rest.current = setTimeout(() => void note(), STILL_FOR_MS);
  }, [note]);

  usePageScroll(noteAtRest);
  // A short text may fit the window, which then never scrolls.
  useEffect(() => {
    noteAtRest();
    return () => {
      clearTimeout(rest.current);
    };
  }, [noteAtRest]);

  return () => void note();
}
