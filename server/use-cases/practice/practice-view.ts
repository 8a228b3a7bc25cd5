import type { AnswerView, PracticeQuestion, PracticeView } from '../../../src/contract/practice';
import { shownKey } from '../../../src/domain/contest/score';
import type { StoredPractice, StoredPracticeQuestion } from '../../storage/stores/practice-store';

/** The only way by which a key leaves the server: null for as long as there is no answer. */
export function answerView(question: StoredPracticeQuestion): AnswerView | null {
  const { chosen, correct, explanation, source } = question;
  if (chosen === null || correct === null) return null;
  return { chosen, correct, key: shownKey(question.optionOrder, question.key), explanation, source };
}

const questionView = (question: StoredPracticeQuestion): PracticeQuestion => ({
  id: question.questionId,
  type: question.type,
  stem: question.stem,
  options: question.optionOrder.map((original) => question.options[original] ?? ''),
  answer: answerView(question),
});

export const practiceView = (
  { id, topicId, dailyOn, title, answeredCount, correctCount }: StoredPractice,
  questions: readonly StoredPracticeQuestion[],
): PracticeView => ({ id, topicId, dailyOn, title, questions: questions.map(questionView), answeredCount, correctCount });
