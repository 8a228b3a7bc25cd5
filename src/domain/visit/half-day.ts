import { addDays, chinaDate, inChina } from '../china-time';
import type { Slot } from '../visit-plan/types';
import type { IsWorkingDay } from '../working-days';

/** China's hours at which the halves of a day are over. */
const ENDS = { am: 12, pm: 18 } as const;

export const halfNames = { am: '上午', pm: '下午' } as const;

/** Whether a half-day is over. */
export function isOver({ date, half }: Slot, now: Date): boolean {
  const today = chinaDate(now);
  return date < today || (date === today && inChina(now).hour() >= ENDS[half]);
}

/** Every half-day of the working days from one date to another, both included, in order of time. */
export function workingHalfDays(from: string, to: string, isWorkingDay: IsWorkingDay): Slot[] {
  const slots: Slot[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(date)) slots.push({ date, half: 'am' }, { date, half: 'pm' });
  }
  return slots;
}
