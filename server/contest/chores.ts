import type { ContestSettings } from '../campaign/schema';
import { standAlone, type ChoreContext } from '../chore';
import type { LogFailure } from '../failure-log';
import type { ReadBank } from './bank';
import { closeOverdueAttempts } from './close-overdue';
import { countTeams } from './count-teams';
import { drawPrizesOnce } from './draw-prizes';
import { rescoreAttempts } from './rescore';

export interface ContestChoreContext extends ChoreContext {
  readonly contest: ContestSettings;
  readonly readBank: ReadBank;
}

/** One thing that a contest needs done from time to time. Does what is due, several processes may do it at once. */
export type Chore = (context: ContestChoreContext) => Promise<number>;

/** How much each chore did; null where it failed. */
export type ContestChores = Readonly<Record<'closedAttempts' | 'rescoredAttempts' | 'countedTeams' | 'drawnPrizes', number | null>>;

/** Does what is due, in the order in which one chore makes work for the next. Each stands alone; a failure is logged. */
export async function doContestChores(context: ContestChoreContext, logFailure: LogFailure): Promise<ContestChores> {
  const run = standAlone('contest', logFailure);
  return {
    closedAttempts: await run('closing attempts', closeOverdueAttempts(context)),
    rescoredAttempts: await run('grading anew', rescoreAttempts(context)),
    countedTeams: await run('counting teams', countTeams(context)),
    drawnPrizes: await run('drawing prizes', drawPrizesOnce(context)),
  };
}
