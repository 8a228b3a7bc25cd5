import { countWrongQuestions, removeWrongQuestion } from '../../storage/stores/wrong-question-store';
import type { UseCase } from '../../use-case';

/** A question that is out already is no mistake: two taps in a row mean the same as one. */
export const removeFromWrongQuestions: UseCase<'wrong-question.remove'> = async ({ db, campaign, caller }, { questionId }) => {
  await removeWrongQuestion(db, caller.person.id, questionId);
  return { total: await countWrongQuestions(db, { campaignId: campaign.id, personId: caller.person.id }) };
};
