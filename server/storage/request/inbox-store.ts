import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { RequestState } from '../../../src/domain/request/state';
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
  /** Bounds of the due day, both inclusive; a request whose clock stands still has none. Only of open ones. */
  readonly dueFrom?: string;
  readonly dueTo?: string;
}

export const openStates = ['submitted', 'reopened', 'returned', 'accepted', 'assigned', 'scheduled', 'visited'] as const satisfies readonly RequestState[];
export const closedStates = ['concluded', 'confirmed', 'declined', 'withdrawn', 'merged'] as const satisfies readonly RequestState[];

interface Listed extends StoredRequest {
  readonly dueOrder: string;
}

type Rows = SelectQueryBuilder<Database, 'serviceRequest', Listed>;

const columns = [...requestColumns, 'dueOrder'] as const;

/**
 * One select for each office and state, each a page at most along its own index, and their union to be sorted: however
 * large the table is, the database touches rows in proportion to the page.
 */
function union(db: Kysely<Database>, { campaignId, officeIds, kindId, states }: Inbox, page: (rows: Rows) => Rows): SelectQueryBuilder<Database & { all: Listed }, 'all', Listed> {
  const parts = officeIds.flatMap((officeId) =>
    states.map((state) => {
      const rows = db.selectFrom('serviceRequest').select(columns).where('campaignId', '=', campaignId).where('officeId', '=', officeId).where('state', '=', state);
      // A select of its own around each part, because each has an order and a limit of its own.
      return db.selectFrom(page(kindId === undefined ? rows : rows.where('kind', '=', kindId)).as('part')).selectAll();
    }),
  );
  const all = parts.reduce((one, other) => one.unionAll(other));
  return db.selectFrom(all.as('all')).selectAll();
}

/** A page of open requests, the soonest due first; those whose clock stands still come last. */
export async function listOpen(db: Kysely<Database>, inbox: Inbox, after: Position<string> | null, size = PAGE_SIZE): Promise<Page<StoredRequest>> {
  const { dueFrom, dueTo } = inbox;
  const page = (rows: Rows): Rows => {
    let narrowed = rows;
    if (dueFrom !== undefined) narrowed = narrowed.where('dueOrder', '>=', dueFrom);
    if (dueTo !== undefined) narrowed = narrowed.where('dueOrder', '<=', dueTo);
    if (after !== null) narrowed = narrowed.where((eb) => eb(eb.refTuple('dueOrder', 'id'), '>', eb.tuple(after.sort, after.id)));
    return narrowed
      .orderBy('dueOrder')
      .orderBy('id')
      .limit(size + 1);
  };
  const rows = await union(db, inbox, page)
    .orderBy('dueOrder')
    .orderBy('id')
    .limit(size + 1)
    .execute();
  return pageOf(cursorKinds.dateAndRecordId, rows, ({ dueOrder, id }) => ({ sort: dueOrder, id }), size);
}

/** A page of closed requests, newest first. */
export async function listClosed(db: Kysely<Database>, inbox: Inbox, after: Position<Date> | null, size = PAGE_SIZE): Promise<Page<StoredRequest>> {
  const page = (rows: Rows): Rows => {
    const narrowed = after === null ? rows : rows.where((eb) => eb(eb.refTuple('submittedAt', 'id'), '<', eb.tuple(after.sort, after.id)));
    return narrowed
      .orderBy('submittedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(size + 1);
  };
  const rows = await union(db, inbox, page)
    .orderBy('submittedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(size + 1)
    .execute();
  return pageOf(cursorKinds.instantAndRecordId, rows, ({ submittedAt, id }) => ({ sort: submittedAt, id }), size);
}

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
