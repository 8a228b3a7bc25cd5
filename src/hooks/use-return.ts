import { useDidHide, useDidShow } from '@tarojs/taro';
import { useRef } from 'react';

/** Runs when the page comes back into view after it was hidden: what it shows may have moved on meanwhile. */
export function useReturn(onReturn: () => void): void {
  const hidden = useRef(false);
  useDidHide(() => {
    hidden.current = true;
  });
  useDidShow(() => {
    if (hidden.current) onReturn();
    hidden.current = false;
  });
}
