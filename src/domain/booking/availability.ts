/**
 * What somebody who has no booking finds.
 *
 * - `not-open`: booking has not begun.
 * - `open`: there are places.
 * - `waiting-list`: every place is taken, the queue still takes people.
 * - `full`: the queue is full too, or there is none.
 * - `closed`: booking has ended; the event is still to come or under way.
 * - `over`, `cancelled`: of the event itself.
 */
export type Availability = 'not-open' | 'open' | 'waiting-list' | 'full' | 'closed' | 'over' | 'cancelled';

export const availabilityLabels = {
  'not-open': '尚未开始预约',
  open: '可预约',
  'waiting-list': '可候补',
  full: '名额已满',
  closed: '预约已截止',
  over: '已结束',
  cancelled: '已取消',
} as const satisfies Readonly<Record<Availability, string>>;

export interface EventFacts {
  readonly cancelledAt: Date | null;
  readonly endsAt: Date;
  readonly bookingOpensAt: Date;
  readonly bookingClosesAt: Date;
  readonly placesLeft: number;
  readonly waitingCount: number;
  readonly waitingLimit: number;
}

/** Whether one may book or wait, were there room. */
export const isBookingOpen = ({ cancelledAt, bookingOpensAt, bookingClosesAt }: Pick<EventFacts, 'cancelledAt' | 'bookingOpensAt' | 'bookingClosesAt'>, now: Date): boolean =>
  cancelledAt === null && now >= bookingOpensAt && now < bookingClosesAt;

/** Whether its office may still change or cancel it. */
export const isChangeable = ({ cancelledAt, startsAt }: { readonly cancelledAt: Date | null; readonly startsAt: Date }, now: Date): boolean => cancelledAt === null && now < startsAt;

/** A place that is free while somebody waits is meant for whoever waits. */
export function availability(event: EventFacts, now: Date): Availability {
  if (event.cancelledAt !== null) return 'cancelled';
  if (now >= event.endsAt) return 'over';
  if (now < event.bookingOpensAt) return 'not-open';
  if (now >= event.bookingClosesAt) return 'closed';
  if (event.placesLeft > 0 && event.waitingCount === 0) return 'open';
  return event.waitingCount < event.waitingLimit ? 'waiting-list' : 'full';
}
