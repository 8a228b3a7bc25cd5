import { ok, settled, stage } from '../../../support/taro/taro';
import { fireEvent, render, screen } from '@testing-library/react';
import type { Input } from '../../../../src/contract/actions';
import type { AttemptView, SavedView } from '../../../../src/contract/contest/attempt';
import AttemptPage from '../../../../src/contest/attempt';
import { attempt, attemptId, questions } from '../sample-contest';

export const RESULT = `/contest/result/index?id=${attemptId}&just=submitted`;

export const saved = (change: Partial<SavedView> = {}) => ok<SavedView>({ remainingMs: 800_000, revision: 1, newer: [], ...change });
export const submitted = ok({ attemptId, submittedAt: '2017-09-07T09:06:00+08:00', closedBy: 'person' } as const);

export const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
export const choose = (name: RegExp) => fireEvent.click(screen.getByRole(questions[1].options.some((text) => name.test(text)) ? 'checkbox' : 'radio', { name }));

export const open = async (view: Partial<AttemptView> = {}) => {
  stage.params = { id: attemptId };
  stage.answer('contest.attempt', () => ok({ ...attempt, ...view }));
  const page = render(<AttemptPage />);
  await settled();
  return page;
};

/** What the calls of `contest.save` or `contest.submit` carried. */
export const answersIn = (action: 'contest.save' | 'contest.submit') => stage.sentTo(action).map(({ input }) => (input as Input<'contest.save'>).answers);

export const keptHere = () => Object.keys(localStorage).filter((key) => key.startsWith('attempt '));

export function reachServer(): void {
  stage.reset();
  stage.answer('contest.save', () => saved());
  stage.answer('contest.submit', () => submitted);
}
