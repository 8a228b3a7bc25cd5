import * as v from 'valibot';
import type { BookingMove, BookingState } from '../../domain/booking/state';
import { action } from '../action';
import { cursor, recordId, wordsOf } from '../fields';
import type { EventRow } from './event';
import { phone } from '../phone';

export interface BookingRow {
  readonly id: string;
  readonly event: EventRow;
  readonly state: BookingState;
  readonly stateLabel: string;
  /** Until when an offered place is kept, or was until it lapsed; null for whoever was not offered one. */
  readonly offeredUntil: string | null;
  /** The same as what was left of it when this was answered, in milliseconds, null unless offered: the device's clock may say anything. */
  readonly offerLeftMs: number | null;
}

export interface BookingView extends BookingRow {
  readonly bookedAt: string;
  /** Null once erased. */
  readonly name: string | null;
  readonly phone: string | null;
  /** Null too when none was given. */
  readonly firmName: string | null;
  /** 1 is who comes next; null unless waiting. */
  readonly queuePosition: number | null;
  /** Only of a booked one; `qrText` is what its QR code says. */
  readonly ticket: { readonly code: string; readonly qrText: string } | null;
  /** When the holder was checked in; null until then. */
  readonly presentAt: string | null;
  /** What the holder may do now. */
  readonly moves: readonly BookingMove[];
}

export interface BookingPage {
  readonly bookings: readonly BookingRow[];
  readonly nextCursor: string | null;
}

export const bookingActions = {
  'booking.book': action<BookingView>()({
    who: 'person',
    effect: 'settled',
    summary: 'Books a place at an event, or joins its waiting list when every place is taken; whoever has a booking there already gets that one.',
    input: v.strictObject({
      eventId: recordId,
      name: wordsOf('姓名', { min: 2, max: 20 }),
      phone,
      firmName: v.optional(wordsOf('单位名称', { min: 0, max: 60 }), ''),
      consent: v.literal(true, '请先阅读并同意个人信息的用途说明。'),
    }),
  }),
  'booking.accept': action<BookingView>()({
    who: 'person',
    effect: 'change',
    summary: 'Accepts the place that was offered to one’s own booking.',
    input: v.strictObject({ id: recordId }),
  }),
  'booking.cancel': action<BookingView>()({
    who: 'person',
    effect: 'change',
    summary: 'Cancels one’s own booking; its place goes to whoever waits.',
    input: v.strictObject({ id: recordId }),
  }),
  'booking.mine': action<BookingPage>()({
    who: 'person',
    effect: 'read',
    summary: 'The caller’s bookings, those of the latest event first, ten a page.',
    input: v.strictObject({ cursor }),
  }),
  'booking.get': action<BookingView>()({
    who: 'person',
    effect: 'read',
    summary: 'One of the caller’s bookings with its ticket.',
    input: v.strictObject({ id: recordId }),
  }),
} as const;
