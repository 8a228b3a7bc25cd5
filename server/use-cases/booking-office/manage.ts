import type { ParsedInput } from '../../../src/contract/actions';
import type { EventView } from '../../../src/contract/booking/event';
import { checkInOpensAt } from '../../../src/domain/booking/marks';
import { eventMistakes, type EventTimes } from '../../../src/domain/booking/event-mistakes';
import { eventView, managedOfficeIds } from '../../booking/event-view';
import { moveUp } from '../../booking/move-up';
import { tellCancelled, tellChanged } from '../../booking/tell';
import { refuse, Refusal } from '../../refusal';
import { cancelBookingsOfEvent, forgetMarksBefore, forgetReminders } from '../../storage/booking/booking-store';
import { findListedEvent, insertEvent, updateEvent, type StoredEvent } from '../../storage/booking/event-store';
import { countHeldPlaces, renumberPlaces, withdrawPlaces } from '../../storage/booking/place-store';
import { shortenOffers } from '../../storage/booking/queue-store';
import { listActivityChoices } from '../../storage/booking/activity-choices';
import type { Context, UseCase } from '../../use-case';
import { lockManagedEvent } from './access';

type Details = Omit<ParsedInput<'event.add'>, 'activityId' | 'officeId'>;

const timesOf = ({ startsAt, endsAt, bookingOpensAt, bookingClosesAt }: Details): EventTimes => ({
  ...{ startsAt: new Date(startsAt), endsAt: new Date(endsAt) },
  ...{ bookingOpensAt: new Date(bookingOpensAt), bookingClosesAt: new Date(bookingClosesAt) },
});

const storedDetails = (details: Details) => {
  const { title, address, capacity, waitingLimit, offerHours, audience, bring } = details;
  return { title, address, capacity, waitingLimit, offerHours, audience: audience || null, bring: bring || null, ...timesOf(details) };
};

function mistaken(details: Details, held: number, now: Date, before?: StoredEvent): Refusal | null {
  const mistakes = eventMistakes(timesOf(details), details.capacity, held, now, before);
  return Object.keys(mistakes).length > 0 ? refuse('invalid_input', undefined, mistakes) : null;
}

async function viewOf(context: Context<'event.add' | 'event.change' | 'event.cancel'>, id: string): Promise<EventView> {
  const event = await findListedEvent(context.db, context.campaign.id, id, context.caller.person.id);
  if (!event) throw new Error(`There is no event ${id}.`);
  return eventView(event, context);
}

export const addEvent: UseCase<'event.add'> = async (context, { activityId, officeId, ...details }) => {
  const { db, campaign, caller, now, newId } = context;
  if (!managedOfficeIds(caller).includes(officeId)) return refuse('forbidden', '只能为自己所在的单位安排场次。');
  const activities = await listActivityChoices(db, campaign.id);
  if (!activities.some(({ id }) => id === activityId)) return refuse('invalid_input', undefined, { activityId: '没有这个活动，请重新选择。' });
  const refusal = mistaken(details, 0, now);
  if (refusal) return refusal;
  const event: StoredEvent = {
    ...{ id: newId(), campaignId: campaign.id, activityId, officeId, ...storedDetails(details) },
    ...{ cancelledAt: null, cancellationNote: null, changedAt: now, version: 1 },
  };
  await insertEvent(db, event);
  await moveUp(db, event, now);
  return viewOf(context, event.id);
};

export const changeEvent: UseCase<'event.change'> = async (context, { id, version, ...details }) => {
  const { db, now } = context;
  const before = await lockManagedEvent(context, { id, version });
  if (before instanceof Refusal) return before;
  // Whoever is just booking is waited for; nobody else books until the places are given out anew.
  if (details.capacity < before.capacity) await withdrawPlaces(db, id);
  const refusal = mistaken(details, await countHeldPlaces(db, id), now, before);
  if (refusal) return refusal;
  if (details.capacity < before.capacity) await renumberPlaces(db, id, details.capacity);
  const after = await updateEvent(db, id, { ...storedDetails(details), changedAt: now });
  await shortenOffers(db, id, after.startsAt);
  const moved = after.startsAt.getTime() !== before.startsAt.getTime() || after.endsAt.getTime() !== before.endsAt.getTime() || after.address !== before.address;
  if (moved) {
    const holders = await forgetReminders(db, id);
    await forgetMarksBefore(db, id, checkInOpensAt(after.startsAt));
    await tellChanged(db, after, holders, now);
  }
  await moveUp(db, after, now);
  return viewOf(context, id);
};

export const cancelEvent: UseCase<'event.cancel'> = async (context, { id, version, note }) => {
  const { db, now } = context;
  const event = await lockManagedEvent(context, { id, version });
  if (event instanceof Refusal) return event;
  // Whoever is just booking is waited for, and is then among the bookings.
  await withdrawPlaces(db, id);
  await updateEvent(db, id, { cancelledAt: now, cancellationNote: note, changedAt: now });
  await tellCancelled(db, event, note, await cancelBookingsOfEvent(db, id), now);
  return viewOf(context, id);
};
