import { inFileName } from '../file-name';

export interface CalendarEvent {
  readonly id: string;
  /** A calendar replaces an entry by one of a higher version. */
  readonly version: number;
  readonly title: string;
  readonly address: string;
  /** ISO 8601 with their offset, as `changedAt`. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly changedAt: string;
}

const OCTETS = 75;
/** In UTF-8. WeChat has no `TextEncoder`. */
const octets = (character: string): number => encodeURIComponent(character).replace(/%[0-9A-F]{2}/g, '_').length;

/** RFC 5545, 3.1: a line has 75 octets at most; a longer one goes on after a line break and a space. No character is split. */
function fold(line: string): string {
  let folded = '';
  let used = 0;
  for (const character of line) {
    const size = octets(character);
    if (used + size > OCTETS) {
      folded += '\r\n ';
      used = 1;
    }
    folded += character;
    used += size;
  }
  return folded;
}

/** RFC 5545, 3.3.11. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n?|\n/g, '\\n');

/** `20170907T060000Z` */
const utc = (instant: string): string => `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** An event as an iCalendar file (RFC 5545) that reminds a day before, the same for the same version. */
export function calendarFile({ id, version, title, address, startsAt, endsAt, changedAt }: CalendarEvent): { readonly name: string; readonly text: string } {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Quality Month//Booking//ZH',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:event-${id}@quality-month`,
    `SEQUENCE:${version - 1}`,
    `DTSTAMP:${utc(changedAt)}`,
    `DTSTART:${utc(startsAt)}`,
    `DTEND:${utc(endsAt)}`,
    `SUMMARY:${escaped(title)}`,
    `LOCATION:${escaped(address)}`,
    'STATUS:CONFIRMED',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-P1D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return { name: `${inFileName(title)}.ics`, text: lines.map((line) => `${fold(line)}\r\n`).join('') };
}
