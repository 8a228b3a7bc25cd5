import type { Transaction } from 'kysely';
import { campaignOf } from '../campaign/campaign-of';
import type { Campaign } from '../campaign/schema';
import { standAlone, type ChoreContext } from '../chore';
import type { LogFailure } from '../failure-log';
import { listDueManuscripts, lockDueManuscript, type StoredManuscript } from '../storage/newsroom/manuscript-store';
import type { Database } from '../storage/tables';
import { changeManuscript } from './change-manuscript';
import { checkForPublic, publish } from './publish';

export interface NewsroomChoreContext extends ChoreContext {
  /** The running one; what was scheduled in earlier ones is published too. */
  readonly campaign: Campaign;
}

/** How many manuscripts were published or went back; null where it could not be known which are due. */
export type NewsroomChores = Readonly<Record<'fallenDue', number | null>>;

// What is left then waits for the next time.
const MOST = 400;

const ONE_HOUR = 60 * 60 * 1000;

const byTheClock = { actors: ['clock'], personId: null } as const;

/** Publishes what is due, also long after its time. Several processes may do it at once. A failure is logged, of one manuscript once an hour, and keeps none of the others back. */
export async function doNewsroomChores(context: NewsroomChoreContext, logFailure: LogFailure): Promise<NewsroomChores> {
  return { fallenDue: await standAlone('newsroom', logFailure)('publishing', publishDue(context, logFailure)) };
}

async function publishDue(context: NewsroomChoreContext, logFailure: LogFailure): Promise<number> {
  let fallenDue = 0;
  for (const id of await listDueManuscripts(context.db, context.now, MOST)) fallenDue += await oneFallsDue(context, id, logFailure);
  return fallenDue;
}

async function oneFallsDue(context: NewsroomChoreContext, id: string, logFailure: LogFailure): Promise<0 | 1> {
  try {
    return await context.db.transaction().execute(async (trx) => {
      const manuscript = await lockDueManuscript(trx, id, context.now);
      if (!manuscript) return 0;
      await fallDue(trx, context, manuscript);
      return 1;
    });
  } catch (error) {
    if (isNew(id, context.now)) logFailure(`newsroom: publishing ${id} failed`, error);
    return 0;
  }
}

// When the failure of a manuscript was last logged; the clock comes every ten seconds.
const logged = new Map<string, number>();

/** Whether this process has not logged it within the last hour. */
function isNew(id: string, now: Date): boolean {
  for (const [each, at] of logged) if (Math.abs(now.getTime() - at) >= ONE_HOUR) logged.delete(each);
  if (logged.has(id)) return false;
  logged.set(id, now.getTime());
  return true;
}

/** What has lost something it names since it was approved goes back to those who wrote it. */
async function fallDue(trx: Transaction<Database>, { campaign: running, now }: NewsroomChoreContext, manuscript: StoredManuscript): Promise<void> {
  const campaign = await campaignOf({ db: trx, campaign: running }, manuscript.campaignId);
  const { check, faults } = await checkForPublic(trx, campaign, manuscript, now);
  if (faults) {
    await changeManuscript(trx, manuscript, { ...byTheClock, change: 'fall-back', at: now, note: Object.values(faults).join('') });
    return;
  }
  // A time that has passed meanwhile keeps nothing above the others.
  await publish(trx, manuscript, { ...byTheClock, change: 'fall-due', check, pinnedUntil: manuscript.pinUntil, now });
}
