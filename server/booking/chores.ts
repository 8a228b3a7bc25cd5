import type { Kysely, Transaction } from 'kysely';
import type { LogFailure } from '../failure-log';
import { lockToRemind, markReminded } from '../storage/booking/booking-store';
import { lockEvent } from '../storage/booking/event-store';
import { findEventsToMoveUp, lapseOffers } from '../storage/booking/queue-store';
import type { Database } from '../storage/tables';
import { moveUp } from './move-up';
import { tellLapsed, tellReminder } from './tell';

export interface ChoreContext {
  readonly db: Kysely<Database>;
  readonly now: Date;
}

/** How many queues moved and how many holders were reminded; null where it failed. */
export type BookingChores = Readonly<Record<'queues' | 'reminders', number | null>>;

const DAY = 24 * 60 * 60 * 1000;
const BATCH = 100;
// What is left then waits for the next minute.
const BATCHES = 20;

/** Does what is due. Several processes may do it at once. Each stands alone; a failure is logged. */
export async function doBookingChores(context: ChoreContext, logFailure: LogFailure): Promise<BookingChores> {
  const run = (name: string, chore: Promise<number>) =>
    chore.catch((error: unknown) => {
      logFailure(`bookings: ${name} failed`, error);
      return null;
    });
  return { queues: await run('moving up', moveQueues(context)), reminders: await run('reminding', remindHolders(context)) };
}

async function moveQueues({ db, now }: ChoreContext): Promise<number> {
  const eventIds = await findEventsToMoveUp(db, now);
  for (const eventId of eventIds) await db.transaction().execute((trx) => moveQueue(trx, eventId, now));
  return eventIds.length;
}

async function moveQueue(trx: Transaction<Database>, eventId: string, now: Date): Promise<void> {
  const event = await lockEvent(trx, eventId);
  if (!event) return;
  const lapsed = await lapseOffers(trx, eventId, now);
  await tellLapsed(trx, event, lapsed, now);
  await moveUp(trx, event, now);
}

/** A day before the start, once. */
async function remindHolders({ db, now }: ChoreContext): Promise<number> {
  let reminded = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const count = await db.transaction().execute((trx) => remindBatch(trx, now));
    reminded += count;
    if (count < BATCH) break;
  }
  return reminded;
}

async function remindBatch(trx: Transaction<Database>, now: Date): Promise<number> {
  const holders = await lockToRemind(trx, now, new Date(now.getTime() + DAY), BATCH);
  for (const eventId of new Set(holders.map((holder) => holder.eventId))) {
    const those = holders.filter((holder) => holder.eventId === eventId);
    const [event] = those;
    if (event) await tellReminder(trx, event, those, now);
  }
  await markReminded(trx, holders.map(({ id }) => id), now);
  return holders.length;
}
