import type { Transaction } from 'kysely';
import { offerEnd } from '../../src/domain/booking/offer';
import type { StoredEvent } from '../storage/booking/event-store';
import { findLoosePlaces, openPlaces, withdrawPlaces } from '../storage/booking/place-store';
import { countWaiting, offerPlaces } from '../storage/booking/queue-store';
import type { Database } from '../storage/tables';
import { tellOffered } from './tell';

/**
 * Gives every place that nobody holds to whoever has waited longest, or makes it free where nobody waits: after a
 * cancellation, a lapsed offer, a larger capacity. Afterwards no place is free while somebody waits. The event is locked.
 */
export async function moveUp(trx: Transaction<Database>, event: StoredEvent, now: Date): Promise<void> {
  if (event.cancelledAt !== null || now >= event.startsAt) return;
  const waiting = await countWaiting(trx, event.id);
  let loose = await findLoosePlaces(trx, event);
  if (waiting > loose.length) {
    // Free although somebody waits: a booking that was under way when they joined came to nothing.
    await withdrawPlaces(trx, event.id, waiting - loose.length);
    loose = await findLoosePlaces(trx, event);
  }
  const offeredUntil = offerEnd(now, event.offerHours, event.startsAt);
  const offered = await offerPlaces(trx, event.id, loose, offeredUntil);
  await openPlaces(trx, event.id, loose.slice(offered.length));
  await tellOffered(trx, event, offered, offeredUntil, now);
}
