import { useDidHide } from '@tarojs/taro';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { ManuscriptView } from '../../contract/newsroom/manuscript';
import { useReturn } from '../../hooks/use-return';
import type { Entered } from './flow/entered';
import { openSaver, type Saver, type Written } from './saving/saver';

export interface Desk extends Written, Pick<Saver, 'change' | 'flush' | 'step' | 'putOver' | 'takeTheirs'> {
  /** For the next steps, until they are taken. */
  readonly entered: Entered;
  readonly enter: (part: Partial<Entered>) => void;
}

/** One manuscript on the desk: what is being written, and where it stands in the newsroom. */
export function useDesk(view: ManuscriptView): Desk {
  const [saver] = useState(() => openSaver(view));
  const [entered, setEntered] = useState<Entered>({ note: '', reason: '', publishing: {}, pinUntil: '' });
  useEffect(() => saver.start(), [saver]);
  useDidHide(() => void saver.flush());
  useReturn(() => void saver.refresh());
  const { change, flush, step, putOver, takeTheirs } = saver;
  const enter = (part: Partial<Entered>) => {
    setEntered((before) => ({ ...before, ...part }));
  };
  return { ...useSyncExternalStore(saver.subscribe, saver.read), change, flush, step, putOver, takeTheirs, entered, enter };
}
