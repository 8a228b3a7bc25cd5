import { useDidHide } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, keepDraft, type Draft } from '../../../platform/request/draft';

const SAVE_AFTER_MS = 400;

export interface KeptDraft {
  /** With every keystroke in it. */
  readonly latest: () => Draft;
  /** As it was last drawn: choices at once, texts once they are left. */
  readonly shown: Draft;
  /** A keystroke: kept, drawn nowhere. */
  readonly type: (change: Partial<Draft>) => void;
  /** Kept and drawn, with all that was typed before. */
  readonly choose: (change: Partial<Draft>) => void;
  /** Draws what was typed. */
  readonly draw: () => void;
  readonly saveNow: () => void;
  readonly forget: () => void;
}

/** A draft that is kept on the device a moment after every change, and at once when the page goes out of sight. */
export function useKeptDraft(slot: string, initial: Draft): KeptDraft {
  const draft = useRef(initial);
  const [shown, setShown] = useState(initial);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const stopTimer = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
  }, []);
  const saveNow = useCallback(() => {
    stopTimer();
    keepDraft(slot, draft.current);
  }, [slot, stopTimer]);
  const saveIfChanged = useCallback(() => {
    if (timer.current !== null) saveNow();
  }, [saveNow]);
  useDidHide(saveIfChanged);
  useEffect(() => saveIfChanged, [saveIfChanged]);

  const type = (change: Partial<Draft>) => {
    draft.current = { ...draft.current, ...change };
    stopTimer();
    timer.current = setTimeout(saveNow, SAVE_AFTER_MS);
  };
  return {
    latest: () => draft.current,
    shown,
    type,
    choose: (change) => {
      type(change);
      setShown(draft.current);
    },
    draw: () => setShown(draft.current),
    saveNow,
    forget: () => {
      stopTimer();
      dropDraft(slot);
    },
  };
}
