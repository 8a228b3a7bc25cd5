import type { Slot } from './types';

/** `2017-09-12 am`; its order is the order of time. */
export const slotKey = ({ date, half }: Slot): string => `${date} ${half}`;

const DAY_MS = 24 * 60 * 60_000;

/** The Monday of a calendar date's week. Plain arithmetic: a plan asks for it some hundred thousand times. */
export function mondayOf(date: string): string {
  const midnight = Date.parse(date);
  const daysSinceMonday = (new Date(midnight).getUTCDay() + 6) % 7;
  return new Date(midnight - daysSinceMonday * DAY_MS).toISOString().slice(0, 10);
}
