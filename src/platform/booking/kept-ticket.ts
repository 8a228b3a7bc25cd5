import type { BookingView } from '../../contract/booking/booking';
import { isRecord } from '../request/filling';
import { kept, PERSONAL_PREFIX, read, remove, write } from '../storage';

// It holds a name, so it goes with the drafts when another person takes over the device.
const PREFIX = `${PERSONAL_PREFIX}ticket `;

const areTexts = (...values: unknown[]): boolean => values.every((value) => typeof value === 'string');

const isTicket = (value: unknown): value is BookingView =>
  isRecord(value) &&
  value.state === 'booked' &&
  areTexts(value.id, value.stateLabel) &&
  isRecord(value.event) &&
  areTexts(value.event.id, value.event.title, value.event.address, value.event.startsAt, value.event.endsAt) &&
  isRecord(value.ticket) &&
  areTexts(value.ticket.code, value.ticket.qrText);

/** The booking as it was last seen, while it has a ticket. What one might do with it then is not part of it. */
export const readTicket = (bookingId: string): BookingView | null => read(PREFIX + bookingId, isTicket);

/** Keeps what the door asks for; of a booking without a ticket, nothing any more. */
export function keepTicket(booking: BookingView): void {
  if (booking.ticket === null) dropTicket(booking.id);
  else write(PREFIX + booking.id, { ...booking, phone: null, firmName: null, moves: [] } satisfies BookingView);
}

export const dropTicket = (bookingId: string): void => {
  remove(PREFIX + bookingId);
};

/** Those of this device, the next event first. */
export const keptTickets = (): readonly BookingView[] =>
  kept()
    .filter((name) => name.startsWith(PREFIX))
    .flatMap((name) => readTicket(name.slice(PREFIX.length)) ?? [])
    .sort((one, other) => (one.event.startsAt < other.event.startsAt ? -1 : 1));
