import { refuse } from '../../refusal';
import { findPractice, listPracticeQuestions } from '../../storage/stores/practice-store';
import type { UseCase } from '../../use-case';
import { practiceView } from './practice-view';

export const getPractice: UseCase<'practice.get'> = async ({ db, caller }, { practiceId }) => {
  const practice = await findPractice(db, practiceId);
  if (practice?.personId !== caller.person.id) return refuse('not_found', '没有找到这次练习，请重新开始一次。');
  return practiceView(practice, await listPracticeQuestions(db, practiceId));
};
