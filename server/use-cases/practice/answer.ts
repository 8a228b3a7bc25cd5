import { isCorrect } from '../../../src/domain/grade';
import { refuse, type Refusal } from '../../refusal';
import { findPracticeQuestion, lockPractice, saveAnswer, type StoredPracticeQuestion } from '../../storage/stores/practice-store';
import { addWrongQuestion, removeWrongQuestion } from '../../storage/stores/wrong-question-store';
import type { UseCase } from '../../use-case';
import { answerView, shownKey } from './practice-view';

const refuseChosen = (message: string): Refusal => refuse('invalid_input', undefined, { chosen: message });

function impossible({ type, optionOrder }: StoredPracticeQuestion, chosen: readonly number[]): Refusal | null {
  if (chosen.some((index) => index >= optionOrder.length)) return refuseChosen('没有这个选项，请重新选择。');
  if (type !== 'multiple' && chosen.length > 1) return refuseChosen('这道题只有一个答案，请只选一项。');
  return null;
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

  const key = shownKey(question);
  const correct = isCorrect(chosen, key);
  const counts = await saveAnswer(db, { practiceId, questionId, chosen, correct, at: now });
  if (correct) await removeWrongQuestion(db, personId, questionId);
  else await addWrongQuestion(db, { personId, questionId, at: now });
  return {
    answer: { chosen, correct, key, explanation: question.explanation, source: question.source },
    ...counts,
    questionCount: practice.questionCount,
  };
};
