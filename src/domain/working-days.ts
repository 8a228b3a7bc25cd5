import { addDays } from './china-time';

/** Says whether a calendar date is worked, 调休 included; the calendar is the caller's. */
export type IsWorkingDay = (date: string) => boolean;

/**
 * The n-th working day after `date`. The day itself never counts, so a request filed on a Sunday and one filed on
 * the Friday before it share their due date.
 *
 * @param count working days, at least 1
 */
export function addWorkingDays(date: string, count: number, isWorkingDay: IsWorkingDay): string {
  let day = date;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Working days after `today` up to and including `due`: 0 on the due day itself, negative once it has passed. */
export function workingDaysLeft(today: string, due: string, isWorkingDay: IsWorkingDay): number {
  const [from, to, sign] = today <= due ? [today, due, 1] : [due, today, -1];
  let count = 0;
  for (let day = from; day < to; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) count += 1;
  }
  return sign * count || 0; // never -0
}
