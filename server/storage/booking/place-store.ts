import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '../tables';

export interface NewBooking {
  readonly id: string;
  readonly eventId: string;
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
  readonly firmName: string | null;
  readonly ticketCode: string;
  readonly bookedAt: Date;
}

/**
 * Books a free place in one statement that waits for nobody: of many people each takes another row of `place`, because
 * what somebody else is just taking is passed over. Each looks from another place on, and then from the first: all from
 * the first would meet the rows that the others are taking. Nothing is booked in another campaign, outside the booking's
 * times, while somebody waits, or for a person or a phone that has a booking there.
 *
 * @param taken what to do with a place that somebody is just taking, and may give up yet: pass it over, or wait for it
 * @returns whether a place was booked
 */
export async function bookPlace(db: Kysely<Database>, campaignId: string, booking: NewBooking, taken: 'pass-over' | 'wait' = 'pass-over'): Promise<boolean> {
  const { id, eventId, personId, name, phone, firmName, ticketCode, bookedAt } = booking;
  const firstFree = sql`order by event_id, number limit 1 for update ${taken === 'wait' ? sql`` : sql`skip locked`}`;
  const { numAffectedRows } = await sql`
    with open as materialized (
      select id, 1 + floor(random() * capacity)::integer as start from event
      where id = ${eventId} and campaign_id = ${campaignId} and cancelled_at is null and booking_opens_at <= ${bookedAt} and booking_closes_at > ${bookedAt}
        and not exists (select from booking where event_id = ${eventId} and state = 'waiting')
    ), above as (
      select event_id, number from place where event_id = (select id from open) and number >= (select start from open) ${firstFree}
    ), below as (
      select event_id, number from place where event_id = (select id from open) and number < (select start from open) and not exists (select from above) ${firstFree}
    ), made as (
      insert into booking (id, event_id, person_id, state, place, name, phone, firm_name, ticket_code, booked_at)
      select ${id}::uuid, event_id, ${personId}::uuid, 'booked', number, ${name}, ${phone}, ${firmName}, ${ticketCode}, ${bookedAt}::timestamptz
      from (select * from above union all select * from below) as free
      on conflict do nothing
      returning event_id, place
    )
    delete from place using made where place.event_id = made.event_id and place.number = made.place`.execute(db);
  return numAffectedRows === 1n;
}

/** Takes free places back, all of them or so many, having waited for whoever is just booking one. The event is locked. */
export async function withdrawPlaces(trx: Transaction<Database>, eventId: string, most?: number): Promise<void> {
  await sql`
    delete from place using (
      select event_id, number from place where event_id = ${eventId} order by number ${most === undefined ? sql`` : sql`limit ${most}`} for update
    ) as chosen
    where place.event_id = chosen.event_id and place.number = chosen.number`.execute(trx);
}

export async function openPlaces(trx: Transaction<Database>, eventId: string, numbers: readonly number[]): Promise<void> {
  if (numbers.length > 0) await sql`insert into place (event_id, number) select ${eventId}, unnest(${numbers}::integer[])`.execute(trx);
}

/** The places of an event that are neither free nor held, in order. The event is locked. */
export async function findLoosePlaces(trx: Transaction<Database>, { id, capacity }: { readonly id: string; readonly capacity: number }): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    select number from generate_series(1, ${capacity}::integer) as number
    where not exists (select from place where place.event_id = ${id} and place.number = number.number)
      and not exists (select from booking where booking.event_id = ${id} and booking.place = number.number)
    order by number`.execute(trx);
  return rows.map(({ number }) => number);
}

export async function countHeldPlaces(db: Kysely<Database>, eventId: string): Promise<number> {
  const { count } = await db
    .selectFrom('booking')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('eventId', '=', eventId)
    .where('place', 'is not', null)
    .executeTakeFirstOrThrow();
  return count;
}

/** Gives the holders of places beyond the capacity others below it. No place is free, and there are no more holders than places. */
export async function renumberPlaces(trx: Transaction<Database>, eventId: string, capacity: number): Promise<void> {
  await sql`
    update booking set place = moved.number
    from (
      select beyond.id, below.number
      from (select id, row_number() over (order by place) as nth from booking where event_id = ${eventId} and place > ${capacity}) as beyond
      join (
        select number, row_number() over (order by number) as nth from generate_series(1, ${capacity}::integer) as number
        where not exists (select from booking where event_id = ${eventId} and place = number)
      ) as below using (nth)
    ) as moved
    where booking.id = moved.id`.execute(trx);
}
