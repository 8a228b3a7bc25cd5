import type { Transaction } from 'kysely';
import { cancelBooking, findStandingBooking, type StoredBooking } from '../storage/booking/booking-store';
import { lockEvent } from '../storage/booking/event-store';
import { findEventsToComeOf } from '../storage/booking/personal-store';
import type { Database } from '../storage/tables';
import { moveUp } from './move-up';

/** Cancels a booking before its event starts and gives its place on; undefined when it is too late, its holder is there, or nothing to cancel. */
export async function cancelAndMoveUp(trx: Transaction<Database>, { id, eventId }: Pick<StoredBooking, 'id' | 'eventId'>, now: Date): Promise<StoredBooking | undefined> {
  const event = await lockEvent(trx, eventId);
  if (!event || now >= event.startsAt) return undefined;
  const cancelled = await cancelBooking(trx, id);
  if (cancelled) await moveUp(trx, event, now);
  return cancelled;
}

/** Cancels every booking of a person for an event to come. The person is locked, so that no further one comes. */
export async function cancelBookingsOf(trx: Transaction<Database>, personId: string, now: Date): Promise<void> {
  for (const eventId of await findEventsToComeOf(trx, personId, now)) {
    const booking = await findStandingBooking(trx, eventId, personId);
    if (booking) await cancelAndMoveUp(trx, booking, now);
  }
}
