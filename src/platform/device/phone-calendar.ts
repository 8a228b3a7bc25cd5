import Taro from '@tarojs/taro';
import { download } from './download';
import { isH5 } from '../environment';
import { refusalIn, type Refusal } from './permission';

/** ISO 8601, as are all instants on the wire. */
export interface CalendarEntry {
  readonly title: string;
  readonly address: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** What became of it. `added`: on H5 the download has begun; the calendar itself asks whether to take it. */
export type CalendarAdded = 'added' | Refusal;

/** A day before, as the file says: late enough to be remembered, early enough to cancel. */
const REMIND_BEFORE_SECONDS = 24 * 60 * 60;

const seconds = (instant: string): number => Math.floor(new Date(instant).getTime() / 1000);

/** Puts something into the phone's own calendar; in a browser, which has none, as a file that every calendar opens. */
export async function addToCalendar({ title, address, startsAt, endsAt }: CalendarEntry, file: { readonly name: string; readonly text: string }): Promise<CalendarAdded> {
  if (isH5) {
    download(file.name, file.text, 'text/calendar;charset=utf-8');
    return 'added';
  }
  try {
    await Taro.addPhoneCalendar({ title, location: address, startTime: seconds(startsAt), endTime: String(seconds(endsAt)), alarmOffset: REMIND_BEFORE_SECONDS });
    return 'added';
  } catch (failure) {
    return refusalIn(failure);
  }
}
