import { useCallback, useEffect, useState } from 'react';
import type { Input } from '../../contract/actions';
import type { PracticeView } from '../../contract/practice';
import { useChange } from '../../hooks/use-change';
import { useParameters } from '../../hooks/use-parameters';
import { call, type CallError, type CallResult } from '../../platform/call';

type PracticeState =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: CallError }
  | { readonly status: 'ready'; readonly practice: PracticeView }
  /** The address names nothing to practise. */
  | { readonly status: 'nowhere' };

interface Practice {
  readonly state: PracticeState;
  readonly retry: () => void;
  /** Draws anew from where this practice was drawn; null when it was gone on with and that is not known. */
  readonly again: (() => void) | null;
}

function drawFrom(topic: string | undefined, from: string | undefined): Input<'practice.start'> | null {
  if (topic !== undefined) return { from: 'topic', topicId: topic };
  return from === 'wrong-questions' ? { from } : null;
}

const opened = (result: CallResult<PracticeView>): PracticeState =>
  result.ok ? { status: 'ready', practice: result.data } : { status: 'error', error: result.error };

/** Goes on with the practice that the address names, or starts one. */
export function usePractice(): Practice {
  const { id, topic, from } = useParameters();
  const { send } = useChange('practice.start');
  const [state, setState] = useState<PracticeState>({ status: 'loading' });

  const open = useCallback(async () => {
    setState({ status: 'loading' });
    const source = drawFrom(topic, from);
    if (id !== undefined) setState(opened(await call('practice.get', { practiceId: id })));
    else if (source !== null) setState(opened(await send(source)));
    else setState({ status: 'nowhere' });
  }, [id, topic, from, send]);

  useEffect(() => {
    void open();
  }, [open]);

  const reopen = useCallback(() => void open(), [open]);
  return { state, retry: reopen, again: id === undefined ? reopen : null };
}
