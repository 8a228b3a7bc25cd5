import type { MarkResult } from '../../../src/contract/booking/check-in';
import { MOST_PLACES } from '../../../src/domain/booking/limits';
import { markRefusal, markRefusals } from '../../../src/domain/booking/marks';
import { chinaIso } from '../../../src/domain/china-time';
import { phoneTail } from '../../../src/domain/phone';
import { refuse, Refusal } from '../../refusal';
import { findPresent, findPresentBefore, listBooked, lockBookings, takeMarks } from '../../storage/booking/check-in-store';
import type { UseCase } from '../../use-case';
import { managedEvent } from './access';

export const checkInList: UseCase<'check-in.list'> = async (context, { eventId }) => {
  const event = await managedEvent(context, eventId);
  if (event instanceof Refusal) return event;
  const { id, title, address, startsAt, endsAt, cancelledAt } = event;
  const rows = await listBooked(context.db, eventId, MOST_PLACES);
  return {
    event: { id, title, address, startsAt: chinaIso(startsAt), endsAt: chinaIso(endsAt), cancelled: cancelledAt !== null },
    rows: rows.map(({ ticketCode, name, phone, firmName, present, markedAt }) => ({
      ...{ ticketCode, name, phoneTail: phone && phoneTail(phone), firmName, present, markedAt: markedAt && chinaIso(markedAt) },
    })),
    takenAt: chinaIso(context.now),
    personId: context.caller.person.id,
  };
};

export const syncCheckIn: UseCase<'check-in.sync'> = async (context, { eventId, personId, marks }) => {
  const { db, caller, now } = context;
  if (personId !== caller.person.id) return refuse('forbidden', '这些签到是另一位工作人员在这台设备上记下的，请本人登录后同步。');
  return db.transaction().execute(async (trx) => {
    const bookings = await lockBookings(
      trx,
      marks.map(({ ticketCode }) => ticketCode),
    );
    // Read after the lock, for which whoever is just moving the event is waited for.
    const event = await managedEvent({ ...context, db: trx }, eventId);
    if (event instanceof Refusal) return event;
    const byTicket = new Map(bookings.map((booking) => [booking.ticketCode, booking]));
    const judged = marks.map((mark) => {
      const booking = byTicket.get(mark.ticketCode);
      const at = new Date(mark.at);
      return { mark, booking, at, reason: markRefusal(event, booking, at, now) };
    });
    const counted = judged.flatMap(({ mark, booking, at, reason }) => (booking && reason === null ? [{ id: mark.markId, bookingId: booking.id, present: mark.present, at, receivedAt: now, markedBy: caller.person.id }] : []));
    await takeMarks(trx, counted);
    const present = await findPresent(trx, eventId);
    const before = await findPresentBefore(
      trx,
      counted.map(({ id }) => id),
    );
    const results = judged.map(({ mark: { markId }, booking, reason }): MarkResult => {
      if (booking && reason === null) {
        const presentBefore = before.get(markId);
        return { markId, ok: true, present: present.has(booking.id), presentBefore: presentBefore ? chinaIso(presentBefore) : null };
      }
      const why = reason ?? 'unknown';
      return { markId, ok: false, reason: why, message: markRefusals[why] };
    });
    return { results, presentCount: present.size };
  });
};
