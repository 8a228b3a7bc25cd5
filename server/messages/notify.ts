import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { messageKinds, type MessageKind } from '../../src/domain/message-kind';
import { insertMessage } from '../storage/message/message-store';
import { putIntoOutbox } from '../storage/message/outbox-store';
import { takeGrant } from '../storage/message/subscription-store';
import type { Database } from '../storage/tables';

export interface Notice {
  readonly at: Date;
  readonly kind: MessageKind;
  /** One line. */
  readonly title: string;
  /**
   * Plain text. Nothing personal of anybody else: it goes to WeChat, and it stays when that person's data are deleted.
   * WeChat shows its first 20 characters.
   */
  readonly text: string;
  /** Where the message leads, a page's address inside the app, such as `/service/request/index?id=…`. */
  readonly route?: string;
  /** The request it is about. */
  readonly requestId?: string;
}

/**
 * Tells a person inside the app and, where the person has allowed WeChat one more message of this kind, puts WeChat's
 * copy into the outbox: in the caller's transaction, so that both or neither happen.
 */
export async function notify(trx: Transaction<Database>, { personId, ...notice }: Notice & { readonly personId: string }): Promise<void> {
  const { at, kind, title, text, route = null, requestId = null } = notice;
  const id = randomUUID();
  await insertMessage(trx, { id, personId, at, kind, title, text, route, requestId });
  const { template } = messageKinds[kind];
  if (template !== null && (await takeGrant(trx, personId, template))) await putIntoOutbox(trx, { messageId: id, personId, template }, at);
}

/** Tells several people the same, each once. */
export async function notifyAll(trx: Transaction<Database>, personIds: readonly string[], notice: Notice): Promise<void> {
  // In one order, so that two transactions never wait for each other's grants.
  for (const personId of [...new Set(personIds)].sort()) await notify(trx, { ...notice, personId });
}
