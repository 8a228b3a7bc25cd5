import { chinaDate, monthDay } from '../../../src/domain/china-time';
import { contestOf, isReleased } from '../../contest/settings';
import { refuse, Refusal } from '../../refusal';
import { insertAppeal } from '../../storage/contest/appeal-store';
import { findOwnAttempt } from '../../storage/contest/attempt-store';
import { listBankQuestions } from '../../storage/contest/contest-store';
import type { UseCase } from '../../use-case';
import { noAttempt } from '../contest/no-attempt';

export const submitAppeal: UseCase<'appeal.submit'> = async ({ db, campaign, caller, now, newId }, { attemptId, questionId, reason }) => {
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  const attempt = await findOwnAttempt(db, contest.id, caller.person.id, attemptId);
  if (!attempt) return noAttempt();
  if (!attempt.paper.some(({ id }) => id === questionId)) return refuse('not_found', '这份答卷里没有这道题。');
  if (attempt.state === 'open') return refuse('conflict', '交卷以后才能申诉。');
  if (!isReleased(contest.explanations, contest, now)) return refuse('conflict', '解析公布以后才能申诉。');
  if (chinaDate(now) > contest.appealsUntil) return refuse('conflict', `申诉已于 ${monthDay(contest.appealsUntil)}截止。`);
  const [question] = await listBankQuestions(db, [questionId]);
  if (question?.voided) return refuse('conflict', '这道题已经作废，凡抽到它的答卷都计了满分，不需要再申诉。');
  const filed = await insertAppeal(db, { id: newId(), contestId: contest.id, questionId, attemptId, personId: caller.person.id, reason, filedAt: now });
  return filed ? { state: 'open', reason, reply: null } : refuse('conflict', '您已经对这道题提出过申诉，请在成绩页查看答复。');
};
