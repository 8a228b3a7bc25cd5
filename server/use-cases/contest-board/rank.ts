import { contestOf, isReleased } from '../../contest/settings';
import { Refusal } from '../../refusal';
import { findBoardCaller } from '../../storage/contest/board-store';
import type { UseCase } from '../../use-case';
import { standingOf } from './standing';

export const ownRank: UseCase<'contest.rank'> = async ({ db, campaign, caller, now }) => {
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  const entrant = isReleased(contest.results, contest, now) ? await findBoardCaller(db, contest.id, caller.person.id) : undefined;
  return { standing: entrant ? await standingOf(db, contest.id, entrant) : null };
};
