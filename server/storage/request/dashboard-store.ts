import { sql, type Kysely } from 'kysely';
import type { Helped } from '../../../src/contract/request/case';
import type { RequestState } from '../../../src/domain/request/state';
import type { Database } from '../tables';
import { openStates } from './inbox-store';

export interface Counted {
  readonly campaignId: string;
  /** At least one. */
  readonly officeIds: readonly string[];
}

export interface RequestCount {
  readonly officeId: string;
  readonly kind: string;
  readonly state: RequestState;
  readonly count: number;
  /** Of these, those whose day has passed. */
  readonly overdue: number;
}

const requests = (db: Kysely<Database>, { campaignId, officeIds }: Counted) =>
  db.selectFrom('serviceRequest').where('serviceRequest.campaignId', '=', campaignId).where('serviceRequest.officeId', 'in', officeIds);

/** How many there are by office, kind and state. The index of the lists answers it alone. */
export const countRequests = (db: Kysely<Database>, counted: Counted, today: string): Promise<RequestCount[]> =>
  requests(db, counted)
    .select(({ fn }) => ['officeId', 'kind', 'state', fn.countAll<number>().as('count'), fn.countAll<number>().filterWhere('dueOrder', '<', today).as('overdue')])
    .groupBy(['officeId', 'kind', 'state'])
    .execute();

/** Open ones by the calendar days since they were filed, in China. */
export const countAges = (db: Kysely<Database>, counted: Counted, today: string): Promise<{ readonly days: number; readonly count: number }[]> =>
  requests(db, counted)
    .select(({ fn }) => [sql<number>`${today}::date - (submitted_at at time zone 'Asia/Shanghai')::date`.as('days'), fn.countAll<number>().as('count')])
    .where('state', 'in', openStates)
    .groupBy('days')
    .execute();

/** Concluded ones whose promises were broken, and those whose promises were kept. */
export const countPromises = (db: Kysely<Database>, counted: Counted): Promise<{ readonly missed: boolean; readonly count: number }[]> =>
  requests(db, counted)
    .select(({ fn }) => ['missed', fn.countAll<number>().as('count')])
    .where('state', 'in', ['concluded', 'confirmed'])
    .groupBy('missed')
    .execute();

export const countHelped = (db: Kysely<Database>, counted: Counted): Promise<{ readonly helped: Helped | null; readonly count: number }[]> =>
  requests(db, counted)
    .innerJoin('requestSurvey', 'requestSurvey.requestId', 'serviceRequest.id')
    .select(({ fn }) => ['requestSurvey.helped', fn.countAll<number>().as('count')])
    .where('requestSurvey.helped', 'is not', null)
    .groupBy('requestSurvey.helped')
    .execute();
