import type { Generated } from 'kysely';
import type { MessageKind, MessageTemplate } from '../../../src/domain/message-kind';
import type { Instant } from './index';

/** The messages' part of `Database`. */
export interface MessageTables {
  message: MessageTable;
  subscription: SubscriptionTable;
  outbox: OutboxTable;
}

interface MessageTable {
  id: string;
  personId: string;
  at: Instant;
  kind: MessageKind;
  title: string;
  text: string;
  /** A page's address inside the app, such as `/service/request/index?id=…`. */
  route: string | null;
  requestId: string | null;
  readAt: Date | null;
}

/** The ledger: how often WeChat may still send a template to a person. One grant is one send. */
interface SubscriptionTable {
  personId: string;
  template: MessageTemplate;
  usable: number;
  /** Of the latest grant. */
  grantedAt: Instant;
}

/** WeChat's copy of a message; one at most, and it holds one grant taken from the ledger. */
interface OutboxTable {
  messageId: string;
  personId: string;
  template: MessageTemplate;
  /** `not-possible`: the person does not allow it any more, or is not to be reached. */
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'not-possible';
  tries: Generated<number>;
  /** Tries of which nobody knows whether WeChat sent: the answer was lost, or the process ended before it was written down. */
  unknownTries: Generated<number>;
  /** While `sending`: until when the process that took it has it for itself. */
  nextTryAt: Instant;
  lastError: string | null;
}
