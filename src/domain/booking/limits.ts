/** Of one event. */
export const MOST_PLACES = 2000;
export const MOST_WAITING = 500;
/** How long an offered place is kept. */
export const OFFER_HOURS = { least: 1, most: 72, usual: 24 } as const;
/** In one call of `check-in.sync`. */
export const MOST_MARKS = 200;
/** So long before the start nobody has come yet. */
export const CHECK_IN_HOURS_AHEAD = 12;
/** Name, phone and firm of a booking are erased so many days after its event has ended. */
export const BOOKING_RETENTION_DAYS = 90;
