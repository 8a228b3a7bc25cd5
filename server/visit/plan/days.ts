import { chinaDate } from '../../../src/domain/china-time';
import { addWorkingDays } from '../../../src/domain/working-days';
import type { Capabilities } from '../../use-case';

/** Working days that a plan reaches ahead. */
export const DAYS_AHEAD = 20;

/** The working days for which a plan can be made, from tomorrow on. */
export const planDays = ({ now, isWorkingDay }: Pick<Capabilities, 'now' | 'isWorkingDay'>): string[] =>
  Array.from({ length: DAYS_AHEAD }, (_, index) => addWorkingDays(chinaDate(now), index + 1, isWorkingDay));
