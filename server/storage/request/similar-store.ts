import type { Kysely } from 'kysely';
import type { Database } from '../tables';
import { openStates } from './inbox-store';
import { requestColumns, type StoredRequest } from './request-store';

const LOOKED_AT = 100;

/**
 * Other open requests of the same firm and kind, the latest first: by credit code, and by name where there is none.
 * None for one that names no firm, or whose firm stays unnamed.
 */
export async function listOfSameFirm(db: Kysely<Database>, { id, campaignId, kind, creditCode, firmName, anonymous }: StoredRequest, officeIds: readonly string[]): Promise<StoredRequest[]> {
  if (anonymous || officeIds.length === 0 || (creditCode === null && firmName === null)) return [];
  return db
    .selectFrom('serviceRequest')
    .select(requestColumns)
    .where('campaignId', '=', campaignId)
    .where((eb) => (creditCode === null ? eb.and([eb('creditCode', 'is', null), eb('firmName', '=', firmName)]) : eb('creditCode', '=', creditCode)))
    .where('kind', '=', kind)
    .where('id', '<>', id)
    .where('anonymous', '=', false)
    .where('state', 'in', openStates)
    .where('officeId', 'in', officeIds)
    .orderBy('submittedAt', 'desc')
    .limit(LOOKED_AT)
    .execute();
}
