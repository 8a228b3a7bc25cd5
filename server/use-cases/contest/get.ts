import { chinaIso } from '../../../src/domain/china-time';
import { contestOf } from '../../contest/settings';
import { Refusal } from '../../refusal';
import { findContestStage } from '../../storage/contest/contest-store';
import { findEntrant } from '../../storage/contest/entrant-store';
import type { UseCase } from '../../use-case';
import { contestRules, phaseOf } from './contest-rules';
import { myContest } from './my-contest';

export const getContest: UseCase<'contest.get'> = async ({ db, campaign, caller: { person }, now }) => {
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  const [stage, entrant] = await Promise.all([findContestStage(db, contest.id), person ? findEntrant(db, contest.id, person.id) : undefined]);
  return {
    id: contest.id,
    title: contest.title,
    introduction: contest.introduction,
    phase: phaseOf(contest, now),
    now: chinaIso(now),
    opensAt: contest.opensAt,
    closesAt: contest.closesAt,
    rules: contestRules(contest),
    offices: campaign.offices.map(({ id, name }) => ({ id, name })),
    mine: person && myContest(contest, person, entrant, now),
    ...stage,
  };
};
