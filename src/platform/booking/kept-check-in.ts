import type { Input } from '../../contract/actions';
import type { CheckInList } from '../../contract/booking/check-in';
import { isRecord } from '../request/filling';
import { kept, PERSONAL_PREFIX, read, remove, write } from '../storage';

export type Mark = Input<'check-in.sync'>['marks'][number];

export interface KeptMark {
  readonly mark: Mark;
  /** Why the server does not count it; null while it has not said. */
  readonly refusal: string | null;
}

/** One person at the door of one event. */
export interface AtDoor {
  readonly eventId: string;
  readonly personId: string;
}

/** The list as it was last read, with what the marks since then have said. */
export interface KeptList {
  readonly list: CheckInList;
  /** The server's clock less this device's, in milliseconds. */
  readonly clockAhead: number;
}

// Names and digits of phones go with the drafts when another person takes over the device. Marks say nothing of a person;
// they stay, and wait for whoever made them.
const LIST_PREFIX = `${PERSONAL_PREFIX}check-in `;
const MARK_PREFIX = 'check-in mark ';

const markPrefix = ({ eventId, personId }: AtDoor): string => `${MARK_PREFIX}${eventId} ${personId} `;

const isList = (value: unknown): value is KeptList =>
  isRecord(value) &&
  typeof value.clockAhead === 'number' &&
  isRecord(value.list) &&
  typeof value.list.personId === 'string' &&
  isRecord(value.list.event) &&
  typeof value.list.event.endsAt === 'string' &&
  Array.isArray(value.list.rows) &&
  value.list.rows.every(isRecord);

const isMark = (value: unknown): value is KeptMark =>
  isRecord(value) &&
  (value.refusal === null || typeof value.refusal === 'string') &&
  isRecord(value.mark) &&
  [value.mark.markId, value.mark.at, value.mark.ticketCode].every((text) => typeof text === 'string') &&
  typeof value.mark.present === 'boolean';

export const readList = (eventId: string): KeptList | null => read(LIST_PREFIX + eventId, isList);

/** Says whether it was kept. */
export const keepList = (eventId: string, list: KeptList): boolean => write(LIST_PREFIX + eventId, list);

export const dropList = (eventId: string): void => {
  remove(LIST_PREFIX + eventId);
};

/** Oldest first. */
export const readMarks = (door: AtDoor): readonly KeptMark[] =>
  kept()
    .flatMap((name) => (name.startsWith(markPrefix(door)) ? (read(name, isMark) ?? []) : []))
    .sort((one, other) => new Date(one.mark.at).getTime() - new Date(other.mark.at).getTime());

/** Says whether it was kept. Each lies by itself, so that two tabs at one door do not write over each other's. */
export const keepMark = (door: AtDoor, kept: KeptMark): boolean => write(markPrefix(door) + kept.mark.markId, kept);

export const dropMark = (door: AtDoor, markId: string): void => {
  remove(markPrefix(door) + markId);
};

interface FoundMark {
  readonly name: string;
  readonly door: AtDoor;
}

const foundMarks = (): readonly FoundMark[] =>
  kept().flatMap((name) => {
    if (!name.startsWith(MARK_PREFIX)) return [];
    const [eventId = '', personId = ''] = name.slice(MARK_PREFIX.length).split(' ');
    return [{ name, door: { eventId, personId } }];
  });

/** Of whose marks this device has some. */
export const markedDoors = (): readonly AtDoor[] => [...new Map(foundMarks().map(({ door }) => [markPrefix(door), door])).values()];

const DAY = 24 * 60 * 60 * 1000;
/** So long after an event its list may still be looked at. */
const LIST_DAYS = 3;

/** Drops the lists of events that are over by the server's clock, with refusals that nobody has read; where a mark waits to be sent, all stays. */
export function dropListsThatAreOver(now: Date): void {
  for (const name of kept()) {
    if (!name.startsWith(LIST_PREFIX)) continue;
    const found = read(name, isList);
    const marks = foundMarks().filter(({ door }) => LIST_PREFIX + door.eventId === name);
    const isOver = found === null || new Date(found.list.event.endsAt).getTime() + LIST_DAYS * DAY < now.getTime() + found.clockAhead;
    if (!isOver || marks.some((mark) => read(mark.name, isMark)?.refusal === null)) continue;
    for (const mark of marks) remove(mark.name);
    remove(name);
  }
}
