import { chinaDate, inChina, monthDayWeekday } from '../china-time';

/** `9 月 12 日（周二）14:00—16:00`; of an event over several days both days are named. */
export function eventTime({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): string {
  const [from, to] = [chinaDate(startsAt), chinaDate(endsAt)];
  const start = `${monthDayWeekday(from)}${inChina(startsAt).format('HH:mm')}`;
  const end = inChina(endsAt).format('HH:mm');
  return from === to ? `${start}—${end}` : `${start}至 ${monthDayWeekday(to)}${end}`;
}
