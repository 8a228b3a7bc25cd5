import type { Kysely } from 'kysely';
import type { LogFailure } from './failure-log';
import type { Database } from './storage/tables';

/** What everything that the timer does is handed. */
export interface ChoreContext {
  readonly db: Kysely<Database>;
  readonly now: Date;
}

/**
 * Lets one piece of the timer's work fail without the others: the failure is logged as `<room>: <name> failed`.
 *
 * @returns how much was done; null where it failed
 */
export const standAlone =
  (room: string, logFailure: LogFailure) =>
  (name: string, work: Promise<number>): Promise<number | null> =>
    work.catch((error: unknown) => {
      logFailure(`${room}: ${name} failed`, error);
      return null;
    });
