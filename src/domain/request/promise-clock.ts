import { addWorkingDays, workingDaysLeft, type IsWorkingDay } from '../working-days';
import type { RequestChange } from './state';

/** Why the clock of a promise stands still; the firm sees it by its name. */
export type PauseReason = 'completion' | 'visit' | 'firm-asked' | 'testing' | 'other-authority';

export const pauseReasonNames = {
  completion: '等待企业补充材料',
  visit: '等待约定的上门时间',
  'firm-asked': '企业要求推迟办理',
  testing: '等待检测结果',
  'other-authority': '等待其他单位答复',
} as const satisfies Record<PauseReason, string>;

/** Those that an officer may give; the others follow from what is done. */
export const officerPauseReasons = ['firm-asked', 'testing', 'other-authority'] as const satisfies readonly PauseReason[];

/** Running: `dueOn` alone. Standing still: `workingDaysLeft` (negative when overdue already) and `pausedFor`. Stopped: neither. */
export interface PromiseClock {
  readonly dueOn: string | null;
  readonly workingDaysLeft: number | null;
  readonly pausedFor: PauseReason | null;
}

/** The days that a kind of request promises, in working days. */
export interface PromisedDays {
  readonly answerWithin: number;
  readonly concludeWithin: number;
}

export const stoppedClock: PromiseClock = { dueOn: null, workingDaysLeft: null, pausedFor: null };

const startedClock = (today: string, days: number, isWorkingDay: IsWorkingDay): PromiseClock => ({
  ...stoppedClock,
  dueOn: addWorkingDays(today, days, isWorkingDay),
});

/** Of a request that is filed today: it is answered within the days promised. */
export const filedClock = (today: string, { answerWithin }: PromisedDays, isWorkingDay: IsWorkingDay): PromiseClock =>
  startedClock(today, answerWithin, isWorkingDay);

function pausedClock(clock: PromiseClock, reason: PauseReason, today: string, isWorkingDay: IsWorkingDay): PromiseClock {
  const left = clock.dueOn === null ? clock.workingDaysLeft : workingDaysLeft(today, clock.dueOn, isWorkingDay);
  return left === null ? clock : { dueOn: null, workingDaysLeft: left, pausedFor: reason };
}

// Whoever has to go on gets at least one working day.
const resumedClock = (clock: PromiseClock, today: string, isWorkingDay: IsWorkingDay): PromiseClock =>
  clock.workingDaysLeft === null ? clock : startedClock(today, Math.max(clock.workingDaysLeft, 1), isWorkingDay);

export interface ClockChange {
  readonly change: RequestChange;
  /** Of `pause`. */
  readonly reason?: PauseReason;
  /** Of `accept`: it was accepted before and passed on since, so that its conclusion is promised already. */
  readonly again?: boolean;
  /** The day of the change, in China. */
  readonly today: string;
  readonly promised: PromisedDays;
}

/**
 * The clock after a change. It never starts anew by being passed on: to the firm it is one promise, whoever keeps it.
 * From a request's timeline alone the same clock can be computed again.
 */
export function clockAfter(clock: PromiseClock, { change, reason, again = false, today, promised }: ClockChange, isWorkingDay: IsWorkingDay): PromiseClock {
  switch (change) {
    case 'accept':
      return again && (clock.dueOn !== null || clock.workingDaysLeft !== null) ? resumedClock(clock, today, isWorkingDay) : startedClock(today, promised.concludeWithin, isWorkingDay);
    case 'reopen':
      return startedClock(today, promised.answerWithin, isWorkingDay);
    case 'return':
      return pausedClock(clock, 'completion', today, isWorkingDay);
    case 'schedule':
      return pausedClock(clock, 'visit', today, isWorkingDay);
    case 'pause':
      return pausedClock(clock, reason ?? 'firm-asked', today, isWorkingDay);
    case 'complete':
    case 'unschedule':
    case 'visit':
    case 'resume':
    case 'transfer':
      return resumedClock(clock, today, isWorkingDay);
    case 'assign':
      return clock;
    case 'decline':
    case 'conclude':
    case 'merge':
    case 'withdraw':
    case 'confirm':
      return stoppedClock;
  }
}

/** Whether the promise was broken by the end of `today`; the due day itself is in time. */
export const isLate = ({ dueOn, workingDaysLeft: left }: PromiseClock, today: string): boolean => (dueOn !== null && today > dueOn) || (left !== null && left < 0);
