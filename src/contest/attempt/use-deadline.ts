import { useCallback, useEffect, useRef, useState } from 'react';
import type { AnswerQueue } from '../../platform/contest/answer-queue';
import { onNetworkReturn, retryAfterMs } from '../../platform/network';

/** The time is up: the attempt is being handed in, or the network does not let it be; null while there is time. */
export type Ending = 'handing-in' | 'not-reached' | null;

interface DeadlineState {
  readonly ending: Ending;
  /** To be called when this device's clock says that the time is up. */
  readonly endTime: () => void;
}

/**
 * What happens at the deadline: what is unsent goes out within the grace, the server is asked whether the time is up,
 * and then the attempt is handed in, tried again until the server was reached. This device's clock alone ends nothing:
 * it may have been changed.
 */
export function useDeadline(queue: AnswerQueue): DeadlineState {
  const [ending, setEnding] = useState<Ending>(null);
  const underWay = useRef(false);
  const failures = useRef(0);
  const retry = useRef<ReturnType<typeof setTimeout> | null>(null);

  const endTime = useCallback(() => {
    if (retry.current !== null) clearTimeout(retry.current);
    if (underWay.current) return;
    underWay.current = true;
    // A new try is not told anew.
    setEnding((shown) => shown ?? 'handing-in');
    void end(queue).then((outcome) => {
      underWay.current = false;
      if (outcome === 'not-yet') setEnding(null);
      else if (outcome === 'not-reached') {
        setEnding('not-reached');
        failures.current += 1;
        retry.current = setTimeout(endTime, retryAfterMs(failures.current));
      }
    });
  }, [queue]);

  const isEnding = ending !== null;
  useEffect(() => {
    if (!isEnding) return undefined;
    const stopListening = onNetworkReturn(endTime);
    return () => {
      stopListening();
      if (retry.current !== null) clearTimeout(retry.current);
    };
  }, [isEnding, endTime]);

  return { ending, endTime };
}

async function end(queue: AnswerQueue): Promise<'handed-in' | 'not-yet' | 'not-reached'> {
  const reached = await queue.flush();
  if (queue.read().delivery === 'closed') return 'handed-in';
  if (!reached) return 'not-reached';
  if (queue.deadline.left() > 0) return 'not-yet';
  const result = await queue.handIn();
  return result.ok ? 'handed-in' : 'not-reached';
}
