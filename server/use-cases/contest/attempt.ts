import { contestOf } from '../../contest/settings';
import { Refusal } from '../../refusal';
import { findOwnAttempt } from '../../storage/contest/attempt-store';
import type { UseCase } from '../../use-case';
import { attemptView } from './attempt-view';
import { noAttempt } from './no-attempt';

export const getAttempt: UseCase<'contest.attempt'> = async ({ db, campaign, caller, now, readBank }, { attemptId }) => {
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  const attempt = await findOwnAttempt(db, contest.id, caller.person.id, attemptId);
  return attempt ? attemptView(attempt, await readBank(db), now) : noAttempt();
};
