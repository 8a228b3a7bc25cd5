import type { Transaction } from 'kysely';
import { availability, type Availability } from '../../../src/domain/booking/availability';
import { makeTicketCode } from '../../../src/domain/booking/ticket-code';
import { bookingView } from '../../booking/booking-view';
import { moveUp } from '../../booking/move-up';
import { refuse, type Refusal } from '../../refusal';
import { findStandingBooking, isPhoneBooked } from '../../storage/booking/booking-store';
import { findListedEvent, lockEvent, type ListedEvent } from '../../storage/booking/event-store';
import { bookPlace, type NewBooking } from '../../storage/booking/place-store';
import { insertWaiting } from '../../storage/booking/queue-store';
import type { Database } from '../../storage/tables';
import type { UseCase } from '../../use-case';
import { noEvent } from './no-event';

const refusals = {
  'not-open': '还没有到开始预约的时间，请到时再来。',
  full: '名额和候补都已经满了，可以看看其他场次。',
  closed: '预约已经截止，可以看看其他场次。',
  over: '这一场已经结束，可以看看其他场次。',
  cancelled: '这一场已经取消，可以看看其他场次。',
} as const satisfies Readonly<Record<Exclude<Availability, 'open' | 'waiting-list'>, string>>;

const phoneBooked = '这个号码已经预约了这一场，一个号码只能预约一个名额。请填写您本人的手机号码，同伴请各自预约；如果这个号码不是您预约的，请联系主办单位。';

function whyNot(event: ListedEvent, now: Date): Refusal | null {
  const found = availability({ ...event, placesLeft: event.freePlaces }, now);
  return found === 'open' || found === 'waiting-list' ? null : refuse('conflict', refusals[found]);
}

/**
 * First the one statement that books a free place. Who finds none reads what stands there, and only whoever may still join
 * the queue locks the event: there it is certain whether a place is free.
 */
export const book: UseCase<'booking.book'> = async (context, { eventId, name, phone, firmName }) => {
  const { db, campaign, caller, now, newId, randomBelow } = context;
  const personId = caller.person.id;
  const booking: NewBooking = { id: newId(), eventId, personId, name, phone, firmName: firmName || null, ticketCode: makeTicketCode(randomBelow), bookedAt: now };
  if (!(await bookPlace(db, campaign.id, booking))) {
    const event = await findListedEvent(db, campaign.id, eventId, personId);
    if (!event) return noEvent();
    if (event.ownId === null) {
      const refusal = whyNot(event, now) ?? (await db.transaction().execute((trx) => joinQueue(trx, campaign.id, booking)));
      if (refusal) return refusal;
    }
  }
  const standing = await findStandingBooking(db, eventId, personId);
  if (standing) return bookingView(standing, context);
  if (await isPhoneBooked(db, eventId, phone)) return refuse('conflict', phoneBooked, { phone: phoneBooked });
  // Cancelled in this very moment, by another device or with the event.
  return refuse('conflict');
};

/** Books or waits, whichever is possible, with the event locked; the refusal when neither is. */
async function joinQueue(trx: Transaction<Database>, campaignId: string, booking: NewBooking): Promise<Refusal | null> {
  const { eventId, personId, bookedAt: now } = booking;
  const locked = await lockEvent(trx, eventId);
  if (!locked) return noEvent();
  await moveUp(trx, locked, now);
  if (await bookPlace(trx, campaignId, booking, 'wait')) return null;
  const event = await findListedEvent(trx, campaignId, eventId, personId);
  if (!event) return noEvent();
  // A parallel call of the same person was first.
  if (event.ownId !== null) return null;
  const refusal = whyNot(event, now);
  if (!refusal) await insertWaiting(trx, booking);
  return refusal;
}
