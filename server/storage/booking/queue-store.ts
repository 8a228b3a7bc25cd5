import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../tables';
import type { Holder } from './booking-store';
import type { NewBooking } from './place-store';

/** Nobody joins the queue with a phone that has a booking there. The event is locked. */
export async function insertWaiting(trx: Transaction<Database>, booking: NewBooking): Promise<void> {
  await trx
    .insertInto('booking')
    .values({ ...booking, state: 'waiting', place: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function countWaiting(db: Kysely<Database>, eventId: string): Promise<number> {
  const { count } = await db
    .selectFrom('booking')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('eventId', '=', eventId)
    .where('state', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return count;
}

/** 1 is who comes next. */
export async function queuePosition(db: Kysely<Database>, { eventId, turn }: { readonly eventId: string; readonly turn: number }): Promise<number> {
  const { count } = await db
    .selectFrom('booking')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('eventId', '=', eventId)
    .where('state', '=', 'waiting')
    .where('turn', '<=', turn)
    .executeTakeFirstOrThrow();
  return count;
}

/** Offers places to those who have waited longest, in order; fewer waiting than places leaves the last places over. The event is locked. */
export async function offerPlaces(trx: Transaction<Database>, eventId: string, places: readonly number[], offeredUntil: Date): Promise<Holder[]> {
  if (places.length === 0) return [];
  const { rows } = await sql<Holder>`
    update booking set state = 'offered', place = chosen.number, offered_until = ${offeredUntil}
    from (
      select waiting.id, places.number
      from (select id, row_number() over (order by turn) as nth from booking where event_id = ${eventId} and state = 'waiting') as waiting
      join unnest(${places}::integer[]) with ordinality as places (number, nth) using (nth)
    ) as chosen
    where booking.id = chosen.id
    returning booking.id, booking.person_id`.execute(trx);
  return rows;
}

/** Takes the places back whose time to accept has run out. The event is locked. */
export const lapseOffers = (trx: Transaction<Database>, eventId: string, now: Date): Promise<Holder[]> =>
  trx
    .updateTable('booking')
    .set({ state: 'lapsed', place: null })
    .where('eventId', '=', eventId)
    .where('state', '=', 'offered')
    .where('offeredUntil', '<=', now)
    .returning(['id', 'personId'])
    .execute();

/** Ends the queue of an event that has begun, which is locked. */
export const lapseWaiting = (trx: Transaction<Database>, eventId: string): Promise<Holder[]> =>
  trx.updateTable('booking').set({ state: 'lapsed' }).where('eventId', '=', eventId).where('state', '=', 'waiting').returning(['id', 'personId']).execute();

/** No offer outlasts the start. */
export async function shortenOffers(trx: Transaction<Database>, eventId: string, until: Date): Promise<void> {
  await trx.updateTable('booking').set({ offeredUntil: until }).where('eventId', '=', eventId).where('state', '=', 'offered').where('offeredUntil', '>', until).execute();
}

/** Events where an offer has run out, a place is on its way to whoever waits, or somebody waits while a place is free or after the start. */
export async function findEventsToMoveUp(db: Kysely<Database>, now: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from event
    where id in (select event_id from booking where state = 'offered' and offered_until <= ${now})
      or (starts_at <= ${now} and id in (select event_id from booking where state = 'waiting'))
      or (cancelled_at is null and starts_at > ${now} and (
        capacity > (select count(*) from place where event_id = event.id) + (select count(*) from booking where event_id = event.id and place is not null)
        or (exists (select from place where event_id = event.id) and exists (select from booking where event_id = event.id and state = 'waiting'))
      ))
    order by id`.execute(db);
  return rows.map(({ id }) => id);
}
