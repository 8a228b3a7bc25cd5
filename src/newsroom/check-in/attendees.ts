import type { CheckInRow } from '../../contract/booking/check-in';
import type { KeptMark, Mark } from '../../platform/booking/kept-check-in';

/** Somebody booked, as this device knows it. */
export interface Attendee extends CheckInRow {
  /** A mark of this device is not answered yet; `present` says what it says. */
  readonly pending: boolean;
  /** The last mark, when the server did not count it. */
  readonly refused: { readonly markId: string; readonly message: string } | null;
}

/** A mark that belongs to nobody in the list. */
export interface Stray {
  readonly markId: string;
  /** Null for a ticket that was never in the list. */
  readonly row: CheckInRow | null;
  readonly ticketCode: string | null;
  /** Null while the server has not answered. */
  readonly message: string | null;
}

const isOf = (row: CheckInRow, mark: Mark): boolean => ('bookingId' in mark ? mark.bookingId === row.bookingId : mark.ticketCode === row.ticketCode);

/** The list under the marks that this device has made since; of each person the latest one counts, as on the server. */
export function attendeesIn(rows: readonly CheckInRow[], marks: readonly KeptMark[]): readonly Attendee[] {
  const latest = new Map<string, KeptMark>();
  for (const kept of marks) {
    const { mark } = kept;
    latest.set('bookingId' in mark ? mark.bookingId : mark.ticketCode, kept);
  }
  return rows.map((row) => {
    const last = latest.get(row.bookingId) ?? latest.get(row.ticketCode);
    if (last === undefined) return { ...row, pending: false, refused: null };
    const { mark, refusal } = last;
    if (refusal !== null) return { ...row, pending: false, refused: { markId: mark.markId, message: refusal } };
    return { ...row, present: mark.present, markedAt: mark.at, pending: true, refused: null };
  });
}

/** @param gone who was in the list before and is not any more */
export const straysIn = (rows: readonly CheckInRow[], gone: readonly CheckInRow[], marks: readonly KeptMark[]): readonly Stray[] =>
  marks
    .filter(({ mark }) => !rows.some((row) => isOf(row, mark)))
    .map(({ mark, refusal }) => ({
      markId: mark.markId,
      row: gone.find((row) => isOf(row, mark)) ?? null,
      ticketCode: 'ticketCode' in mark ? mark.ticketCode : null,
      message: refusal,
    }));

/** Those that left the list while a mark is about them: their names are needed still. */
export const stillNamed = (before: readonly CheckInRow[], rows: readonly CheckInRow[], marks: readonly KeptMark[]): readonly CheckInRow[] =>
  before.filter((row) => !rows.some(({ bookingId }) => bookingId === row.bookingId) && marks.some(({ mark }) => isOf(row, mark)));

/** By name, firm, the phone's last digits or the ticket's code. */
export function matching(attendees: readonly Attendee[], words: string): readonly Attendee[] {
  const wanted = words.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (wanted === '') return attendees;
  return attendees.filter(
    ({ name, firmName, phoneTail, ticketCode }) => [name, firmName].some((text) => text?.toUpperCase().includes(wanted) === true) || phoneTail?.endsWith(wanted) === true || ticketCode.startsWith(wanted),
  );
}
