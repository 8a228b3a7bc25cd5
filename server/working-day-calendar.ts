import { isWorkday } from 'chinese-days';
import type { IsWorkingDay } from '../src/domain/working-days';

/**
 * Mainland China's working days: weekends and public holidays off, 调休 included. The library knows the years whose
 * arrangement the State Council has published; a later year falls back to Monday–Friday.
 */
export const isWorkingDayInChina: IsWorkingDay = (date) => isWorkday(date);
