import type { ContestBrief } from '../../../src/contract/contest/contest';
import { findEntrant } from '../../storage/contest/entrant-store';
import type { Context, UseCase } from '../../use-case';
import { topicList } from '../practice/topics';
import { phaseOf, questionCountOf } from './contest-rules';
import { bestResult, openAttemptId } from './my-contest';

async function contestBrief({ db, campaign: { contest }, caller: { person }, now }: Context<'contest.home'>): Promise<ContestBrief | null> {
  if (!contest) return null;
  const { id, title, opensAt, closesAt, durationMinutes, prizes } = contest;
  const entrant = person ? await findEntrant(db, id, person.id) : undefined;
  return {
    ...{ id, title, opensAt, closesAt, durationMinutes },
    phase: phaseOf(contest, now),
    questionCount: questionCountOf(contest),
    prizeCount: prizes?.count ?? 0,
    openAttemptId: openAttemptId(contest, entrant, now),
    best: bestResult(contest, entrant, now),
  };
}

export const contestHome: UseCase<'contest.home'> = async (context) => {
  const [contest, practice] = await Promise.all([contestBrief(context), topicList(context)]);
  return { contest, practice };
};
