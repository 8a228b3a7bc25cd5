import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

// Asia/Shanghai has had no daylight saving since 1991, so its offset is a constant; `Intl` time zones are missing
// on some of WeChat's engines.
const CHINA_OFFSET_MINUTES = 8 * 60;

/** An instant on China's wall clock. */
export const inChina = (instant: Date | string | number) => dayjs(instant).utcOffset(CHINA_OFFSET_MINUTES);

/** `2017-09-07` */
export const chinaDate = (instant: Date | string | number): string => inChina(instant).format('YYYY-MM-DD');

/** ISO 8601 with its offset, `2017-09-07T09:00:00+08:00`: what every reply carries. */
export const chinaIso = (instant: Date | string | number): string => inChina(instant).format('YYYY-MM-DDTHH:mm:ssZ');

/** `9 月 7 日`, of a calendar date. */
export const monthDay = (date: string): string => dayjs.utc(date).format('M 月 D 日');

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** `9 月 12 日（周二）`, of a calendar date. */
export const monthDayWeekday = (date: string): string => `${monthDay(date)}（${WEEKDAYS[dayjs.utc(date).day()]}）`;

/** `9 月 7 日 14:30`, of an instant. */
export const monthDayTime = (instant: string): string => inChina(instant).format('M 月 D 日 HH:mm');

/** Days from one calendar date to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayjs.utc(to).diff(dayjs.utc(from), 'day');

export const addDays = (date: string, days: number): string => dayjs.utc(date).add(days, 'day').format('YYYY-MM-DD');
