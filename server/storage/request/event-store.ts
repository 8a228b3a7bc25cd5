import type { Kysely, Transaction } from 'kysely';
import type { RequestEventKind } from '../../../src/contract/request/request';
import type { EventDetail } from '../tables/request';
import type { Database } from '../tables';

export interface StoredEvent {
  readonly at: Date;
  readonly kind: RequestEventKind;
  /** The office that acted; null when the firm did. */
  readonly officeId: string | null;
  readonly toOfficeId: string | null;
  readonly note: string | null;
  readonly detail: EventDetail;
}

export interface NewEvent extends StoredEvent {
  readonly requestId: string;
  /** Who acted; null when the clock did. */
  readonly personId: string | null;
}

export async function addEvent(trx: Transaction<Database>, { detail, ...event }: NewEvent): Promise<void> {
  await trx.insertInto('requestEvent').values({ ...event, detail: JSON.stringify(detail) }).execute();
}

/** In the order they happened. */
export const listEvents = (db: Kysely<Database>, requestId: string): Promise<StoredEvent[]> =>
  db.selectFrom('requestEvent').select(['at', 'kind', 'officeId', 'toOfficeId', 'note', 'detail']).where('requestId', '=', requestId).orderBy('id').execute();
