import { sql, type Insertable, type Kysely, type Selectable, type Transaction, type Updateable } from 'kysely';
import type { OwnBooking } from '../../../src/contract/booking/event';
import { standingStates, type BookingState } from '../../../src/domain/booking/state';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';

export type StoredEvent = Selectable<Database['event']>;
export type NewEvent = Insertable<Database['event']>;

export const insertEvent = async (trx: Transaction<Database>, event: NewEvent): Promise<void> => {
  await trx.insertInto('event').values(event).execute();
};

/** What the campaign's events name, and its content must therefore keep. */
export async function findUsedByEvents(db: Kysely<Database>, campaignId: string): Promise<Record<'officeIds' | 'activityIds', ReadonlySet<string>>> {
  const rows = await db.selectFrom('event').select(['officeId', 'activityId']).distinct().where('campaignId', '=', campaignId).execute();
  return { officeIds: new Set(rows.map(({ officeId }) => officeId)), activityIds: new Set(rows.map(({ activityId }) => activityId)) };
}

export const findEvent = (db: Kysely<Database>, campaignId: string, id: string): Promise<StoredEvent | undefined> =>
  db.selectFrom('event').selectAll().where('id', '=', id).where('campaignId', '=', campaignId).executeTakeFirst();

/**
 * Until the transaction ends nobody else joins this event's queue, moves it up or changes the event. Whoever books a free
 * place does not wait for it.
 */
export const lockEvent = (trx: Transaction<Database>, id: string): Promise<StoredEvent | undefined> =>
  trx.selectFrom('event').selectAll().where('id', '=', id).forNoKeyUpdate().executeTakeFirst();

export const updateEvent = (trx: Transaction<Database>, id: string, changes: Updateable<Database['event']>): Promise<StoredEvent> =>
  trx
    .updateTable('event')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();

/** An event with what its row shows. */
export interface ListedEvent extends StoredEvent {
  readonly activityNumber: number;
  readonly activityTitle: string;
  /** Free for anybody while nobody waits. */
  readonly freePlaces: number;
  readonly waitingCount: number;
  readonly ownId: string | null;
  readonly ownState: OwnBooking['state'] | null;
}

/** @param personId whose own booking is shown; null: nobody's */
const listed = (db: Kysely<Database>, personId: string | null) =>
  db
    .selectFrom('event')
    .innerJoin('activity', (join) => join.onRef('activity.campaignId', '=', 'event.campaignId').onRef('activity.id', '=', 'event.activityId'))
    .leftJoin('booking as own', (join) => join.onRef('own.eventId', '=', 'event.id').on('own.personId', '=', personId).on('own.state', 'in', standingStates))
    .selectAll('event')
    .select(['activity.number as activityNumber', 'activity.shortTitle as activityTitle', 'own.id as ownId'])
    .select([
      sql<OwnBooking['state'] | null>`own.state`.as('ownState'),
      sql<number>`(select count(*) from place where place.event_id = event.id)`.as('freePlaces'),
      sql<number>`(select count(*) from booking where booking.event_id = event.id and booking.state = 'waiting')`.as('waitingCount'),
    ]);

export const findListedEvent = (db: Kysely<Database>, campaignId: string, id: string, personId: string | null): Promise<ListedEvent | undefined> =>
  listed(db, personId).where('event.id', '=', id).where('event.campaignId', '=', campaignId).executeTakeFirst();

export const listEventsById = async (db: Kysely<Database>, ids: readonly string[], personId: string): Promise<ReadonlyMap<string, ListedEvent>> => {
  const rows = ids.length === 0 ? [] : await listed(db, personId).where('event.id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row]));
};

export interface EventFilter {
  readonly campaignId: string;
  readonly span: 'to-come' | 'over';
  readonly now: Date;
  readonly activityId?: string | undefined;
  /** At least one where it is named. */
  readonly officeIds?: readonly string[];
}

/** A page of events: those to come or under way soonest first, those over latest first. */
export async function listEvents(db: Kysely<Database>, { campaignId, span, now, activityId, officeIds }: EventFilter, personId: string | null, after: Position<Date> | null): Promise<Page<ListedEvent>> {
  const toCome = span === 'to-come';
  let query = listed(db, personId).where('event.campaignId', '=', campaignId).where('event.endsAt', toCome ? '>' : '<=', now);
  if (activityId !== undefined) query = query.where('event.activityId', '=', activityId);
  if (officeIds !== undefined) query = query.where('event.officeId', 'in', officeIds);
  if (after !== null) query = query.where((eb) => eb(eb.refTuple('event.startsAt', 'event.id'), toCome ? '>' : '<', eb.tuple(after.sort, after.id)));
  const rows = await query
    .orderBy('event.startsAt', toCome ? 'asc' : 'desc')
    .orderBy('event.id', toCome ? 'asc' : 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.instantAndRecordId, rows, ({ startsAt, id }) => ({ sort: startsAt, id }));
}

export interface StateCount {
  readonly eventId: string;
  readonly state: BookingState;
  readonly count: number;
  readonly present: number;
}

/** How many bookings of each event stand in each state; what there is none of is missing. */
export const countStates = async (db: Kysely<Database>, eventIds: readonly string[]): Promise<StateCount[]> =>
  eventIds.length === 0
    ? []
    : db
        .selectFrom('booking')
        .select(({ fn }) => ['eventId', 'state', fn.countAll<number>().as('count'), fn.countAll<number>().filterWhere('present', '=', true).as('present')])
        .where('eventId', 'in', eventIds)
        .groupBy(['eventId', 'state'])
        .execute();
