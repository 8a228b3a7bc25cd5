import type { Kysely, Transaction } from 'kysely';
import type { MessageAudience } from '../../../src/contract/request/case';
import type { Database } from '../tables';

export interface StoredMessage {
  readonly id: string;
  readonly at: Date;
  readonly audience: MessageAudience;
  readonly side: 'firm' | 'office' | 'expert';
  readonly officeId: string | null;
  readonly personId: string | null;
  readonly text: string;
}

export async function insertCaseMessage(trx: Transaction<Database>, requestId: string, message: StoredMessage): Promise<void> {
  await trx.insertInto('requestMessage').values({ ...message, requestId }).execute();
}

/** Oldest first. */
export const listCaseMessages = (db: Kysely<Database>, requestId: string, audiences: readonly MessageAudience[]): Promise<StoredMessage[]> =>
  db
    .selectFrom('requestMessage')
    .select(['id', 'at', 'audience', 'side', 'officeId', 'personId', 'text'])
    .where('requestId', '=', requestId)
    .where('audience', 'in', audiences)
    .orderBy('at')
    .orderBy('id')
    .execute();
