import { chinaDate } from '../../../src/domain/china-time';
import { countWrongQuestions, removeWrongQuestion } from '../../storage/stores/wrong-question-store';
import type { UseCase } from '../../use-case';

/** A question that is out already is no mistake: two taps in a row mean the same as one. */
export const removeFromWrongQuestions: UseCase<'wrong-question.remove'> = async ({ db, campaign, caller, now }, { questionId }) => {
  const personId = caller.person.id;
  await removeWrongQuestion(db, { personId, questionId });
  return countWrongQuestions(db, { campaignId: campaign.id, personId }, chinaDate(now));
};
