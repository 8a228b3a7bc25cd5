import type { FlaggedAttempt } from '../../../src/contract/contest/office';
import { chinaIso } from '../../../src/domain/china-time';
import type { Flag } from '../../../src/domain/contest/flags';
import { shownName } from '../../../src/domain/contest/shown-name';
import { usedTimeWords } from '../../../src/domain/contest/used-time';
import { Refusal } from '../../refusal';
import { listFlaggedAttempts, type StoredFlagged } from '../../storage/contest/office-store';
import { cursorKinds } from '../../storage/cursor';
import type { UseCase } from '../../use-case';
import { pageStart } from '../page-start';
import { contestOfOfficer } from './officer-contest';

const reasons: Readonly<Record<Flag, (attempt: StoredFlagged) => string>> = {
  'often-hidden': ({ hiddenCount }) => `答题期间离开页面 ${hiddenCount} 次。`,
  'too-fast': ({ questionCount, usedMs }) => `${questionCount} 题共用 ${usedTimeWords(usedMs)}，平均每题 ${(usedMs / 1000 / questionCount).toFixed(1)} 秒。`,
};

const flaggedAttempt = (attempt: StoredFlagged): FlaggedAttempt => {
  const { id, code, nameChoice, name, score, usedMs, submittedAt, hiddenCount, flags } = attempt;
  return {
    ...{ attemptId: id, code, score, usedMs, hiddenCount },
    name: shownName(nameChoice, name, code),
    submittedAt: chinaIso(submittedAt),
    flags: flags.map((flag) => ({ flag, reason: reasons[flag](attempt) })),
  };
};

export const listFlagged: UseCase<'contest.flagged'> = async (context, { cursor }) => {
  const contest = contestOfOfficer(context);
  if (contest instanceof Refusal) return contest;
  const after = pageStart(cursorKinds.instantAndRecordId, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listFlaggedAttempts(context.db, contest.id, after);
  return { attempts: rows.map(flaggedAttempt), nextCursor };
};
