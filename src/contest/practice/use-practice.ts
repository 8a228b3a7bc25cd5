import { useCallback, useEffect, useState } from 'react';
import type { Input } from '../../contract/actions';
import type { PracticeView } from '../../contract/practice';
import { useChange } from '../../hooks/use-change';
import { useParameters } from '../../hooks/use-parameters';
import { settleAddress } from '../../platform/navigation';
import { call, type CallError, type CallResult } from '../../platform/call';

type PracticeState =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: CallError }
  | { readonly status: 'ready'; readonly practice: PracticeView }
  /** The address names nothing to practise. */
  | { readonly status: 'nowhere' };

interface Practice {
  readonly state: PracticeState;
  /** The lesson whose check it is; null for any other practice. */
  readonly lesson: string | null;
  readonly retry: () => void;
  /** Draws anew from where a practice was drawn. */
  readonly again: (practice: PracticeView) => void;
}

interface Wanted {
  readonly topic?: string | undefined;
  readonly lesson?: string | undefined;
  readonly from?: string | undefined;
}

function drawFrom({ topic, lesson, from }: Wanted): Input<'practice.start'> | null {
  if (topic !== undefined) return { from: 'topic', topicId: topic };
  if (lesson !== undefined) return { from: 'lesson', articleId: lesson };
  return from === 'wrong-questions' || from === 'daily' ? { from } : null;
}

const opened = (result: CallResult<PracticeView>): PracticeState =>
  result.ok ? { status: 'ready', practice: result.data } : { status: 'error', error: result.error };

/** Goes on with the practice that the address names, or starts one. */
export function usePractice(): Practice {
  const { id, topic, lesson, from } = useParameters();
  const { send } = useChange('practice.start');
  const [state, setState] = useState<PracticeState>({ status: 'loading' });

  const start = useCallback(
    async (source: Input<'practice.start'>) => {
      setState({ status: 'loading' });
      const result = await send(source);
      if (result.ok) settleAddress('/contest/practice/index', { id: result.data.id, ...(lesson !== undefined && { lesson }) });
      setState(opened(result));
    },
    [send, lesson],
  );

  const open = useCallback(async () => {
    const source = drawFrom({ topic, lesson, from });
    if (id !== undefined) {
      setState({ status: 'loading' });
      setState(opened(await call('practice.get', { practiceId: id })));
    } else if (source !== null) await start(source);
    else setState({ status: 'nowhere' });
  }, [id, topic, lesson, from, start]);

  useEffect(() => {
    void open();
  }, [open]);

  return {
    state,
    lesson: lesson ?? null,
    retry: () => void open(),
    again: ({ topicId }) => {
      if (lesson !== undefined) void start({ from: 'lesson', articleId: lesson });
      else void start(topicId === null ? { from: 'wrong-questions' } : { from: 'topic', topicId });
    },
  };
}
