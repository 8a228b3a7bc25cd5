import type { ParsedInput } from '../../../src/contract/actions';
import type { ContestSettings } from '../../campaign/schema';
import { closeAttempt, isAccepting, isClosed, type LastAnswers } from '../../contest/close-attempt';
import { contestOf } from '../../contest/settings';
import { refuse, Refusal } from '../../refusal';
import { findOwnAttempt, type StoredAttempt } from '../../storage/contest/attempt-store';
import type { Context, UseCase } from '../../use-case';
import { submittedView } from './attempt-view';
import { givenAnswers, indexNotAsked, notAsked } from './given-answers';
import { noAttempt } from './no-attempt';

// Each time round somebody else has got further: a save of another device, an erratum, another attempt of this person.
const TRIES = 20;

/** What counts of a hand-in's own answers: null when it comes too late for them. */
async function lastAnswers(
  { db, now, readBank }: Context<'contest.submit'>,
  contest: ContestSettings,
  attempt: StoredAttempt,
  { answers, hiddenCount }: ParsedInput<'contest.submit'>,
): Promise<LastAnswers | null | Refusal> {
  if (!isAccepting(attempt, contest.graceSeconds, now)) return null;
  const unasked = indexNotAsked(answers, attempt.paper);
  if (unasked >= 0) return notAsked(unasked);
  const given = givenAnswers(answers, await readBank(db));
  return given instanceof Refusal ? given : { answers: given, hiddenCount };
}

export const submitAttempt: UseCase<'contest.submit'> = async (context, input) => {
  const { db, campaign, caller, now, readBank } = context;
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const attempt = await findOwnAttempt(db, contest.id, caller.person.id, input.attemptId);
    if (!attempt) return noAttempt();
    if (isClosed(attempt)) return submittedView(attempt);
    const last = await lastAnswers(context, contest, attempt, input);
    if (last instanceof Refusal) return last;
    const closed = await closeAttempt({ db, contest, readBank, now }, attempt, last);
    if (closed) return submittedView(closed);
  }
  return refuse('conflict');
};
