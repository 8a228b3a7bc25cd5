import type { Kysely, SelectQueryBuilder } from 'kysely';
import { isClosed, type RequestState } from '../../../src/domain/request/state';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';
import { requestColumns, type StoredRequest } from './request-store';

export interface Inbox {
  readonly campaignId: string;
  /** At least one. */
  readonly officeIds: readonly string[];
  readonly kindId: string | undefined;
  /** At least one; all open or all closed. */
  readonly states: readonly RequestState[];
  /** Bounds of the due day, both inclusive; a request whose clock stands still has none. */
  readonly dueFrom?: string;
  readonly dueTo?: string;
}

type Rows = SelectQueryBuilder<Database, 'serviceRequest', StoredRequest & { dueOrder: string }>;

const columns = [...requestColumns, 'dueOrder'] as const;

/**
 * One select for each office and state, each a page at most along its own index, and their union sorted: however large
 * the table is, the database touches rows in proportion to the page.
 */
async function merged(db: Kysely<Database>, inbox: Inbox, each: (rows: Rows) => Rows, size: number): Promise<(StoredRequest & { dueOrder: string })[]> {
  const { campaignId, officeIds, kindId, states } = inbox;
  const parts = officeIds.flatMap((officeId) =>
    states.map((state) =>
      each(
        db
          .selectFrom('serviceRequest')
          .select(columns)
          .where('campaignId', '=', campaignId)
          .where('officeId', '=', officeId)
          .where('state', '=', state)
          .$if(kindId !== undefined, (rows) => rows.where('kind', '=', kindId ?? '')),
      ).limit(size),
    ),
  );
  const [first, ...others] = parts;
  if (!first) return [];
  // Brackets around each part, because each has an order and a limit of its own.
  const union = others.reduce((all, part) => all.unionAll(db.selectFrom(part.as('part')).selectAll()), db.selectFrom(first.as('part')).selectAll());
  return union.execute() as Promise<(StoredRequest & { dueOrder: string })[]>;
}

type Sortable = StoredRequest & { dueOrder: string };

const bySoonest = (a: Sortable, b: Sortable): number => (a.dueOrder === b.dueOrder ? compare(a.id, b.id) : compare(a.dueOrder, b.dueOrder));
const byNewest = (a: Sortable, b: Sortable): number => b.submittedAt.getTime() - a.submittedAt.getTime() || compare(b.id, a.id);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A page of open requests, the soonest due first; those whose clock stands still come last. */
export async function listOpen(db: Kysely<Database>, inbox: Inbox, after: Position<string> | null, size = PAGE_SIZE): Promise<Page<StoredRequest>> {
  const { dueFrom, dueTo } = inbox;
  const rows = await merged(
    db,
    inbox,
    (part) =>
      part
        .$if(dueFrom !== undefined, (rest) => rest.where('dueOrder', '>=', dueFrom ?? ''))
        .$if(dueTo !== undefined, (rest) => rest.where('dueOrder', '<=', dueTo ?? ''))
        .$if(after !== null, (rest) => rest.where((eb) => eb(eb.refTuple('dueOrder', 'id'), '>', eb.tuple(after?.sort ?? '', after?.id ?? ''))))
        .orderBy('dueOrder')
        .orderBy('id'),
    size + 1,
  );
  return pageOf(cursorKinds.dateAndRecordId, rows.sort(bySoonest).slice(0, size + 1), ({ dueOrder, id }) => ({ sort: dueOrder, id }), size);
}

/** A page of closed requests, newest first. */
export async function listClosed(db: Kysely<Database>, inbox: Inbox, after: Position<Date> | null, size = PAGE_SIZE): Promise<Page<StoredRequest>> {
  const rows = await merged(
    db,
    inbox,
    (part) =>
      part
        .$if(after !== null, (rest) => rest.where((eb) => eb(eb.refTuple('submittedAt', 'id'), '<', eb.tuple(after?.sort ?? new Date(0), after?.id ?? ''))))
        .orderBy('submittedAt', 'desc')
        .orderBy('id', 'desc'),
    size + 1,
  );
  return pageOf(cursorKinds.instantAndRecordId, rows.sort(byNewest).slice(0, size + 1), ({ submittedAt, id }) => ({ sort: submittedAt, id }), size);
}

export const openStates = ['submitted', 'reopened', 'returned', 'accepted', 'assigned', 'scheduled', 'visited'] as const satisfies readonly RequestState[];
export const closedStates = ['concluded', 'confirmed', 'declined', 'withdrawn', 'merged'] as const satisfies readonly RequestState[];
export const isClosedList = (states: readonly RequestState[]): boolean => states.every(isClosed);

/** How many requests wait for each office's answer; an office for which none waits is missing. */
export async function countWaiting(db: Kysely<Database>, { campaignId, officeIds }: Pick<Inbox, 'campaignId' | 'officeIds'>): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('serviceRequest')
    .select(({ fn }) => ['officeId', fn.countAll<number>().as('count')])
    .where('campaignId', '=', campaignId)
    .where('officeId', 'in', officeIds)
    .where('state', 'in', ['submitted', 'reopened'])
    .groupBy('officeId')
    .execute();
  return new Map(rows.map(({ officeId, count }) => [officeId, count]));
}
