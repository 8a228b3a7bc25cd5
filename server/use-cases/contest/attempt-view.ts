import type { AttemptView, SubmittedView } from '../../../src/contract/contest/attempt';
import { chinaIso } from '../../../src/domain/china-time';
import { latestRevision } from '../../../src/domain/contest/answers';
import type { Bank } from '../../contest/bank';
import type { StoredBankQuestion } from '../../storage/contest/contest-store';
import type { ClosedAttempt } from '../../contest/close-attempt';
import type { StoredAttempt } from '../../storage/contest/attempt-store';

/** @throws when the bank has no such question; no question of a paper ever leaves it */
export function questionOf({ questions }: Bank, id: string): StoredBankQuestion {
  const question = questions.get(id);
  if (!question) throw new Error(`The bank has no question ${id}.`);
  return question;
}

export const shownOptions = ({ options }: StoredBankQuestion, optionOrder: readonly number[]): string[] => optionOrder.map((original) => options[original] ?? '');

export const remainingMs = (deadlineAt: Date, now: Date): number => Math.max(0, deadlineAt.getTime() - now.getTime());

type Shown = Pick<StoredAttempt, 'id' | 'number' | 'state' | 'paper' | 'answers' | 'startedAt' | 'deadlineAt'>;

/** Nothing in it depends on which options are right. */
export const attemptView = ({ id, number, state, paper, answers, startedAt, deadlineAt }: Shown, bank: Bank, now: Date): AttemptView => ({
  id,
  number,
  state,
  startedAt: chinaIso(startedAt),
  deadlineAt: chinaIso(deadlineAt),
  remainingMs: state === 'open' ? remainingMs(deadlineAt, now) : 0,
  revision: latestRevision(answers),
  questions: paper.map(({ id: questionId, points, optionOrder }) => {
    const question = questionOf(bank, questionId);
    return { id: questionId, type: question.type, stem: question.stem, options: shownOptions(question, optionOrder), points, chosen: answers[questionId]?.[1] ?? [] };
  }),
});

export const submittedView = ({ id, submittedAt, closedBy }: ClosedAttempt): SubmittedView => ({ attemptId: id, submittedAt: chinaIso(submittedAt), closedBy });
