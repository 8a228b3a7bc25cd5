const HOUR = 60 * 60 * 1000;

/** Until when a place that is offered now is kept: so many hours, or half of the time that is left before the start, whichever is sooner. */
export function offerEnd(now: Date, offerHours: number, startsAt: Date): Date {
  const left = startsAt.getTime() - now.getTime();
  return new Date(now.getTime() + Math.min(offerHours * HOUR, left / 2));
}
