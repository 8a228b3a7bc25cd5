export interface EventTimes {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly bookingOpensAt: Date;
  readonly bookingClosesAt: Date;
}

const DAY = 24 * 60 * 60 * 1000;
/** Further away it is a slip of the pen. */
const MOST_DAYS_AHEAD = 366;
const MOST_DAYS_LONG = 31;

/**
 * What is wrong with an event's times and places, by field; empty when nothing is.
 *
 * @param held places that are booked or offered already
 * @param before the event that is changed: once its booking has closed, that time may stay as it is
 */
export function eventMistakes({ startsAt, endsAt, bookingOpensAt, bookingClosesAt }: EventTimes, capacity: number, held: number, now: Date, before?: EventTimes): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  if (startsAt <= now) found.startsAt = '开始时间已经过去，请改为以后的时间。';
  else if (startsAt.getTime() - now.getTime() > MOST_DAYS_AHEAD * DAY) found.startsAt = '开始时间超过一年，请核对年份。';
  if (endsAt <= startsAt) found.endsAt = '结束时间要晚于开始时间。';
  else if (endsAt.getTime() - startsAt.getTime() > MOST_DAYS_LONG * DAY) found.endsAt = '一场最长 31 天，请核对日期。';
  if (bookingClosesAt > startsAt) found.bookingClosesAt = '截止预约的时间不能晚于开始时间。';
  else if (bookingClosesAt <= now && bookingClosesAt.getTime() !== before?.bookingClosesAt.getTime()) found.bookingClosesAt = '截止预约的时间已经过去，请改为以后的时间。';
  if (bookingOpensAt >= bookingClosesAt) found.bookingOpensAt = '开始预约的时间要早于截止预约的时间。';
  if (capacity < held) found.capacity = `已有 ${held} 个名额被预约或为候补保留，名额不能少于 ${held}。`;
  return found;
}
