import type { Campaign, ContestSettings } from '../../campaign/schema';
import { contestOf } from '../../contest/settings';
import { refuse, Refusal } from '../../refusal';
import type { Caller } from '../../use-case';

/** The contest, for an officer of the office that holds it. */
export function contestOfOfficer({ campaign, caller }: { readonly campaign: Campaign; readonly caller: Caller }): ContestSettings | Refusal {
  const contest = contestOf(campaign);
  if (contest instanceof Refusal || caller.officeIds.includes(contest.officeId)) return contest;
  return refuse('forbidden', '知识竞赛由承办单位的工作人员管理。');
}
