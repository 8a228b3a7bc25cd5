import { addDays } from '../china-time';
import { addWorkingDays, type IsWorkingDay } from '../working-days';

const FIRST_WORKING_DAY = 2;
const WITHIN_DAYS = 30;

/**
 * The days a firm may prefer for a visit, soonest first: the working days from the second working day after `today`,
 * so that the office has a whole one to prepare, up to and including the 30th calendar day after it. They may lie
 * after the campaign's end: what was asked for in time is still done.
 */
export function visitDates(today: string, isWorkingDay: IsWorkingDay): readonly string[] {
  const last = addDays(today, WITHIN_DAYS);
  const dates: string[] = [];
  for (let day = addWorkingDays(today, FIRST_WORKING_DAY, isWorkingDay); day <= last; day = addDays(day, 1)) {
    if (isWorkingDay(day)) dates.push(day);
  }
  return dates;
}
