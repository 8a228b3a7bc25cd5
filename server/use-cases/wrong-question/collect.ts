import { chinaDate } from '../../../src/domain/china-time';
import { firstReview } from '../../../src/domain/review';
import { contestOf, isReleased } from '../../contest/settings';
import { refuse, Refusal } from '../../refusal';
import { findOwnAttempt } from '../../storage/contest/attempt-store';
import { addMissingWrongQuestions, countWrongQuestions } from '../../storage/stores/wrong-question-store';
import type { UseCase } from '../../use-case';
import { noAttempt } from '../contest/no-attempt';

/** The notebook tells what was wrong and why, so nothing goes into it before both are released. */
export const collectWrongQuestions: UseCase<'wrong-question.collect'> = async ({ db, campaign, caller, now }, { attemptId }) => {
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  const personId = caller.person.id;
  const attempt = await findOwnAttempt(db, contest.id, personId, attemptId);
  if (!attempt) return noAttempt();
  const { paper, earned } = attempt;
  if (earned === null) return refuse('conflict', '交卷以后才能把答错的题收进错题本。');
  const released = [contest.results, contest.explanations].every((release) => isReleased(release, contest, now));
  if (!released) return refuse('conflict', '解析公布以后才能把答错的题收进错题本。');

  const questionIds = paper.filter(({ points }, index) => (earned[index] ?? 0) < points).map(({ id }) => id);
  const notebook = { campaignId: campaign.id, personId };
  const today = chinaDate(now);
  const addedCount = await addMissingWrongQuestions(db, notebook, questionIds, { at: now, review: firstReview(today) });
  return { ...(await countWrongQuestions(db, notebook, today)), addedCount };
};
