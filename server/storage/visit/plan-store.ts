import type { Kysely, Transaction } from 'kysely';
import { requestColumns, type StoredRequest } from '../request/request-store';
import type { KeptPlan, PlanBasis } from '../tables/visit';
import type { Database } from '../tables';

export interface StoredPlan {
  readonly id: string;
  readonly fromOn: string;
  readonly toOn: string;
  readonly madeAt: Date;
  readonly basis: PlanBasis;
  readonly result: KeptPlan;
  readonly publishedAt: Date | null;
}

const plans = (db: Kysely<Database>, campaignId: string) =>
  db.selectFrom('visitPlan').select(['id', 'fromOn', 'toOn', 'madeAt', 'basis', 'result', 'publishedAt']).where('campaignId', '=', campaignId);

export const findPlan = (db: Kysely<Database>, campaignId: string, id: string): Promise<StoredPlan | undefined> => plans(db, campaignId).where('id', '=', id).executeTakeFirst();

export const findLatestPlan = (db: Kysely<Database>, campaignId: string): Promise<StoredPlan | undefined> =>
  plans(db, campaignId).orderBy('madeAt', 'desc').orderBy('id', 'desc').executeTakeFirst();

/** Until the transaction ends nobody else publishes this plan. */
export const lockPlan = (trx: Transaction<Database>, campaignId: string, id: string): Promise<StoredPlan | undefined> =>
  plans(trx, campaignId).where('id', '=', id).forUpdate().executeTakeFirst();

interface NewPlan extends Omit<StoredPlan, 'publishedAt'> {
  readonly campaignId: string;
  readonly madeBy: string;
}

/** Nothing happens when there is a plan with this id. */
export async function insertPlan(db: Kysely<Database>, { basis, result, ...plan }: NewPlan): Promise<void> {
  await db
    .insertInto('visitPlan')
    .values({ ...plan, basis: JSON.stringify(basis), result: JSON.stringify(result) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function markPublished(trx: Transaction<Database>, id: string, publishedAt: Date): Promise<void> {
  await trx.updateTable('visitPlan').set({ publishedAt }).where('id', '=', id).execute();
}

interface Waiting {
  readonly campaignId: string;
  /** Kinds for which experts are sent out. */
  readonly kindIds: readonly string[];
}

// `isWaiting` of server/visit/plan says the same of one request.
const waiting = (db: Kysely<Database>, { campaignId, kindIds }: Waiting) =>
  db
    .selectFrom('serviceRequest')
    .where('campaignId', '=', campaignId)
    .where('kind', 'in', kindIds)
    .where('state', 'in', ['accepted', 'assigned'])
    .where('pausedFor', 'is', null);

/** Those that wait for a visit, the soonest due first. */
export const listWaiting = (db: Kysely<Database>, scope: Waiting, most: number): Promise<StoredRequest[]> =>
  scope.kindIds.length === 0 ? Promise.resolve([]) : waiting(db, scope).select(requestColumns).orderBy('dueOrder').orderBy('id').limit(most).execute();

export async function countWaitingForVisit(db: Kysely<Database>, scope: Waiting): Promise<number> {
  if (scope.kindIds.length === 0) return 0;
  const { count } = await waiting(db, scope)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

export const findRequests = (db: Kysely<Database>, ids: readonly string[]): Promise<StoredRequest[]> =>
  ids.length === 0 ? Promise.resolve([]) : db.selectFrom('serviceRequest').select(requestColumns).where('id', 'in', ids).execute();
