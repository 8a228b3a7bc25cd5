import type { Input } from '../../contract/actions';
import type { CheckInList } from '../../contract/booking/check-in';
import { DRAFT_PREFIX } from '../request/draft';
import { isRecord } from '../request/filling';
import { kept, read, remove, write } from '../storage';

export type Mark = Input<'check-in.sync'>['marks'][number];

export interface KeptMark {
  readonly mark: Mark;
  /** Why the server does not count it; null while it has not said. */
  readonly refusal: string | null;
}

/** The list as it was last read, with what the marks since then have said. */
export interface KeptList {
  readonly list: CheckInList;
  /** The server's clock less this device's, in milliseconds. */
  readonly clockAhead: number;
}

// Names and digits of phones go with the drafts when another person takes over the device; marks say nothing of a person.
const LIST_PREFIX = `${DRAFT_PREFIX}check-in `;
const MARKS_PREFIX = 'check-in marks ';

const isList = (value: unknown): value is KeptList =>
  isRecord(value) && typeof value.clockAhead === 'number' && isRecord(value.list) && isRecord(value.list.event) && Array.isArray(value.list.rows) && value.list.rows.every(isRecord);

const isMark = (value: unknown): value is KeptMark =>
  isRecord(value) &&
  (value.refusal === null || typeof value.refusal === 'string') &&
  isRecord(value.mark) &&
  [value.mark.markId, value.mark.at, value.mark.bookingId ?? value.mark.ticketCode].every((text) => typeof text === 'string') &&
  typeof value.mark.present === 'boolean';

const areMarks = (value: unknown): value is readonly KeptMark[] => Array.isArray(value) && value.every(isMark);

export const readList = (eventId: string): KeptList | null => read(LIST_PREFIX + eventId, isList);

export const keepList = (eventId: string, list: KeptList): boolean => write(LIST_PREFIX + eventId, list);

export const readMarks = (eventId: string): readonly KeptMark[] => read(MARKS_PREFIX + eventId, areMarks) ?? [];

/** Says whether they were kept. */
export function keepMarks(eventId: string, marks: readonly KeptMark[]): boolean {
  if (marks.length > 0) return write(MARKS_PREFIX + eventId, marks);
  remove(MARKS_PREFIX + eventId);
  return true;
}

/** The events of which this device has marks. */
export const markedEvents = (): readonly string[] => kept().flatMap((name) => (name.startsWith(MARKS_PREFIX) ? [name.slice(MARKS_PREFIX.length)] : []));
