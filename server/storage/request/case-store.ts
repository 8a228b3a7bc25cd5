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
    .orderBy('position')
    .execute();

/** Whether the firm waits for an answer. Words are no step of the case, so its version stays. */
export async function setAwaitingReply(trx: Transaction<Database>, requestId: string, awaitingReply: boolean): Promise<void> {
  await trx.updateTable('serviceRequest').set({ awaitingReply }).where('id', '=', requestId).execute();
}

/** Everything that a person wrote in any case, oldest first. */
export const listCaseMessagesOfPerson = (db: Kysely<Database>, personId: string): Promise<(Pick<StoredMessage, 'at' | 'audience' | 'text'> & { readonly receiptNumber: string })[]> =>
  db
    .selectFrom('requestMessage')
    .innerJoin('serviceRequest', 'serviceRequest.id', 'requestMessage.requestId')
    .select(['requestMessage.at', 'requestMessage.audience', 'requestMessage.text', 'serviceRequest.receiptNumber'])
    .where('requestMessage.personId', '=', personId)
    .orderBy('requestMessage.position')
    .execute();
