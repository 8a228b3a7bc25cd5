import { useCallback, useEffect, useRef, useState } from 'react';
import type { AttemptView } from '../../contract/contest/attempt';
import { useParameters } from '../../hooks/use-parameters';
import { call, type CallError } from '../../platform/call';
import { openAnswerQueue, type AnswerQueue } from '../../platform/contest/answer-queue';
import { dropAttempt } from '../../platform/contest/kept-attempt';
import { dropStartNonce, startNonce } from '../../platform/contest/start-nonce';
import { replace, settleAddress } from '../../platform/navigation';
import { notify } from '../../platform/notify';

export type AttemptState =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: CallError }
  | { readonly status: 'open'; readonly attempt: AttemptView; readonly queue: AnswerQueue };

export const toResult = (attemptId: string): void => {
  replace('/contest/result/index', { id: attemptId, just: 'submitted' });
};

async function startOrGoOn(id: string | undefined) {
  if (id !== undefined) return call('contest.attempt', { attemptId: id });
  const result = await call('contest.start', { nonce: await startNonce() });
  if (result.ok) {
    dropStartNonce();
    settleAddress('/contest/attempt/index', { id: result.data.id });
  }
  return result;
}

const takenOverWords = ({ questions }: AttemptView, ids: readonly string[]): string => {
  const numbers = questions.flatMap(({ id }, index) => (ids.includes(id) ? [index + 1] : []));
  return `第 ${numbers.join('、')} 题在另一台设备上改过，已经更新`;
};

/** Starts an attempt, or goes on with the one that the address names; one that was handed in leads to its result. */
export function useAttempt(): { readonly state: AttemptState; readonly retry: () => void } {
  const { id } = useParameters();
  const [state, setState] = useState<AttemptState>({ status: 'loading' });
  const opened = useRef<AnswerQueue | null>(null);
  const isGone = useRef(false);

  const open = useCallback(async () => {
    setState({ status: 'loading' });
    const sentAt = Date.now();
    const result = await startOrGoOn(id);
    if (isGone.current) return;
    if (!result.ok) {
      setState({ status: 'error', error: result.error });
      return;
    }
    const attempt = result.data;
    if (attempt.state === 'submitted') {
      dropAttempt(attempt.id);
      toResult(attempt.id);
      return;
    }
    const queue = openAnswerQueue({ attempt, sentAt, onTakenOver: (ids) => notify(takenOverWords(attempt, ids)) });
    opened.current = queue;
    setState({ status: 'open', attempt, queue });
  }, [id]);

  useEffect(() => {
    isGone.current = false;
    void open();
    return () => {
      isGone.current = true;
      opened.current?.leave();
    };
  }, [open]);

  return { state, retry: () => void open() };
}
