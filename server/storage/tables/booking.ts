import type { ColumnType, Generated } from 'kysely';
import type { BookingState } from '../../../src/domain/booking/state';
import type { Instant } from './index';

export interface BookingTables {
  event: EventTable;
  place: PlaceTable;
  booking: BookingTable;
  checkInMark: CheckInMarkTable;
}

type NullableInstant = ColumnType<Date | null, Date | null | undefined, Date | null>;

interface EventTable {
  id: string;
  campaignId: string;
  activityId: string;
  officeId: string;
  title: string;
  address: string;
  startsAt: Instant;
  endsAt: Instant;
  bookingOpensAt: Instant;
  bookingClosesAt: Instant;
  capacity: number;
  waitingLimit: number;
  offerHours: number;
  audience: string | null;
  bring: string | null;
  cancelledAt: NullableInstant;
  cancellationNote: Generated<string | null>;
  changedAt: Instant;
  version: Generated<number>;
}

/** A place that can be booked at once. What is neither here nor held by a booking is on its way to whoever waits. */
interface PlaceTable {
  eventId: string;
  number: number;
}

interface BookingTable {
  id: string;
  eventId: string;
  /** Null once the person is deleted. */
  personId: string | null;
  /** The order of the queue. */
  turn: Generated<number>;
  state: BookingState;
  /** Which place an offered or booked one holds. */
  place: number | null;
  /** Null unless it is offered, or lapsed when an offer ran out. */
  offeredUntil: NullableInstant;
  name: string | null;
  phone: string | null;
  firmName: string | null;
  ticketCode: string;
  /** When it was made, also where it waited first. */
  bookedAt: Instant;
  /** When an offered place was accepted; null where none was. */
  acceptedAt: NullableInstant;
  remindedAt: NullableInstant;
  erased: Generated<boolean>;
  present: Generated<boolean>;
  /** By the device's clock, of the mark that stands. */
  markedAt: NullableInstant;
  markId: Generated<string | null>;
}

interface CheckInMarkTable {
  id: string;
  bookingId: string;
  present: boolean;
  /** By the device's clock. */
  at: Instant;
  receivedAt: Instant;
  markedBy: string | null;
}
