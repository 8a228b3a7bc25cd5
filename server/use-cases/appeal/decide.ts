import type { ParsedInput } from '../../../src/contract/actions';
import { keyHash } from '../../contest/bank';
import { refuse, Refusal } from '../../refusal';
import { answerAppeals, insertErratum, lockForDecision } from '../../storage/contest/appeal-store';
import { applyErratum, listBankQuestions, type StoredBankQuestion } from '../../storage/contest/contest-store';
import type { UseCase } from '../../use-case';
import { contestOfOfficer } from '../contest-office/officer-contest';

type Decision = ParsedInput<'appeal.decide'>['decision'];

const isSame = (a: readonly number[], b: readonly number[]): boolean => a.length === b.length && a.every((option) => b.includes(option));

/** What is wrong with a corrected key, in words. */
function keyProblem({ type, options, key: current }: StoredBankQuestion, key: readonly number[]): string | null {
  if (key.some((option) => option >= options.length)) return '没有这个选项，请刷新后重新选择。';
  if (type === 'multiple' && key.length < 2) return '多选题的答案至少有两项。';
  if (type !== 'multiple' && key.length > 1) return type === 'single' ? '单选题的答案只有一项。' : '判断题的答案只有一项。';
  return isSame(key, current) ? '与现在的答案相同；答案不用改时，请选择维持。' : null;
}

function problemOf(decision: Decision, question: StoredBankQuestion, drawnAt: Date | null): Refusal | null {
  if (decision.kind === 'keep') return null;
  if (drawnAt) return refuse('conflict', '奖项已经抽出，题目不能再更正或作废，只能维持。');
  if (question.voided) return refuse('conflict', '这道题已经作废，只能维持。');
  const problem = decision.kind === 'correct' ? keyProblem(question, decision.key) : null;
  return problem === null ? null : refuse('invalid_input', undefined, { 'decision.key': problem });
}

/** Of two officers who decide at once, the second one waits and is told that the key, or the question, has changed. */
export const decideAppeals: UseCase<'appeal.decide'> = async (context, { questionId, keyVersion, decision, reply }) => {
  const { db, caller, now } = context;
  const contest = contestOfOfficer(context);
  if (contest instanceof Refusal) return contest;
  const contestId = contest.id;
  const locked = await lockForDecision(db, contestId);
  const questions = await listBankQuestions(db, locked.questionIds);
  const question = questions.find(({ id }) => id === questionId);
  if (!question) return refuse('not_found', '竞赛题库里没有这道题。');
  if (locked.keyVersion !== keyVersion) return refuse('conflict', '竞赛题目的答案刚刚有了更正，请刷新后再答复。');
  const problem = problemOf(decision, question, locked.drawnAt);
  if (problem) return problem;

  const answeredCount = await answerAppeals(db, { contestId, questionId, state: decision.kind === 'keep' ? 'kept' : 'upheld', reply, decidedAt: now });
  if (answeredCount === 0) return refuse('conflict', '这道题没有等待答复的申诉，可能刚刚已经答复，请刷新后再看。');
  if (decision.kind === 'keep') return { keyVersion, answeredCount };

  const { kind } = decision;
  const key = kind === 'correct' ? [...decision.key].sort((a, b) => a - b) : question.key;
  const corrected = questions.map((each) => (each.id === questionId ? { ...each, key, voided: kind === 'void' } : each));
  await applyErratum(db, { questionId, kind, key });
  await insertErratum(db, {
    ...{ contestId, questionId, kind, key, formerKey: question.key, keyVersion: keyVersion + 1, keyHash: keyHash(corrected) },
    ...{ reason: reply, decidedAt: now, decidedBy: caller.person.id },
  });
  return { keyVersion: keyVersion + 1, answeredCount };
};
