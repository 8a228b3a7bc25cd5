import type { AppealedQuestion } from '../../../src/contract/contest/office';
import { chinaIso } from '../../../src/domain/china-time';
import type { Bank } from '../../contest/bank';
import { Refusal } from '../../refusal';
import { findKeyVersion, listOpenAppeals, listWaitingQuestions, type OpenAppeal, type WaitingQuestion } from '../../storage/contest/appeal-store';
import { cursorKinds } from '../../storage/cursor';
import type { UseCase } from '../../use-case';
import { questionOf } from '../contest/attempt-view';
import { contestOfOfficer } from '../contest-office/officer-contest';
import { pageStart } from '../page-start';

function appealedQuestion(bank: Bank, { questionId, appealCount }: WaitingQuestion, appeals: readonly OpenAppeal[]): AppealedQuestion {
  const { topicTitle, type, stem, options, key, explanation, source } = questionOf(bank, questionId);
  const own = appeals.filter((appeal) => appeal.questionId === questionId);
  return {
    ...{ questionId, topicTitle, type, stem, options, key, explanation, source, appealCount },
    appeals: own.map(({ id, filedAt, reason }) => ({ id, at: chinaIso(filedAt), reason })),
  };
}

export const listAppeals: UseCase<'appeal.list'> = async (context, { cursor }) => {
  const { db, readBank } = context;
  const contest = contestOfOfficer(context);
  if (contest instanceof Refusal) return contest;
  const after = pageStart(cursorKinds.instantAndContentId, cursor);
  if (after instanceof Refusal) return after;
  // Read before the key: what is decided in between makes the officer's decision one on an outdated key.
  const { keyVersion } = await findKeyVersion(db, contest.id);
  const bank = await readBank(db, { keyVersion });
  const { rows, nextCursor } = await listWaitingQuestions(db, contest.id, after);
  const appeals = await listOpenAppeals(db, contest.id, rows.map(({ questionId }) => questionId));
  return { keyVersion, questions: rows.map((row) => appealedQuestion(bank, row, appeals)), nextCursor };
};
