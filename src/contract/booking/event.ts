import * as v from 'valibot';
import type { Availability } from '../../domain/booking/availability';
import type { BookingState } from '../../domain/booking/state';
import { action } from '../action';
import { contentId, cursor, recordId } from '../fields';

// The words of this mechanism, from the database to the screen: an event (场次) of an activity has places (名额) and an
// address; a person's booking (预约) is waiting (候补), offered, booked, cancelled or lapsed; a booked one has a ticket
// (入场凭证); at the door marks (签到记录) say who is present.

export interface EventRow {
  readonly id: string;
  readonly version: number;
  /** When it was last changed. */
  readonly changedAt: string;
  readonly activity: { readonly id: string; readonly number: number; readonly shortTitle: string };
  readonly officeId: string;
  readonly officeName: string;
  readonly title: string;
  readonly address: string;
  /** ISO 8601 with the +08:00 offset, as every instant here. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly bookingOpensAt: string;
  readonly bookingClosesAt: string;
  readonly capacity: number;
  /** Places that can be booked at once; 0 while somebody waits. */
  readonly placesLeft: number;
  readonly waitingCount: number;
  readonly availability: Availability;
  /** The caller's booking that stands; null without one, or without an identity. */
  readonly own: OwnBooking | null;
}

export interface OwnBooking {
  readonly id: string;
  readonly state: Extract<BookingState, 'waiting' | 'offered' | 'booked'>;
}

export interface EventView extends EventRow {
  /** How many people may wait; 0 where there is no waiting list. */
  readonly waitingLimit: number;
  /** How many hours an offered place is kept at most; near the start it is kept for half of the time that is left. */
  readonly offerHours: number;
  /** For whom it is; null when nothing is said. */
  readonly audience: string | null;
  /** What to bring, or to know before; null when nothing is said. */
  readonly bring: string | null;
  /** Why it is cancelled; null unless it is. */
  readonly cancellationNote: string | null;
  /** What a person agrees to by booking, and how long what they wrote is kept. */
  readonly consent: string;
  readonly retention: string;
  /** Whether the caller manages it: an officer or an editor of its office. */
  readonly manages: boolean;
  /** Whether it may still be changed or cancelled by whoever manages it: until it begins. */
  readonly changeable: boolean;
}

export interface EventPage {
  readonly events: readonly EventRow[];
  readonly nextCursor: string | null;
}

export const span = v.optional(v.picklist(['to-come', 'over'], '没有这个范围。'), 'to-come');

export const eventActions = {
  'event.list': action<EventPage>()({
    who: 'anyone',
    effect: 'read',
    summary: 'Events of all activities or of one, ten a page: those to come or under way soonest first, those over latest first.',
    input: v.strictObject({ activityId: v.optional(contentId('活动')), span, cursor }),
  }),
  'event.get': action<EventView>()({
    who: 'anyone',
    effect: 'read',
    summary: 'One event with everything its page shows.',
    input: v.strictObject({ id: recordId }),
  }),
} as const;
