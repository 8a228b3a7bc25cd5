import type { Transaction } from 'kysely';
import { standAlone, type ChoreContext } from '../chore';
import type { LogFailure } from '../failure-log';
import { lockToRemind, markReminded } from '../storage/booking/booking-store';
import { lockEvent } from '../storage/booking/event-store';
import { findEventsToMoveUp, lapseOffers, lapseWaiting } from '../storage/booking/queue-store';
import type { Database } from '../storage/tables';
import { moveUp } from './move-up';
import { inOneOrder, tellLapsed, tellReminder, tellUnserved } from './tell';

/** How many queues moved, without those that failed, and how many holders were reminded; null where it failed as a whole. */
export type BookingChores = Readonly<Record<'queues' | 'reminders', number | null>>;

const DAY = 24 * 60 * 60 * 1000;
const BATCH = 100;
// What is left then waits for the next minute.
const BATCHES = 20;

/** Does what is due. Several processes may do it at once. Each stands alone, and so does each queue; a failure is logged. */
export async function doBookingChores(context: ChoreContext, logFailure: LogFailure): Promise<BookingChores> {
  const run = standAlone('bookings', logFailure);
  return { queues: await run('moving up', moveQueues(context, logFailure)), reminders: await run('reminding', remindHolders(context)) };
}

async function moveQueues({ db, now }: ChoreContext, logFailure: LogFailure): Promise<number> {
  let moved = 0;
  for (const eventId of await findEventsToMoveUp(db, now)) {
    try {
      await db.transaction().execute((trx) => moveQueue(trx, eventId, now));
      moved += 1;
    } catch (error) {
      logFailure(`bookings: moving up at the event ${eventId} failed`, error);
    }
  }
  return moved;
}

async function moveQueue(trx: Transaction<Database>, eventId: string, now: Date): Promise<void> {
  const event = await lockEvent(trx, eventId);
  if (!event) return;
  const lapsed = await lapseOffers(trx, eventId, now);
  await tellLapsed(trx, event, lapsed, now);
  if (now >= event.startsAt) await tellUnserved(trx, event, await lapseWaiting(trx, eventId), now);
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
  for (const holder of inOneOrder(holders)) await tellReminder(trx, holder, [holder], now);
  await markReminded(trx, holders.map(({ id }) => id), now);
  return holders.length;
}
