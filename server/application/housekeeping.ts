import type { Kysely } from 'kysely';
import type { LogFailure } from '../failure-log';
import { purgeReplays } from '../storage/stores/replay-store';
import { erasePersonalData } from '../storage/stores/request-store';
import { purgeSessions } from '../storage/stores/session-store';
import type { Database } from '../storage/tables';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
// A client repeats a call within minutes; two days outlast a phone that was off for the night.
const REPLAYS_KEPT = 48 * HOUR;
// Only the last hour's failures count against a receipt number.
const LOOKUP_FAILURES_KEPT = DAY;

/** How many rows each step touched; null where it failed. */
export type Housework = Readonly<Record<'sessions' | 'replays' | 'lookupFailures' | 'erasedRequests', number | null>>;

/** Purges what has expired and erases personal data whose retention has passed. Each step stands alone; a failure is logged. */
export async function keepHouse(db: Kysely<Database>, now: Date, retentionDays: number, logFailure: LogFailure): Promise<Housework> {
  const before = (span: number) => new Date(now.getTime() - span);
  const step = (name: string, work: Promise<number>) =>
    work.catch((error: unknown) => {
      logFailure(`housekeeping: ${name} failed`, error);
      return null;
    });
  return {
    sessions: await step('sessions', purgeSessions(db, now)),
    replays: await step('replays', purgeReplays(db, before(REPLAYS_KEPT))),
    lookupFailures: await step('lookup failures', purgeLookupFailures(db, before(LOOKUP_FAILURES_KEPT))),
    erasedRequests: await step('personal data', erasePersonalData(db, before(retentionDays * DAY))),
  };
}

async function purgeLookupFailures(db: Kysely<Database>, before: Date): Promise<number> {
  const { numDeletedRows } = await db.deleteFrom('lookupFailure').where('at', '<', before).executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
