import { contestOf } from '../../contest/settings';
import { Refusal } from '../../refusal';
import { listEligible } from '../../storage/contest/fairness-store';
import { cursorKinds } from '../../storage/cursor';
import type { UseCase } from '../../use-case';
import { pageStart } from '../page-start';

export const eligibleCodes: UseCase<'contest.eligible'> = async ({ db, campaign }, { cursor }) => {
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  const after = pageStart(cursorKinds.entrantCode, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listEligible(db, contest.id, after);
  return { codes: rows, nextCursor };
};
