import { sql, type Kysely, type Transaction } from 'kysely';
import type { Half, Slot } from '../../../src/domain/visit-plan/types';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';

/** One firm's stop on a visit. */
export interface StoredStop {
  readonly id: string;
  readonly visitId: string;
  readonly expertId: string;
  readonly date: string;
  readonly half: Half;
  readonly state: 'booked' | 'done';
  readonly findings: string | null;
  readonly policies: string | null;
  readonly writtenAt: Date | null;
  readonly confirmedAt: Date | null;
}

/** The latest stop of a request: booked, or else the last one done. */
export const findStopOfRequest = (db: Kysely<Database>, requestId: string): Promise<StoredStop | undefined> =>
  db
    .selectFrom('visitStop')
    .innerJoin('visit', 'visit.id', 'visitStop.visitId')
    .select(['visitStop.id', 'visitStop.visitId', 'visit.expertId', 'visit.date', 'visit.half'])
    .select(['visitStop.state', 'visitStop.findings', 'visitStop.policies', 'visitStop.writtenAt', 'visitStop.confirmedAt'])
    .where('visitStop.requestId', '=', requestId)
    .orderBy('visitStop.state') // booked, done
    .orderBy('visit.date', 'desc')
    .orderBy('visit.half', 'desc')
    .executeTakeFirst();

/** A visit's half-day with one of its stops; a visit has at least one. */
export interface StopAt extends Slot {
  readonly visitId: string;
  readonly expertId: string;
  readonly areaId: string;
  readonly state: 'booked' | 'done';
  readonly requestId: string;
  readonly officeId: string;
  readonly subjectId: string | null;
  readonly firmName: string | null;
}

/** The experts' stops from one date to another, both included, in order of time. */
export const listStops = (db: Kysely<Database>, expertIds: readonly string[], from: string, to: string): Promise<StopAt[]> =>
  expertIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('visit')
        .innerJoin('visitStop', 'visitStop.visitId', 'visit.id')
        .innerJoin('serviceRequest', 'serviceRequest.id', 'visitStop.requestId')
        .select(['visit.id as visitId', 'visit.expertId', 'visit.date', 'visit.half', 'visit.areaId'])
        .select(['visitStop.state', 'visitStop.requestId', 'serviceRequest.officeId', 'serviceRequest.subjectId', 'serviceRequest.firmName'])
        .where('visit.expertId', 'in', expertIds)
        .where('visit.date', '>=', from)
        .where('visit.date', '<=', to)
        .orderBy('visit.date')
        .orderBy('visit.half')
        .orderBy('visitStop.id')
        .execute();

export interface NewVisit extends Slot {
  readonly id: string;
  readonly campaignId: string;
  readonly expertId: string;
  readonly areaId: string;
  readonly planId: string | null;
}

export async function insertVisit(trx: Transaction<Database>, visit: NewVisit): Promise<void> {
  await trx.insertInto('visit').values(visit).execute();
}

export async function insertStop(trx: Transaction<Database>, stop: { readonly id: string; readonly visitId: string; readonly requestId: string }): Promise<void> {
  await trx.insertInto('visitStop').values({ ...stop, state: 'booked' }).execute();
}

/** Takes a stop away and, with its last one, the visit, so that the half-day is free again. The expert is locked. */
export async function deleteStop(trx: Transaction<Database>, { id, visitId }: Pick<StoredStop, 'id' | 'visitId'>): Promise<void> {
  await trx.deleteFrom('visitStop').where('id', '=', id).execute();
  await trx
    .deleteFrom('visit')
    .where('id', '=', visitId)
    .where((eb) => eb.not(eb.exists(eb.selectFrom('visitStop').select('visitStop.id').where('visitStop.visitId', '=', visitId))))
    .execute();
}

/** Half-days booked from a date on, by expert; an expert without any is missing. */
export async function countBookedHalves(db: Kysely<Database>, campaignId: string, from: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('visit')
    .select(({ fn }) => ['expertId', fn.countAll<number>().as('count')])
    .where('campaignId', '=', campaignId)
    .where('date', '>=', from)
    .groupBy('expertId')
    .execute();
  return new Map(rows.map(({ expertId, count }) => [expertId, count]));
}

export interface ListedStop extends Slot {
  readonly id: string;
  readonly requestId: string;
  readonly state: 'booked' | 'done';
  readonly kind: string;
  readonly firmName: string | null;
  readonly anonymous: boolean;
  readonly areaId: string;
  readonly subjectId: string | null;
  readonly overduePromises: number;
}

/** A page of an expert's stops: those booked, soonest first, or those done, newest first. */
export async function listStopsOfExpert(
  db: Kysely<Database>,
  { expertId, state, today }: { readonly expertId: string; readonly state: 'booked' | 'done'; readonly today: string },
  after: Position<Slot> | null,
): Promise<Page<ListedStop>> {
  const [direction, beyond] = state === 'booked' ? (['asc', '>'] as const) : (['desc', '<'] as const);
  let query = db
    .selectFrom('visit')
    .innerJoin('visitStop', 'visitStop.visitId', 'visit.id')
    .innerJoin('serviceRequest', 'serviceRequest.id', 'visitStop.requestId')
    .select(['visitStop.id', 'visitStop.requestId', 'visitStop.state', 'visit.date', 'visit.half', 'visit.areaId'])
    .select(['serviceRequest.kind', 'serviceRequest.firmName', 'serviceRequest.anonymous', 'serviceRequest.subjectId'])
    .select((eb) =>
      eb
        .selectFrom('visitPromise')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('visitPromise.stopId', '=', 'visitStop.id')
        .where('doneOn', 'is', null)
        .where('dueOn', '<', today)
        .$asScalar()
        .as('overduePromises'),
    )
    .where('visit.expertId', '=', expertId)
    .where('visitStop.state', '=', state);
  if (after !== null) query = query.where(sql<boolean>`(visit.date, visit.half, visit_stop.id) ${sql.raw(beyond)} (${after.sort.date}, ${after.sort.half}, ${after.id})`);
  const rows = await query
    .orderBy('visit.date', direction)
    .orderBy('visit.half', direction)
    .orderBy('visitStop.id', direction)
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.halfDayAndRecordId, rows, ({ id, date, half }) => ({ sort: { date, half }, id }));
}
