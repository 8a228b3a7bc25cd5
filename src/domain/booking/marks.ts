import type { BookingState } from './state';

/** A device's clock may be ahead of ours by so much. */
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

/** Why a mark does not count. */
export type MarkRefusal = 'unknown' | 'other-event' | 'not-booked' | 'cancelled' | 'lapsed' | 'event-cancelled' | 'in-future';

export const markRefusals = {
  unknown: '没有找到这张凭证，请核对凭证号。',
  'other-event': '这张凭证是另一场活动的。',
  'not-booked': '这个人还在候补，没有名额。',
  cancelled: '这个预约已经取消，凭证作废。',
  lapsed: '候补的空位逾期未确认，没有名额。',
  'event-cancelled': '这一场已经取消，不能签到。',
  'in-future': '签到时间晚于现在，请核对手机的时间。',
} as const satisfies Readonly<Record<MarkRefusal, string>>;

export interface MarkedBooking {
  readonly eventId: string;
  readonly state: BookingState;
}

/** Whether a mark counts: null, or why not. */
export function markRefusal(event: { readonly id: string; readonly cancelledAt: Date | null }, booking: MarkedBooking | undefined, at: Date, now: Date): MarkRefusal | null {
  if (!booking) return 'unknown';
  if (booking.eventId !== event.id) return 'other-event';
  if (event.cancelledAt !== null) return 'event-cancelled';
  if (booking.state === 'cancelled' || booking.state === 'lapsed') return booking.state;
  if (booking.state !== 'booked') return 'not-booked';
  return at.getTime() > now.getTime() + CLOCK_TOLERANCE_MS ? 'in-future' : null;
}
