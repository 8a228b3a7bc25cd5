import type { Transaction } from 'kysely';
import type { Database } from '../tables';
import { requestColumns, type StoredRequest } from './request-store';

// What another process has in hand is left to it. None of this is a step of the case, so its version stays.

/** The request due the soonest within these days, both inclusive, whose office was not warned of this due day. */
export const lockNextToWarn = (trx: Transaction<Database>, from: string, to: string, except: readonly string[]): Promise<StoredRequest | undefined> =>
  trx
    .selectFrom('serviceRequest')
    .select(requestColumns)
    .where('dueOn', '>=', from)
    .where('dueOn', '<=', to)
    .where('warnedAt', 'is', null)
    .$if(except.length > 0, (query) => query.where('id', 'not in', except))
    .orderBy('dueOn')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

/** The longest overdue request that no dispatcher was told of. */
export const lockNextToEscalate = (trx: Transaction<Database>, today: string, except: readonly string[]): Promise<StoredRequest | undefined> =>
  trx
    .selectFrom('serviceRequest')
    .select(requestColumns)
    .where('dueOn', '<', today)
    .where('escalatedAt', 'is', null)
    .$if(except.length > 0, (query) => query.where('id', 'not in', except))
    .orderBy('dueOn')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();

export async function markWarned(trx: Transaction<Database>, id: string, warnedAt: Date): Promise<void> {
  await trx.updateTable('serviceRequest').set({ warnedAt }).where('id', '=', id).execute();
}

/** From here on the promise counts as broken, whenever it is done. */
export async function markEscalated(trx: Transaction<Database>, id: string, escalatedAt: Date): Promise<void> {
  await trx.updateTable('serviceRequest').set({ escalatedAt, missed: true }).where('id', '=', id).execute();
}
