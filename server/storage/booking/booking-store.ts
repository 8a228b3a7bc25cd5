import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import { standingStates, type BookingState } from '../../../src/domain/booking/state';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';

export type StoredBooking = Selectable<Database['booking']>;

/** A booking and who holds it; nobody once the person is deleted. */
export interface Holder {
  readonly id: string;
  readonly personId: string | null;
}

export const findBooking = (db: Kysely<Database>, id: string): Promise<StoredBooking | undefined> => db.selectFrom('booking').selectAll().where('id', '=', id).executeTakeFirst();

export const findOwnBooking = (db: Kysely<Database>, id: string, personId: string): Promise<StoredBooking | undefined> =>
  db.selectFrom('booking').selectAll().where('id', '=', id).where('personId', '=', personId).executeTakeFirst();

export const findStandingBooking = (db: Kysely<Database>, eventId: string, personId: string): Promise<StoredBooking | undefined> =>
  db.selectFrom('booking').selectAll().where('eventId', '=', eventId).where('personId', '=', personId).where('state', 'in', standingStates).executeTakeFirst();

export const isPhoneBooked = async (db: Kysely<Database>, eventId: string, phone: string): Promise<boolean> =>
  (await db.selectFrom('booking').select('id').where('eventId', '=', eventId).where('phone', '=', phone).where('state', 'in', standingStates).executeTakeFirst()) !== undefined;

/** An offer that still stands becomes a booking; undefined when it has run out, or is none. */
export const acceptOffer = (trx: Transaction<Database>, id: string, now: Date): Promise<StoredBooking | undefined> =>
  trx
    .updateTable('booking')
    .set({ state: 'booked', offeredUntil: null, acceptedAt: now })
    .where('id', '=', id)
    .where('state', '=', 'offered')
    .where('offeredUntil', '>', now)
    .returningAll()
    .executeTakeFirst();

/** Cancels a booking that stands and whose holder is not there yet; undefined otherwise. Its place is free for whoever waits. */
export const cancelBooking = (trx: Transaction<Database>, id: string): Promise<StoredBooking | undefined> =>
  trx
    .updateTable('booking')
    .set({ state: 'cancelled', place: null, offeredUntil: null })
    .where('id', '=', id)
    .where('state', 'in', standingStates)
    .where('present', '=', false)
    .returningAll()
    .executeTakeFirst();

/** Every booking of an event that stands. */
export const cancelBookingsOfEvent = (trx: Transaction<Database>, eventId: string): Promise<Holder[]> =>
  trx
    .updateTable('booking')
    .set({ state: 'cancelled', place: null, offeredUntil: null })
    .where('eventId', '=', eventId)
    .where('state', 'in', standingStates)
    .returning(['id', 'personId'])
    .execute();

/** Those who are to be told of another time or address, and will be reminded of the new one; with until when an offer is kept. */
export const forgetReminders = (trx: Transaction<Database>, eventId: string): Promise<(Holder & { readonly offeredUntil: Date | null })[]> =>
  trx.updateTable('booking').set({ remindedAt: null }).where('eventId', '=', eventId).where('state', 'in', standingStates).returning(['id', 'personId', 'offeredUntil']).execute();

/** Takes back the marks of an event that were made before its check-in opens now. Its bookings that stand are locked. */
export async function forgetMarksBefore(trx: Transaction<Database>, eventId: string, opensAt: Date): Promise<void> {
  await trx
    .deleteFrom('checkInMark')
    .using('booking')
    .whereRef('booking.id', '=', 'checkInMark.bookingId')
    .where('booking.eventId', '=', eventId)
    .where('checkInMark.at', '<', opensAt)
    .execute();
  // Where the latest one went, every other one did.
  await trx.updateTable('booking').set({ present: false, markedAt: null, markId: null }).where('eventId', '=', eventId).where('markedAt', '<', opensAt).execute();
}

/** A page of one person's bookings, those of the latest event first. */
export async function listOwnBookings(db: Kysely<Database>, personId: string, after: Position<Date> | null): Promise<Page<StoredBooking & { readonly startsAt: Date }>> {
  let query = db.selectFrom('booking').innerJoin('event', 'event.id', 'booking.eventId').selectAll('booking').select('event.startsAt').where('booking.personId', '=', personId);
  if (after !== null) query = query.where((eb) => eb(eb.refTuple('event.startsAt', 'booking.id'), '<', eb.tuple(after.sort, after.id)));
  const rows = await query
    .orderBy('event.startsAt', 'desc')
    .orderBy('booking.id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.instantAndRecordId, rows, ({ startsAt, id }) => ({ sort: startsAt, id }));
}

export interface BookingFilter {
  readonly state?: BookingState | undefined;
  /** What the name or the phone contains; empty for all. */
  readonly words: string;
}

/** A page of an event's bookings in the order in which they were made. */
export async function listBookingsOfEvent(db: Kysely<Database>, eventId: string, { state, words }: BookingFilter, after: Position<string> | null): Promise<Page<StoredBooking>> {
  let query = db.selectFrom('booking').selectAll().where('eventId', '=', eventId);
  if (state !== undefined) query = query.where('state', '=', state);
  // Phones are kept as digits alone.
  if (words !== '') query = query.where(sql<boolean>`(strpos(lower(name), lower(${words})) > 0 or strpos(phone, ${words.replace(/[\s-]/g, '')}) > 0)`);
  if (after !== null) query = query.where('turn', '>', Number(after.id));
  const rows = await query
    .orderBy('turn')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.serialNumber, rows, ({ turn }) => ({ sort: '', id: String(turn) }));
}

/** An event's bookings, those that stand first, each part in the order in which they were made. */
export const listStandingFirst = (db: Kysely<Database>, eventId: string, limit: number): Promise<StoredBooking[]> =>
  db
    .selectFrom('booking')
    .selectAll()
    .where('eventId', '=', eventId)
    .orderBy((eb) => eb('state', 'in', standingStates), 'desc')
    .orderBy('turn')
    .limit(limit)
    .execute();

export interface ToRemind extends Holder {
  readonly title: string;
  readonly address: string;
  readonly startsAt: Date;
}

/**
 * Holders to be reminded of events that start by `until`; whoever booked, or accepted a place, less than a day before the
 * start knows anyway. What another process has in hand is left to it.
 */
export const lockToRemind = (trx: Transaction<Database>, now: Date, until: Date, limit: number): Promise<ToRemind[]> =>
  trx
    .selectFrom('booking')
    .innerJoin('event', 'event.id', 'booking.eventId')
    .select(['booking.id', 'booking.personId', 'event.title', 'event.address', 'event.startsAt'])
    .where('booking.state', '=', 'booked')
    .where('booking.remindedAt', 'is', null)
    .where('event.startsAt', '>', now)
    .where('event.startsAt', '<=', until)
    .where('event.cancelledAt', 'is', null)
    .where(sql<boolean>`coalesce(booking.accepted_at, booking.booked_at) <= event.starts_at - interval '1 day'`)
    .orderBy('booking.id')
    .limit(limit)
    .forUpdate('booking')
    .skipLocked()
    .execute();

export async function markReminded(trx: Transaction<Database>, ids: readonly string[], remindedAt: Date): Promise<void> {
  if (ids.length > 0) await trx.updateTable('booking').set({ remindedAt }).where('id', 'in', ids).execute();
}
