/**
 * Where a booking is. `waiting` stands in the queue without a place. `offered` and `booked` hold one: an offered one until
 * its time to accept runs out. `cancelled` and `lapsed` are ends, after which the person may book again; `lapsed` is an offer
 * that ran out, or a wait that the start of the event ended.
 */
export type BookingState = 'waiting' | 'offered' | 'booked' | 'cancelled' | 'lapsed';

export const bookingStates = ['waiting', 'offered', 'booked', 'cancelled', 'lapsed'] as const satisfies readonly BookingState[];

/** Those that stand for something: of one person at most one at each event. */
export const standingStates = ['waiting', 'offered', 'booked'] as const satisfies readonly BookingState[];

export const bookingStateLabels = {
  waiting: '候补中',
  offered: '有空位，等您确认',
  booked: '预约成功',
  cancelled: '已取消',
  lapsed: '逾期未确认',
} as const satisfies Readonly<Record<BookingState, string>>;

/** A lapsed booking that was never offered a place; one that was keeps until when. */
export const isUnserved = ({ state, offeredUntil }: { readonly state: BookingState; readonly offeredUntil: Date | string | null }): boolean => state === 'lapsed' && offeredUntil === null;

export const bookingStateLabel = (booking: Parameters<typeof isUnserved>[0]): string => (isUnserved(booking) ? '没有轮到' : bookingStateLabels[booking.state]);

export type BookingMove = 'accept' | 'cancel';

/** The times that decide what may be done with a booking. */
export interface BookingTimes {
  readonly state: BookingState;
  /** Null unless it was offered. */
  readonly offeredUntil: Date | null;
  readonly startsAt: Date;
  /** Null until the holder is checked in. */
  readonly presentAt: Date | null;
}

/** What its holder may do now: cancel until the event starts, unless already there; accept until the offer's time has run out. */
export function bookingMoves({ state, offeredUntil, startsAt, presentAt }: BookingTimes, now: Date): readonly BookingMove[] {
  const moves: BookingMove[] = [];
  if (state === 'offered' && offeredUntil !== null && now < offeredUntil) moves.push('accept');
  if (standingStates.some((standing) => standing === state) && now < startsAt && presentAt === null) moves.push('cancel');
  return moves;
}
