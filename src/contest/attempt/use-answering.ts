import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useDidHide } from '@tarojs/taro';
import type { AttemptQuestion, AttemptView } from '../../contract/contest/attempt';
import { useReturn } from '../../hooks/use-return';
import type { CallError } from '../../platform/call';
import type { AnswerQueue, QueueState } from '../../platform/contest/answer-queue';
import { confirm } from '../../platform/notify';
import { toResult } from './use-attempt';
import { useDeadline, type Ending } from './use-deadline';

export interface Answering {
  readonly questions: readonly AttemptQuestion[];
  /** Undefined while the sheet is shown. */
  readonly question: AttemptQuestion | undefined;
  /** 0-based. */
  readonly position: number;
  readonly state: QueueState;
  readonly answeredCount: number;
  readonly ending: Ending;
  readonly showsSheet: boolean;
  readonly busy: boolean;
  /** Why it could not be handed in; the answers stay. */
  readonly error: CallError | null;
  readonly choose: (option: number) => void;
  readonly goTo: (position: number) => void;
  readonly showSheet: () => void;
  readonly handIn: () => Promise<void>;
  readonly endTime: () => void;
}

/** Goes through an attempt question by question; only the question at hand is drawn. */
export function useAnswering({ id, questions }: AttemptView, queue: AnswerQueue): Answering {
  const state = useSyncExternalStore(queue.subscribe, queue.read);
  const isAnswered = (questionId: string): boolean => (state.chosen[questionId]?.length ?? 0) > 0;
  const firstUnanswered = questions.findIndex((question) => !isAnswered(question.id));
  const [position, setPosition] = useState(() => Math.min(queue.position ?? Math.max(0, firstUnanswered), questions.length - 1));
  const [showsSheet, setShowsSheet] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | null>(null);
  const { ending, endTime } = useDeadline(queue);
  const question = questions[position];

  useDidHide(queue.countHidden);
  useReturn(() => void queue.refresh());
  useEffect(() => {
    if (state.delivery === 'closed') toResult(id);
  }, [id, state.delivery]);

  const goTo = useCallback(
    (next: number) => {
      queue.keepPosition(next);
      setShowsSheet(false);
      setPosition(next);
    },
    [queue],
  );

  const choose = (option: number) => {
    if (question === undefined || ending !== null || busy) return;
    const before = state.chosen[question.id] ?? [];
    if (question.type !== 'multiple') queue.choose(question.id, [option]);
    else if (before.includes(option)) queue.choose(question.id, before.filter((other) => other !== option));
    else queue.choose(question.id, [...before, option].sort((a, b) => a - b));
  };

  const underWay = useRef(false);
  const handIn = async () => {
    if (underWay.current) return;
    underWay.current = true;
    const unanswered = questions.filter((one) => !isAnswered(one.id)).length;
    const yes = await confirm(
      unanswered === 0
        ? { title: '确认交卷', text: `${questions.length} 题都已作答。交卷后不能再修改答案。`, yes: '交卷', no: '再看看' }
        : { title: `还有 ${unanswered} 题没有作答`, text: '没有作答的题不得分。交卷后不能再修改答案。', yes: '交卷', no: '去作答' },
    );
    if (yes) {
      setBusy(true);
      setError(null);
      const result = await queue.handIn();
      setBusy(false);
      if (!result.ok) setError(result.error);
    } else if (firstUnanswered >= 0) goTo(firstUnanswered);
    underWay.current = false;
  };

  return {
    questions,
    question: showsSheet ? undefined : question,
    position,
    state,
    answeredCount: questions.filter((one) => isAnswered(one.id)).length,
    ending,
    showsSheet,
    busy,
    error,
    choose,
    goTo,
    showSheet: () => {
      setError(null);
      setShowsSheet(true);
    },
    handIn,
    endTime,
  };
}
