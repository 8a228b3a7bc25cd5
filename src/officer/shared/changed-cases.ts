import { useEffect, useRef } from 'react';
import type { RequestView } from '../../contract/request/request';

type Listener = (request: RequestView) => void;

const listeners = new Set<Listener>();

/** What was done with a case is told to the lists that lie below it or beside it, so that none has to be read again. */
export function tellChangedCase(request: RequestView): void {
  for (const listener of listeners) listener(request);
}

export function useChangedCases(listener: Listener): void {
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(() => {
    const hear: Listener = (request) => {
      latest.current(request);
    };
    listeners.add(hear);
    return () => void listeners.delete(hear);
  }, []);
}
