import { Refusal } from '../../refusal';
import { readStatistics } from '../../storage/contest/office-store';
import type { UseCase } from '../../use-case';
import { questionOf } from '../contest/attempt-view';
import { contestOfOfficer } from './officer-contest';

export const questionStatistics: UseCase<'contest.statistics'> = async (context) => {
  const contest = contestOfOfficer(context);
  if (contest instanceof Refusal) return contest;
  const [statistics, bank] = await Promise.all([readStatistics(context.db, contest.id), context.readBank(context.db)]);
  return {
    attemptCount: statistics.attemptCount,
    questions: statistics.questions.map(({ questionId, ...counts }) => {
      const { topicTitle, type, stem } = questionOf(bank, questionId);
      return { questionId, topicTitle, type, stem, ...counts };
    }),
  };
};
