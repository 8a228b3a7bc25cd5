import type { EventBookingRow } from '../../../src/contract/booking/office';
import { bookingStateLabel } from '../../../src/domain/booking/state';
import { chinaDate, chinaIso } from '../../../src/domain/china-time';
import { presentAt } from '../../booking/booking-view';
import { bookingWorkbook } from '../../booking/workbook';
import { Refusal } from '../../refusal';
import { listBookingsOfEvent, type StoredBooking } from '../../storage/booking/booking-store';
import { countStates } from '../../storage/booking/event-store';
import { cursorKinds } from '../../storage/cursor';
import type { UseCase } from '../../use-case';
import { pageStart } from '../page-start';
import { managedEvent } from './access';
import { countsOf } from './event-list';

// Every place, the whole queue, and as many again that were cancelled.
const MOST_ROWS = 5000;

function bookingRow(booking: StoredBooking): EventBookingRow {
  const { id, state, name, phone, firmName, bookedAt, offeredUntil } = booking;
  const present = presentAt(booking);
  return {
    ...{ id, state, stateLabel: bookingStateLabel(booking), name, phone, firmName, bookedAt: chinaIso(bookedAt) },
    ...{ offeredUntil: offeredUntil && chinaIso(offeredUntil), presentAt: present && chinaIso(present) },
  };
}

export const listEventBookings: UseCase<'event.bookings'> = async (context, { id, state, cursor }) => {
  const event = await managedEvent(context, id);
  if (event instanceof Refusal) return event;
  const after = pageStart(cursorKinds.serialNumber, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listBookingsOfEvent(context.db, id, state, after);
  return { bookings: rows.map(bookingRow), counts: countsOf(await countStates(context.db, [id]), id), nextCursor };
};

export const exportEventBookings: UseCase<'event.export'> = async (context, { id }) => {
  const event = await managedEvent(context, id);
  if (event instanceof Refusal) return event;
  const { rows, nextCursor } = await listBookingsOfEvent(context.db, id, undefined, null, MOST_ROWS);
  const remark = nextCursor === null ? null : `预约记录超过 ${MOST_ROWS} 条，这里只有最早的 ${MOST_ROWS} 条。`;
  const workbook = await bookingWorkbook(rows, remark);
  return { id, name: `预约名单-${chinaDate(event.startsAt)}.xlsx`, base64: workbook.toString('base64'), rowCount: rows.length };
};
