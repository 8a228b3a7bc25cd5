import type { Transaction } from 'kysely';
import type { Database } from '../tables';
import { requestColumns, type StoredRequest } from './request-store';

// What another process has in hand is left to it. None of this is a step of the case, so its version stays.

/** Requests due within these days, both inclusive, whose office was not warned of this due day; the soonest first. */
export const lockToWarn = (trx: Transaction<Database>, from: string, to: string, limit: number): Promise<StoredRequest[]> =>
  trx
    .selectFrom('serviceRequest')
    .select(requestColumns)
    .where('dueOn', '>=', from)
    .where('dueOn', '<=', to)
    .where('warnedAt', 'is', null)
    .orderBy('dueOn')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();

/** Requests whose due day has passed and that no dispatcher was told of; the longest overdue first. */
export const lockToEscalate = (trx: Transaction<Database>, today: string, limit: number): Promise<StoredRequest[]> =>
  trx
    .selectFrom('serviceRequest')
    .select(requestColumns)
    .where('dueOn', '<', today)
    .where('escalatedAt', 'is', null)
    .orderBy('dueOn')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();

export async function markWarned(trx: Transaction<Database>, id: string, warnedAt: Date): Promise<void> {
  await trx.updateTable('serviceRequest').set({ warnedAt }).where('id', '=', id).execute();
}

/** From here on the promise counts as broken, whenever it is done. */
export async function markEscalated(trx: Transaction<Database>, id: string, escalatedAt: Date): Promise<void> {
  await trx.updateTable('serviceRequest').set({ escalatedAt, missed: true }).where('id', '=', id).execute();
}
