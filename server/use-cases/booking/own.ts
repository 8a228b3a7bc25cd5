import type { BookingView } from '../../../src/contract/booking/booking';
import { cancelAndMoveUp } from '../../booking/cancel';
import { bookingRows, bookingView } from '../../booking/booking-view';
import { refuse, Refusal } from '../../refusal';
import { acceptOffer, findOwnBooking, listOwnBookings } from '../../storage/booking/booking-store';
import { cursorKinds } from '../../storage/cursor';
import type { UseCase } from '../../use-case';
import { pageStart } from '../page-start';
import { noBooking } from './no-event';

export const listOwn: UseCase<'booking.mine'> = async (context, { cursor }) => {
  const after = pageStart(cursorKinds.instantAndRecordId, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listOwnBookings(context.db, context.caller.person.id, after);
  return { bookings: await bookingRows(rows, context), nextCursor };
};

export const getBooking: UseCase<'booking.get'> = async (context, { id }) => {
  const booking = await findOwnBooking(context.db, id, context.caller.person.id);
  return booking ? bookingView(booking, context) : noBooking();
};

const tooLate = ({ state, event }: BookingView): string => {
  const why = state === 'cancelled' ? '这个预约已经取消' : '确认的时间已过，名额不再为您保留';
  const mayBook = event.availability === 'open' || event.availability === 'waiting-list';
  return mayBook ? `${why}；仍想参加，可以重新预约。` : `${why}。`;
};

export const acceptBooking: UseCase<'booking.accept'> = async (context, { id }) => {
  const { db, caller, now } = context;
  const booking = await findOwnBooking(db, id, caller.person.id);
  if (!booking) return noBooking();
  const accepted = await acceptOffer(db, id, now);
  if (accepted) return bookingView(accepted, context);
  // Another device was first.
  const current = await findOwnBooking(db, id, caller.person.id);
  if (current?.state === 'booked') return bookingView(current, context);
  if (current?.state === 'waiting') return refuse('conflict', '还没有轮到您，有空位时会通知您。');
  return current ? refuse('conflict', tooLate(await bookingView(current, context))) : noBooking();
};

export const cancelOwnBooking: UseCase<'booking.cancel'> = async (context, { id }) => {
  const { db, caller, now } = context;
  const booking = await findOwnBooking(db, id, caller.person.id);
  if (!booking) return noBooking();
  const cancelled = await cancelAndMoveUp(db, booking, now);
  if (cancelled) return bookingView(cancelled, context);
  const current = await findOwnBooking(db, id, caller.person.id);
  if (current?.state === 'cancelled') return bookingView(current, context);
  if (current?.state === 'lapsed') return refuse('conflict', '这个预约已经失效，不用再取消。');
  return refuse('conflict', current?.present === true ? '您已经签到，不能再取消。' : '活动已经开始，不能再取消。');
};
