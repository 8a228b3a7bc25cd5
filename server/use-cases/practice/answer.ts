import type { Transaction } from 'kysely';
import { chinaDate } from '../../../src/domain/china-time';
import { shownKey } from '../../../src/domain/contest/score';
import { isCorrect } from '../../../src/domain/grade';
import { firstReview, reviewAfterRight } from '../../../src/domain/review';
import { refuse, type Refusal } from '../../refusal';
import { findPracticeQuestion, lockPractice, saveAnswer, type StoredPracticeQuestion } from '../../storage/stores/practice-store';
import { noteCheckDone } from '../../storage/activity/lesson-store';
import { addWrongQuestion, lockReview, removeWrongQuestion, saveReview } from '../../storage/stores/wrong-question-store';
import type { Database } from '../../storage/tables';
import type { UseCase } from '../../use-case';
import { answerView } from './practice-view';

const refuseChosen = (message: string): Refusal => refuse('invalid_input', undefined, { chosen: message });

function impossible({ type, optionOrder }: StoredPracticeQuestion, chosen: readonly number[]): Refusal | null {
  if (chosen.some((index) => index >= optionOrder.length)) return refuseChosen('没有这个选项，请重新选择。');
  if (type !== 'multiple' && chosen.length > 1) return refuseChosen('这道题只有一个答案，请只选一项。');
  return null;
}

/** For a question in the 错题本: it comes up later, or leaves. */
async function countRightAnswer(trx: Transaction<Database>, place: { readonly personId: string; readonly questionId: string }, today: string): Promise<void> {
  const review = await lockReview(trx, place);
  if (!review) return;
  const next = reviewAfterRight(review, today);
  if (next) await saveReview(trx, place, next);
  else await removeWrongQuestion(trx, place);
}

export const answerQuestion: UseCase<'practice.answer'> = async ({ db, caller, now }, { practiceId, questionId, chosen }) => {
  const personId = caller.person.id;
  const practice = await lockPractice(db, practiceId);
  if (practice?.personId !== personId) return refuse('not_found', '没有找到这次练习，请重新开始一次。');
  const question = await findPracticeQuestion(db, practiceId, questionId);
  if (!question) return refuse('not_found', '这次练习里没有这道题。');

  const first = answerView(question);
  if (first) {
    const { answeredCount, correctCount, questionCount } = practice;
    return { answer: first, answeredCount, correctCount, questionCount };
  }
  const refusal = impossible(question, chosen);
  if (refusal) return refusal;

  const key = shownKey(question.optionOrder, question.key);
  const correct = isCorrect(chosen, key);
  const counts = await saveAnswer(db, { practiceId, questionId, chosen, correct, at: now });
  if (counts.answeredCount === practice.questionCount) await noteCheckDone(db, practiceId, now);
  if (correct) await countRightAnswer(db, { personId, questionId }, chinaDate(now));
  else await addWrongQuestion(db, { personId, questionId, at: now, review: firstReview(chinaDate(now)) });
  return {
    answer: { chosen, correct, key, explanation: question.explanation, source: question.source },
    ...counts,
    questionCount: practice.questionCount,
  };
};
