import type { Kysely } from 'kysely';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';
import { requestColumns, type StoredRequest } from './request-store';

/** A page of what a person filed or follows, of every campaign, newest first. */
export async function listRequestsOfPerson(db: Kysely<Database>, personId: string, after: Position<Date> | null): Promise<Page<StoredRequest>> {
  const rows = await db
    .selectFrom('serviceRequest')
    .select(requestColumns)
    .where((eb) => eb.or([eb('personId', '=', personId), eb('id', 'in', eb.selectFrom('requestFollower').select('requestId').where('personId', '=', personId))]))
    .$if(after !== null, (rest) =>
      rest.where((eb) => eb(eb.refTuple('submittedAt', 'id'), '<', eb.tuple(after?.sort ?? new Date(0), after?.id ?? ''))),
    )
    .orderBy('submittedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.instantAndRecordId, rows, ({ submittedAt, id }) => ({ sort: submittedAt, id }));
}
