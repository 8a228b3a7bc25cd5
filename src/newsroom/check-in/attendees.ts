import type { CheckInRow } from '../../contract/booking/check-in';
import type { KeptMark } from '../../platform/booking/kept-check-in';

/** Somebody booked, as this device knows it. */
export interface Attendee extends CheckInRow {
  /** A mark of this device is not answered yet; `present` says what it says. */
  readonly pending: boolean;
  /** Why the last mark does not count; null when it does, or when what it said stands all the same. */
  readonly refusal: string | null;
}

/** A mark that belongs to nobody in the list. */
export interface Stray {
  readonly markId: string;
  /** Null for a ticket that was never in the list. */
  readonly row: CheckInRow | null;
  readonly ticketCode: string;
  readonly present: boolean;
  /** Null while the server has not answered. */
  readonly refusal: string | null;
}

/** The list under the marks that this device has made since; of each person the latest one counts, as on the server. */
export function attendeesIn(rows: readonly CheckInRow[], marks: readonly KeptMark[]): readonly Attendee[] {
  const latest = new Map(marks.map((kept) => [kept.mark.ticketCode, kept]));
  return rows.map((row) => {
    const last = latest.get(row.ticketCode);
    if (last === undefined) return { ...row, pending: false, refusal: null };
    const { mark, refusal } = last;
    if (refusal !== null) return { ...row, pending: false, refusal: row.present === mark.present ? null : refusal };
    return { ...row, present: mark.present, markedAt: mark.at, pending: true, refusal: null };
  });
}

const isAmong = (rows: readonly CheckInRow[], ticketCode: string): boolean => rows.some((row) => row.ticketCode === ticketCode);

/** @param gone who was in the list before and is not any more */
export const straysIn = (rows: readonly CheckInRow[], gone: readonly CheckInRow[], marks: readonly KeptMark[]): readonly Stray[] =>
  marks
    .filter(({ mark }) => !isAmong(rows, mark.ticketCode))
    .map(({ mark: { markId, ticketCode, present }, refusal }) => ({ markId, row: gone.find((row) => row.ticketCode === ticketCode) ?? null, ticketCode, present, refusal }));

/** Those that left the list while a mark is about them: their names are needed still. */
export const stillNamed = (before: readonly CheckInRow[], rows: readonly CheckInRow[], marks: readonly KeptMark[]): readonly CheckInRow[] =>
  before.filter(({ ticketCode }) => !isAmong(rows, ticketCode) && marks.some(({ mark }) => mark.ticketCode === ticketCode));

/** What became of a ticket that was marked here. */
export interface Marked {
  /** Null for a ticket that is not in the list, nor was. */
  readonly row: CheckInRow | null;
  readonly present: boolean;
  readonly pending: boolean;
  readonly refusal: string | null;
}

/** By its ticket; null when this device knows nothing of it any more. */
export function markedOf(ticketCode: string, { attendees, strays }: { readonly attendees: readonly Attendee[]; readonly strays: readonly Stray[] }): Marked | null {
  const attendee = attendees.find((one) => one.ticketCode === ticketCode);
  if (attendee !== undefined) return { ...attendee, row: attendee };
  const stray = strays.find((one) => one.ticketCode === ticketCode);
  return stray === undefined ? null : { ...stray, pending: stray.refusal === null };
}

export const nameOf = ({ name }: CheckInRow): string => name ?? '姓名已清除';

/** By name, firm, the phone's last digits or the ticket's code. */
export function matching(attendees: readonly Attendee[], words: string): readonly Attendee[] {
  const wanted = words.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (wanted === '') return attendees;
  return attendees.filter(
    ({ name, firmName, phoneTail, ticketCode }) => [name, firmName].some((text) => text?.toUpperCase().includes(wanted) === true) || phoneTail?.endsWith(wanted) === true || ticketCode.startsWith(wanted),
  );
}
