import type { Kysely, Transaction } from 'kysely';
import { BOOKING_RETENTION_DAYS } from '../../../src/domain/booking/limits';
import { standingStates } from '../../../src/domain/booking/state';
import type { Database } from '../tables';
import type { StoredBooking } from './booking-store';

const DAY = 24 * 60 * 60 * 1000;

const erased = { name: null, phone: null, firmName: null, erased: true } as const;

/**
 * Erases names, phones and firms from bookings whose event ended so long ago.
 *
 * @returns how many bookings there were
 */
export async function eraseOldBookings(db: Kysely<Database>, now: Date): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('booking')
    .set(erased)
    .where('erased', '=', false)
    .where('eventId', 'in', (eb) => eb.selectFrom('event').select('id').where('endsAt', '<', new Date(now.getTime() - BOOKING_RETENTION_DAYS * DAY)))
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Events to come at which the person has a booking that stands, in one order. */
export async function findEventsToComeOf(db: Kysely<Database>, personId: string, now: Date): Promise<string[]> {
  const rows = await db
    .selectFrom('booking')
    .innerJoin('event', 'event.id', 'booking.eventId')
    .select('event.id')
    .where('booking.personId', '=', personId)
    .where('booking.state', 'in', standingStates)
    .where('event.startsAt', '>', now)
    .orderBy('event.id')
    .execute();
  return rows.map(({ id }) => id);
}

/** What stays says that somebody was booked, and not who. */
export async function eraseBookingsOf(trx: Transaction<Database>, personId: string): Promise<void> {
  await trx
    .updateTable('booking')
    .set({ ...erased, personId: null })
    .where('personId', '=', personId)
    .execute();
}

interface AnyMark {
  readonly present: boolean;
  readonly at: Date;
}

/** The marks of a person's bookings. */
export const listMarksOf = (db: Kysely<Database>, personId: string): Promise<(AnyMark & { readonly bookingId: string })[]> =>
  db
    .selectFrom('checkInMark')
    .innerJoin('booking', 'booking.id', 'checkInMark.bookingId')
    .select(['checkInMark.bookingId', 'checkInMark.present', 'checkInMark.at'])
    .where('booking.personId', '=', personId)
    .orderBy('checkInMark.at')
    .orderBy('checkInMark.id')
    .execute();

/** The marks that a person made at the door, with the event; of whom is theirs. */
export const listMarksBy = (db: Kysely<Database>, personId: string): Promise<(AnyMark & { readonly title: string; readonly receivedAt: Date })[]> =>
  db
    .selectFrom('checkInMark')
    .innerJoin('booking', 'booking.id', 'checkInMark.bookingId')
    .innerJoin('event', 'event.id', 'booking.eventId')
    .select(['event.title', 'checkInMark.present', 'checkInMark.at', 'checkInMark.receivedAt'])
    .where('checkInMark.markedBy', '=', personId)
    .orderBy('checkInMark.at')
    .orderBy('checkInMark.id')
    .execute();

export const listAllBookings = (db: Kysely<Database>, personId: string): Promise<(StoredBooking & { readonly title: string; readonly address: string; readonly startsAt: Date })[]> =>
  db
    .selectFrom('booking')
    .innerJoin('event', 'event.id', 'booking.eventId')
    .selectAll('booking')
    .select(['event.title', 'event.address', 'event.startsAt'])
    .where('booking.personId', '=', personId)
    .orderBy('booking.turn')
    .execute();
