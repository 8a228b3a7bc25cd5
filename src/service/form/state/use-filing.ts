import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { CallError } from '../../../platform/call';
import { backTo, replace } from '../../../platform/navigation';
import { fileRequest, filingState, onFilingChange, settle, takeBack, type Filing } from '../../../platform/request/filing';

export interface Sending {
  /** `waiting`: for the network; then it is sent by itself. */
  readonly status: 'no' | 'busy' | 'waiting';
  readonly file: (filing: Filing) => void;
  /** To change what waits. */
  readonly takeBack: () => void;
}

interface Outcome {
  readonly returned: boolean;
  readonly onRefused: (error: CallError) => void;
}

/** The way of this form's request to the server, and from there to its page. */
export function useFiling(slot: string, { returned, onRefused }: Outcome): Sending {
  const state = useSyncExternalStore(
    (listener) => onFilingChange(slot, listener),
    () => filingState(slot),
  );
  const [isShown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));

  const refuse = useRef(onRefused);
  refuse.current = onRefused;
  useEffect(() => {
    // Another page lies on this one: nobody is led away from that.
    if (!isShown) return;
    if (state.status === 'filed') {
      const { id } = state.request;
      settle(slot);
      if (returned) backTo('/service/request/index', { id });
      else replace('/service/request/index', { id, filed: 'now' });
    } else if (state.status === 'refused') {
      takeBack(slot);
      refuse.current(state.error);
    }
  }, [isShown, state, slot, returned]);

  return {
    status: state.status === 'waiting' ? 'waiting' : state.status === 'sending' || state.status === 'filed' ? 'busy' : 'no',
    file: (filing) => fileRequest(slot, filing),
    takeBack: () => takeBack(slot),
  };
}
