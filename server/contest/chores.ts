import type { Kysely } from 'kysely';
import type { ContestSettings } from '../campaign/schema';
import type { LogFailure } from '../failure-log';
import type { Database } from '../storage/tables';
import type { ReadBank } from './bank';
import { closeOverdueAttempts } from './close-overdue';
import { countTeams } from './count-teams';
import { drawPrizesOnce } from './draw-prizes';
import { rescoreAttempts } from './rescore';

export interface ChoreContext {
  readonly db: Kysely<Database>;
  readonly contest: ContestSettings;
  readonly readBank: ReadBank;
  readonly now: Date;
}

/** One thing that a contest needs done from time to time. Does what is due, several processes may do it at once. */
export type Chore = (context: ChoreContext) => Promise<number>;

/** How much each chore did; null where it failed. */
export type ContestChores = Readonly<Record<'closedAttempts' | 'rescoredAttempts' | 'countedTeams' | 'drawnPrizes', number | null>>;

/** Does what is due, in the order in which one chore makes work for the next. Each stands alone; a failure is logged. */
export async function doContestChores(context: ChoreContext, logFailure: LogFailure): Promise<ContestChores> {
  const run = (name: string, chore: Chore): Promise<number | null> =>
    chore(context).catch((error: unknown) => {
      logFailure(`contest: ${name} failed`, error);
      return null;
    });
  return {
    closedAttempts: await run('closing attempts', closeOverdueAttempts),
    rescoredAttempts: await run('grading anew', rescoreAttempts),
    countedTeams: await run('counting teams', countTeams),
    drawnPrizes: await run('drawing prizes', drawPrizesOnce),
  };
}
