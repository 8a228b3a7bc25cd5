import { CHECK_IN_HOURS_AHEAD } from './limits';
import { isUnserved, type BookingState } from './state';

/** A device's clock may be ahead of ours by so much. */
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;
const HOUR = 60 * 60 * 1000;

/** Why a mark does not count. */
export type MarkRefusal = 'unknown' | 'other-event' | 'not-booked' | 'unconfirmed' | 'cancelled' | 'lapsed' | 'unserved' | 'event-cancelled' | 'too-early' | 'in-future';

export const markRefusals = {
  unknown: '没有找到这张凭证，请核对凭证号。',
  'other-event': '这张凭证是另一场活动的。',
  'not-booked': '这个人还在候补，没有名额。',
  unconfirmed: '名额还没有确认，请先在手机上确认。',
  cancelled: '这个预约已经取消，凭证作废。',
  lapsed: '候补的空位逾期未确认，没有名额。',
  unserved: '候补没有轮到，没有名额。',
  'event-cancelled': '这一场已经取消，不能签到。',
  'too-early': `还没有到签到的时间，开始前 ${CHECK_IN_HOURS_AHEAD} 小时起可以签到。`,
  'in-future': '签到时间晚于现在，请核对手机的时间。',
} as const satisfies Readonly<Record<MarkRefusal, string>>;

export interface MarkedBooking {
  readonly eventId: string;
  readonly state: BookingState;
  readonly offeredUntil: Date | null;
}

const whyNotBooked = { waiting: 'not-booked', offered: 'unconfirmed', cancelled: 'cancelled', lapsed: 'lapsed' } as const satisfies Readonly<Record<Exclude<BookingState, 'booked'>, MarkRefusal>>;

/** From when marks count at an event that starts then. */
export const checkInOpensAt = (startsAt: Date): Date => new Date(startsAt.getTime() - CHECK_IN_HOURS_AHEAD * HOUR);

/** Whether a mark counts: null, or why not. */
export function markRefusal(event: { readonly id: string; readonly startsAt: Date; readonly cancelledAt: Date | null }, booking: MarkedBooking | undefined, at: Date, now: Date): MarkRefusal | null {
  if (!booking) return 'unknown';
  if (booking.eventId !== event.id) return 'other-event';
  if (event.cancelledAt !== null) return 'event-cancelled';
  if (isUnserved(booking)) return 'unserved';
  if (booking.state !== 'booked') return whyNotBooked[booking.state];
  if (at < checkInOpensAt(event.startsAt)) return 'too-early';
  return at.getTime() > now.getTime() + CLOCK_TOLERANCE_MS ? 'in-future' : null;
}
