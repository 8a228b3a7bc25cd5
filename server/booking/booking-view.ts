import type { Kysely } from 'kysely';
import type { BookingRow, BookingView } from '../../src/contract/booking/booking';
import { bookingMoves, bookingStateLabel } from '../../src/domain/booking/state';
import { formatTicketCode, ticketText } from '../../src/domain/booking/ticket-code';
import { chinaIso } from '../../src/domain/china-time';
import { campaignOf } from '../campaign/campaign-of';
import type { Campaign } from '../campaign/schema';
import type { StoredBooking } from '../storage/booking/booking-store';
import { listEventsById, type ListedEvent } from '../storage/booking/event-store';
import { queuePosition } from '../storage/booking/queue-store';
import type { Database } from '../storage/tables';
import type { SignedInCaller } from '../use-case';
import { eventRow } from './event-view';

interface Scene {
  readonly db: Kysely<Database>;
  readonly campaign: Campaign;
  readonly caller: SignedInCaller;
  readonly now: Date;
}

const instantOrNull = (instant: Date | null): string | null => instant && chinaIso(instant);

const row = async (booking: StoredBooking, event: ListedEvent, scene: Scene): Promise<BookingRow> => ({
  id: booking.id,
  event: eventRow(event, { campaign: await campaignOf(scene, event.campaignId), now: scene.now }),
  state: booking.state,
  stateLabel: bookingStateLabel(booking),
  offeredUntil: instantOrNull(booking.offeredUntil),
  offerLeftMs: booking.state === 'offered' && booking.offeredUntil ? Math.max(0, booking.offeredUntil.getTime() - scene.now.getTime()) : null,
});

function eventOf(events: ReadonlyMap<string, ListedEvent>, { eventId }: StoredBooking): ListedEvent {
  const event = events.get(eventId);
  if (!event) throw new Error(`There is no event ${eventId}.`);
  return event;
}

export async function bookingRows(bookings: readonly StoredBooking[], scene: Scene): Promise<BookingRow[]> {
  const events = await listEventsById(scene.db, [...new Set(bookings.map(({ eventId }) => eventId))], scene.caller.person.id);
  return Promise.all(bookings.map((booking) => row(booking, eventOf(events, booking), scene)));
}

/** When the holder was checked in; null for whoever is not. */
export const presentAt = ({ present, markedAt }: Pick<StoredBooking, 'present' | 'markedAt'>): Date | null => (present ? markedAt : null);

/** For its holder alone. */
export async function bookingView(booking: StoredBooking, scene: Scene): Promise<BookingView> {
  const event = eventOf(await listEventsById(scene.db, [booking.eventId], scene.caller.person.id), booking);
  const { ticketCode } = booking;
  return {
    ...(await row(booking, event, scene)),
    bookedAt: chinaIso(booking.bookedAt),
    name: booking.name,
    phone: booking.phone,
    firmName: booking.firmName,
    queuePosition: booking.state === 'waiting' ? await queuePosition(scene.db, booking) : null,
    ticket: booking.state === 'booked' ? { code: formatTicketCode(ticketCode), qrText: ticketText(ticketCode) } : null,
    presentAt: instantOrNull(presentAt(booking)),
    moves: bookingMoves({ ...booking, startsAt: event.startsAt, presentAt: presentAt(booking) }, scene.now),
  };
}
