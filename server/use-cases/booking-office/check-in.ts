import type { ParsedInput } from '../../../src/contract/actions';
import type { MarkResult } from '../../../src/contract/booking/check-in';
import { MOST_PLACES } from '../../../src/domain/booking/limits';
import { markRefusal, markRefusals } from '../../../src/domain/booking/marks';
import { chinaIso } from '../../../src/domain/china-time';
import { phoneTail } from '../../../src/domain/phone';
import { Refusal } from '../../refusal';
import type { StoredBooking } from '../../storage/booking/booking-store';
import { findPresent, listBooked, lockBookings, takeMarks } from '../../storage/booking/check-in-store';
import type { UseCase } from '../../use-case';
import { managedEvent } from './access';

export const checkInList: UseCase<'check-in.list'> = async (context, { eventId }) => {
  const event = await managedEvent(context, eventId);
  if (event instanceof Refusal) return event;
  const { id, title, address, startsAt, endsAt, cancelledAt } = event;
  const rows = await listBooked(context.db, eventId, MOST_PLACES);
  return {
    event: { id, title, address, startsAt: chinaIso(startsAt), endsAt: chinaIso(endsAt), cancelled: cancelledAt !== null },
    rows: rows.map(({ id: bookingId, ticketCode, name, phone, firmName, present, markedAt }) => ({
      ...{ bookingId, ticketCode, name, phoneTail: phone && phoneTail(phone), firmName, present, markedAt: markedAt && chinaIso(markedAt) },
    })),
    takenAt: chinaIso(context.now),
  };
};

type Mark = ParsedInput<'check-in.sync'>['marks'][number];

function bookingFinder(bookings: readonly StoredBooking[]): (mark: Mark) => StoredBooking | undefined {
  const byId = new Map(bookings.map((booking) => [booking.id, booking]));
  const byTicket = new Map(bookings.map((booking) => [booking.ticketCode, booking]));
  return (mark) => ('ticketCode' in mark ? byTicket.get(mark.ticketCode) : byId.get(mark.bookingId));
}

export const syncCheckIn: UseCase<'check-in.sync'> = async (context, { eventId, marks }) => {
  const { db, caller, now } = context;
  const event = await managedEvent(context, eventId);
  if (event instanceof Refusal) return event;
  return db.transaction().execute(async (trx) => {
    const ids = marks.flatMap((mark) => ('bookingId' in mark ? [mark.bookingId] : []));
    const ticketCodes = marks.flatMap((mark) => ('ticketCode' in mark ? [mark.ticketCode] : []));
    const find = bookingFinder(await lockBookings(trx, ids, ticketCodes));
    const judged = marks.map((mark) => {
      const booking = find(mark);
      const at = new Date(mark.at);
      return { mark, booking, at, reason: markRefusal(event, booking, at, now) };
    });
    const counted = judged.flatMap(({ mark, booking, at, reason }) => (booking && reason === null ? [{ id: mark.markId, bookingId: booking.id, present: mark.present, at, receivedAt: now, markedBy: caller.person.id }] : []));
    await takeMarks(trx, counted);
    const present = await findPresent(trx, eventId);
    const results = judged.map(({ mark: { markId }, booking, reason }): MarkResult => {
      if (booking && reason === null) return { markId, ok: true, bookingId: booking.id, present: present.has(booking.id) };
      const why = reason ?? 'unknown';
      return { markId, ok: false, reason: why, message: markRefusals[why] };
    });
    return { results, presentCount: present.size };
  });
};
