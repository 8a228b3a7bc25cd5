import * as v from 'valibot';
import { MOST_PLACES, MOST_WAITING, OFFER_HOURS } from '../../domain/booking/limits';
import { bookingStates, type BookingState } from '../../domain/booking/state';
import { action } from '../action';
import { contentId, count, cursor, instant, recordId, text, version, wordsOf } from '../fields';
import { span, type EventRow, type EventView } from './event';

export interface EventCounts {
  readonly booked: number;
  readonly offered: number;
  readonly waiting: number;
  readonly present: number;
}

export interface ManagedEventRow extends EventRow {
  readonly counts: EventCounts;
}

export interface ManagedEventPage {
  readonly events: readonly ManagedEventRow[];
  readonly nextCursor: string | null;
  /** What a new event can be of; only with the first page. */
  readonly choices: {
    readonly activities: readonly { readonly id: string; readonly number: number; readonly title: string }[];
    readonly offices: readonly { readonly id: string; readonly name: string }[];
  } | null;
}

/** A booking as the event's office sees it. */
export interface EventBookingRow {
  readonly id: string;
  readonly state: BookingState;
  readonly stateLabel: string;
  /** Null once erased. */
  readonly name: string | null;
  readonly phone: string | null;
  readonly firmName: string | null;
  readonly bookedAt: string;
  readonly offeredUntil: string | null;
  readonly presentAt: string | null;
  /** Whether the office may cancel it now, for a holder who cannot come. */
  readonly cancellable: boolean;
}

export interface EventBookingPage {
  readonly bookings: readonly EventBookingRow[];
  readonly counts: EventCounts;
  readonly nextCursor: string | null;
}

/** Instants are ISO 8601 with their offset. */
const details = {
  title: wordsOf('场次名称', { min: 2, max: 40 }),
  address: wordsOf('地点', { min: 2, max: 80 }),
  startsAt: instant('开始时间'),
  endsAt: instant('结束时间'),
  bookingOpensAt: instant('开始预约的时间'),
  bookingClosesAt: instant('截止预约的时间'),
  capacity: count('名额', 1, MOST_PLACES),
  waitingLimit: count('候补人数上限', 0, MOST_WAITING),
  offerHours: v.optional(count('空位保留的小时数', OFFER_HOURS.least, OFFER_HOURS.most), OFFER_HOURS.usual),
  audience: v.optional(text('面向人群', { min: 0, max: 100 }), ''),
  bring: v.optional(text('参加须知', { min: 0, max: 300, lines: 'many' }), ''),
} as const;

const cancellationNote = wordsOf('取消的原因', { min: 5, max: 200 });

/** How long what the bookings are searched for may be. */
export const LONGEST_BOOKING_SEARCH = 20;

/** An office's own: its officers and its editors manage it. */
export const eventOfficeActions = {
  'event.own': action<ManagedEventPage>()({
    who: 'staff',
    effect: 'read',
    summary: 'Events of the caller’s own offices, ten a page: those to come soonest first, those over latest first.',
    input: v.strictObject({ span, cursor }),
  }),
  'event.add': action<EventView>()({
    who: 'staff',
    effect: 'change',
    summary: 'Adds an event to an activity, with its places.',
    input: v.strictObject({ activityId: contentId('活动'), officeId: contentId('单位'), ...details }),
  }),
  'event.change': action<EventView>()({
    who: 'staff',
    effect: 'change',
    summary: 'Changes an event that has not begun; everybody booked is told of another time or address, and new places go to whoever waits.',
    input: v.strictObject({ id: recordId, version, ...details }),
  }),
  'event.cancel': action<EventView>()({
    who: 'staff',
    effect: 'change',
    summary: 'Cancels an event that has not begun, with every booking; everybody is told why.',
    input: v.strictObject({ id: recordId, version, note: cancellationNote }),
  }),
  'event.bookings': action<EventBookingPage>()({
    who: 'staff',
    effect: 'read',
    summary: 'The bookings of one event of the caller’s office with names and phones, all or those whose name or phone contains the words, in the order in which they were made, ten a page.',
    input: v.strictObject({
      id: recordId,
      state: v.optional(v.picklist(bookingStates, '没有这种状态。')),
      words: v.optional(wordsOf('姓名或电话', { min: 0, max: LONGEST_BOOKING_SEARCH }), ''),
      cursor,
    }),
  }),
  'event.cancel-booking': action<EventBookingRow>()({
    who: 'staff',
    effect: 'change',
    summary: 'Cancels one booking at an event of the caller’s office that has not begun, for a holder who cannot come; the holder is told why, and the place goes to whoever waits.',
    input: v.strictObject({ id: recordId, note: cancellationNote }),
  }),
  'event.export': action<{ readonly id: string; readonly name: string; readonly base64: string | null; readonly rowCount: number }>()({
    who: 'staff',
    effect: 'change',
    secret: 'base64',
    summary: 'The bookings of one event as an Excel workbook with names, phones and firms, those that stand first; a change, since the audit log notes who took it.',
    input: v.strictObject({ id: recordId }),
  }),
} as const;
