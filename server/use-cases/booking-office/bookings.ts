import type { EventBookingRow } from '../../../src/contract/booking/office';
import { bookingMoves, bookingStateLabel } from '../../../src/domain/booking/state';
import { chinaDate, chinaIso } from '../../../src/domain/china-time';
import { inFileName } from '../../../src/domain/file-name';
import { presentAt } from '../../booking/booking-view';
import { cancelAndMoveUp } from '../../booking/cancel';
import { tellBookingCancelled } from '../../booking/tell';
import { bookingWorkbook } from '../../booking/workbook';
import { refuse, Refusal } from '../../refusal';
import { findBooking, listBookingsOfEvent, listStandingFirst, type StoredBooking } from '../../storage/booking/booking-store';
import { countStates, type StoredEvent } from '../../storage/booking/event-store';
import { cursorKinds } from '../../storage/cursor';
import type { UseCase } from '../../use-case';
import { noBooking } from '../booking/no-event';
import { pageStart } from '../page-start';
import { managedEvent } from './access';
import { countsOf } from './event-list';

// Every place, the whole queue, and as many again that were cancelled.
const MOST_ROWS = 5000;

function bookingRow(booking: StoredBooking, { startsAt }: StoredEvent, now: Date): EventBookingRow {
  const { id, state, name, phone, firmName, bookedAt, offeredUntil } = booking;
  const present = presentAt(booking);
  return {
    ...{ id, state, stateLabel: bookingStateLabel(booking), name, phone, firmName, bookedAt: chinaIso(bookedAt) },
    ...{ offeredUntil: offeredUntil && chinaIso(offeredUntil), presentAt: present && chinaIso(present) },
    cancellable: bookingMoves({ ...booking, startsAt, presentAt: present }, now).includes('cancel'),
  };
}

export const listEventBookings: UseCase<'event.bookings'> = async (context, { id, state, words, cursor }) => {
  const { db, now } = context;
  const event = await managedEvent(context, id);
  if (event instanceof Refusal) return event;
  const after = pageStart(cursorKinds.serialNumber, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listBookingsOfEvent(db, id, { state, words }, after);
  return { bookings: rows.map((row) => bookingRow(row, event, now)), counts: countsOf(await countStates(db, [id]), id), nextCursor };
};

export const cancelEventBooking: UseCase<'event.cancel-booking'> = async (context, { id, note }) => {
  const { db, now } = context;
  const booking = await findBooking(db, id);
  const event = booking && (await managedEvent(context, booking.eventId));
  if (!booking || !event || event instanceof Refusal) return noBooking();
  const cancelled = await cancelAndMoveUp(db, booking, now);
  if (!cancelled) return refuse('conflict', '这个预约现在不能取消：活动已经开始，或者本人已经签到、取消。请刷新名单核对。');
  await tellBookingCancelled(db, event, note, cancelled, now);
  return bookingRow(cancelled, event, now);
};

export const exportEventBookings: UseCase<'event.export'> = async (context, { id }) => {
  const event = await managedEvent(context, id);
  if (event instanceof Refusal) return event;
  const rows = await listStandingFirst(context.db, id, MOST_ROWS + 1);
  const remark = rows.length > MOST_ROWS ? `预约记录超过 ${MOST_ROWS} 条：有效的预约都在这里，已取消和失效的只有最早的一部分。` : null;
  const listed = rows.slice(0, MOST_ROWS);
  const title = `${chinaDate(event.startsAt)} ${event.title}`;
  const workbook = await bookingWorkbook(title, listed, remark);
  return { id, name: `预约名单-${inFileName(title)}.xlsx`, base64: workbook.toString('base64'), rowCount: listed.length };
};
