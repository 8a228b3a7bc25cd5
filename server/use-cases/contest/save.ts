import type { ParsedInput } from '../../../src/contract/actions';
import { latestRevision } from '../../../src/domain/contest/answers';
import type { ContestSettings } from '../../campaign/schema';
import { isAccepting } from '../../contest/close-attempt';
import { contestOf } from '../../contest/settings';
import { refuse, Refusal } from '../../refusal';
import { findOwnAttempt, saveAnswers as save } from '../../storage/contest/attempt-store';
import type { Context, UseCase } from '../../use-case';
import { remainingMs } from './attempt-view';
import { givenAnswers, indexNotAsked, notAsked } from './given-answers';
import { noAttempt } from './no-attempt';

async function whyNotSaved({ db, caller, now }: Context<'contest.save'>, contest: ContestSettings, { attemptId, answers }: ParsedInput<'contest.save'>): Promise<Refusal> {
  const attempt = await findOwnAttempt(db, contest.id, caller.person.id, attemptId);
  if (!attempt) return noAttempt();
  if (attempt.state === 'submitted') return refuse('attempt_closed');
  if (!isAccepting(attempt, contest.graceSeconds, now)) return refuse('attempt_closed', '答题时间已到，之前保存的答案会自动交卷。');
  return notAsked(indexNotAsked(answers, attempt.paper));
}

export const saveAnswers: UseCase<'contest.save'> = async (context, input) => {
  const { db, campaign, caller, now, readBank } = context;
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  const given = givenAnswers(input.answers, await readBank(db));
  if (given instanceof Refusal) return given;
  const saved = await save(db, {
    contestId: contest.id,
    personId: caller.person.id,
    attemptId: input.attemptId,
    answers: given,
    hiddenCount: input.hiddenCount,
    notBefore: new Date(now.getTime() - contest.graceSeconds * 1000),
  });
  if (!saved) return whyNotSaved(context, contest, input);
  return {
    remainingMs: remainingMs(saved.deadlineAt, now),
    revision: latestRevision(saved.answers),
    newer: Object.entries(given).flatMap(([questionId, sent]) => {
      const kept = saved.answers[questionId] ?? sent;
      return JSON.stringify(kept) === JSON.stringify(sent) ? [] : [{ questionId, chosen: kept[1] }];
    }),
  };
};
