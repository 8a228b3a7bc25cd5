import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../tables';
import type { StoredBooking } from './booking-store';

/** Everybody booked at an event, in the order of names. */
export const listBooked = (db: Kysely<Database>, eventId: string, limit: number): Promise<StoredBooking[]> =>
  db.selectFrom('booking').selectAll().where('eventId', '=', eventId).where('state', '=', 'booked').orderBy('name').orderBy('turn').limit(limit).execute();

/** Bookings of any event by ticket, locked in one order, so that two devices never wait for each other. */
export const lockBookings = (trx: Transaction<Database>, ticketCodes: readonly string[]): Promise<StoredBooking[]> =>
  trx
    .selectFrom('booking')
    .selectAll()
    .where(sql<boolean>`ticket_code = any (${ticketCodes}::text[])`)
    .orderBy('id')
    .forUpdate()
    .execute();

export interface NewMark {
  readonly id: string;
  readonly bookingId: string;
  readonly present: boolean;
  readonly at: Date;
  readonly receivedAt: Date;
  readonly markedBy: string;
}

/** Keeps marks that are not kept yet; of each booking the latest stands, of two at one instant that with the higher id. The bookings are locked. */
export async function takeMarks(trx: Transaction<Database>, marks: readonly NewMark[]): Promise<void> {
  if (marks.length === 0) return;
  const kept = await trx
    .insertInto('checkInMark')
    .values(marks)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('bookingId')
    .execute();
  if (kept.length === 0) return;
  await sql`
    update booking set present = latest.present, marked_at = latest.at, mark_id = latest.id
    from (
      select distinct on (booking_id) booking_id, id, present, at from check_in_mark
      where booking_id = any (${[...new Set(kept.map(({ bookingId }) => bookingId))]}::uuid[])
      order by booking_id, at desc, id desc
    ) as latest
    where booking.id = latest.booking_id`.execute(trx);
}

/** Of marks that say that somebody is here: when the mark made before it said so already. Those that are the first to say it are left out. */
export async function findPresentBefore(db: Kysely<Database>, markIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select mark.id, earlier.at from check_in_mark as mark
    cross join lateral (
      select present, at from check_in_mark as other
      where other.booking_id = mark.booking_id and (other.at, other.id) < (mark.at, mark.id)
      order by other.at desc, other.id desc limit 1
    ) as earlier
    where mark.id = any (${markIds}::uuid[]) and mark.present and earlier.present`.execute(db);
  return new Map(rows.map(({ id, at }) => [id, at]));
}

/** Who is present at an event. */
export async function findPresent(db: Kysely<Database>, eventId: string): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('booking').select('id').where('eventId', '=', eventId).where('present', '=', true).execute();
  return new Set(rows.map(({ id }) => id));
}
