import { isLate, type PromiseClock } from '../request/promise-clock';
import { workingDaysLeft, type IsWorkingDay } from '../working-days';

const SOON_WORKING_DAYS = 5;

/** So that one overdue visit counts as much as two that are due soon, or four that are not. */
const WEIGHTS = { overdue: 4, soon: 2, later: 1 } as const;

/** How much a visit counts in a plan, by what was promised: more when that is overdue, or due within five working days. */
export function urgencyOf(clock: PromiseClock, today: string, isWorkingDay: IsWorkingDay): number {
  if (isLate(clock, today)) return WEIGHTS.overdue;
  const left = clock.dueOn === null ? clock.workingDaysLeft : workingDaysLeft(today, clock.dueOn, isWorkingDay);
  return left !== null && left <= SOON_WORKING_DAYS ? WEIGHTS.soon : WEIGHTS.later;
}
