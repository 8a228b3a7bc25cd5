import { useState } from 'react';
import type { AnswerView, PracticeQuestion, PracticeView } from '../../contract/practice';
import { useChange } from '../../hooks/use-change';
import type { CallError } from '../../platform/call';

export interface Answering {
  readonly question: PracticeQuestion | undefined;
  readonly answers: readonly (AnswerView | null)[];
  /** 0-based. */
  readonly position: number;
  readonly answer: AnswerView | null;
  readonly chosen: readonly number[];
  readonly busy: boolean;
  /** Why the choice could not be sent; the choice stays. */
  readonly error: CallError | null;
  readonly complete: boolean;
  readonly showsResult: boolean;
  readonly choose: (option: number) => void;
  readonly submit: () => void;
  readonly goTo: (position: number) => void;
  readonly goOn: () => void;
  readonly showResult: () => void;
}

/** Goes through a practice question by question; only the question at hand is drawn. */
export function useAnswering({ id, questions }: PracticeView): Answering {
  const [answers, setAnswers] = useState(() => questions.map(({ answer }) => answer));
  const [position, setPosition] = useState(() => Math.max(0, answers.indexOf(null)));
  const [showsResult, setShowsResult] = useState(() => !answers.includes(null));
  // Kept with its question, so that looking back at another one does not lose it.
  const [choice, setChoice] = useState<{ readonly at: number; readonly options: readonly number[] }>({ at: 0, options: [] });
  const { busy, error, send, clearError } = useChange('practice.answer');

  const question = questions[position];
  const answer = answers[position] ?? null;
  const picked = choice.at === position ? choice.options : [];

  const choose = (option: number) => {
    if (busy || answer !== null) return;
    clearError();
    if (question?.type !== 'multiple') setChoice({ at: position, options: [option] });
    else if (picked.includes(option)) setChoice({ at: position, options: picked.filter((other) => other !== option) });
    else setChoice({ at: position, options: [...picked, option].sort((a, b) => a - b) });
  };

  const submit = () => {
    if (question === undefined || picked.length === 0) return;
    void send({ practiceId: id, questionId: question.id, chosen: [...picked] }).then((result) => {
      if (result.ok) setAnswers((given) => given.map((kept, at) => (at === position ? result.data.answer : kept)));
    });
  };

  const goTo = (next: number) => {
    setShowsResult(false);
    setPosition(next);
  };

  const showResult = () => {
    setShowsResult(true);
  };

  const goOn = () => {
    if (position + 1 < questions.length) setPosition(position + 1);
    else if (answers.includes(null)) setPosition(answers.indexOf(null));
    else showResult();
  };

  return {
    question,
    answers,
    position,
    answer,
    chosen: answer?.chosen ?? picked,
    busy,
    error: answer === null && choice.at === position ? error : null,
    complete: !answers.includes(null),
    showsResult,
    choose,
    submit,
    goTo,
    goOn,
    showResult,
  };
}
