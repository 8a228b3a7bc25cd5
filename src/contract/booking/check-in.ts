import * as v from 'valibot';
import { MOST_MARKS } from '../../domain/booking/limits';
import type { MarkRefusal } from '../../domain/booking/marks';
import { readTicketCode } from '../../domain/booking/ticket-code';
import { action } from '../action';
import { instant, recordId } from '../fields';

/** Somebody booked; who it is is told by the ticket. */
export interface CheckInRow {
  readonly ticketCode: string;
  /** Null once erased. */
  readonly name: string | null;
  /** The last four digits, to tell namesakes apart. */
  readonly phoneTail: string | null;
  readonly firmName: string | null;
  readonly present: boolean;
  /** When the last mark of it was made on its device; null without one. */
  readonly markedAt: string | null;
}

/** Everything the door needs without a network. */
export interface CheckInList {
  readonly event: { readonly id: string; readonly title: string; readonly address: string; readonly startsAt: string; readonly endsAt: string; readonly cancelled: boolean };
  /** Everybody booked, in the order of names; 2,000 at most. */
  readonly rows: readonly CheckInRow[];
  readonly takenAt: string;
  /** Of the caller: whose marks those are that are made on it. */
  readonly personId: string;
}

export type MarkResult =
  /**
   * `present` is what stands for the booking now: a mark made later may say otherwise. `presentBefore`: when the mark made
   * before this one, by whichever device, said that the holder is here, as this one does; null otherwise.
   */
  | { readonly markId: string; readonly ok: true; readonly present: boolean; readonly presentBefore: string | null }
  | { readonly markId: string; readonly ok: false; readonly reason: MarkRefusal; readonly message: string };

export interface CheckInSync {
  /** In the order of the marks sent. */
  readonly results: readonly MarkResult[];
  readonly presentCount: number;
}

const ticketCode = v.pipe(
  v.string('凭证号不正确。'),
  v.maxLength(200, '凭证号不正确。'),
  v.transform(readTicketCode),
  v.check((code) => code !== null, '凭证号不正确，请核对后重新输入。'),
  v.transform((code) => code ?? ''),
);

const mark = v.strictObject({
  /** Made by the device, one for each tap. */
  markId: recordId,
  ticketCode,
  /** False takes it back. */
  present: v.boolean('请说明是否到场。'),
  /** When it was made, by the device's clock. */
  at: instant('签到时间'),
});

export const checkInActions = {
  'check-in.list': action<CheckInList>()({
    who: 'staff',
    effect: 'read',
    summary: 'Everybody booked at one event of the caller’s office, with what the door needs without a network.',
    input: v.strictObject({ eventId: recordId }),
  }),
  'check-in.sync': action<CheckInSync>()({
    who: 'staff',
    effect: 'settled',
    summary: 'Takes marks of who is present, 200 at most; of each booking the latest mark stands, in whatever order they arrive. What does not count is refused by itself.',
    input: v.strictObject({
      eventId: recordId,
      /** As the list said; a device may hold marks of somebody who used it before, and they go out under nobody else's name. */
      personId: recordId,
      marks: v.pipe(
        v.array(mark, '请选择要签到的人。'),
        v.minLength(1, '请选择要签到的人。'),
        v.maxLength(MOST_MARKS, `一次最多签到 ${MOST_MARKS} 人。`),
        v.check((marks) => new Set(marks.map(({ markId }) => markId)).size === marks.length, '签到记录有重复。'),
      ),
    }),
  }),
} as const;
