import { sql, type Kysely, type Transaction } from 'kysely';
import type { MessageKind, MessageTemplate } from '../../../src/domain/message-kind';
import type { MessageTables } from '../tables/message';
import type { Database } from '../tables';

export interface OutboxEntry {
  readonly messageId: string;
  readonly personId: string;
  readonly template: MessageTemplate;
}

export async function putIntoOutbox(trx: Transaction<Database>, entry: OutboxEntry, now: Date): Promise<void> {
  await trx.insertInto('outbox').values({ ...entry, state: 'waiting', nextTryAt: now, lastError: null }).execute();
}

/** What one process has taken to send. */
export interface TakenEntry extends OutboxEntry {
  /** With the one that begins now. */
  readonly tries: number;
  readonly unknownTries: number;
  readonly kind: MessageKind;
  readonly title: string;
  readonly text: string;
  readonly at: Date;
  readonly route: string | null;
  readonly receiptNumber: string | null;
  /** Null when the person has no identity in WeChat. */
  readonly openid: string | null;
}

// Within one person and template: what is being sent comes first, what was perhaps sent last.
const turn = (entry: 'mine' | 'other', now: Date) => {
  const column = (name: string) => sql.ref(`${entry}.${name}`);
  return sql`(case
    when ${column('state')} = 'sending' and ${column('nextTryAt')} > ${now} then 0
    when ${column('state')} = 'waiting' and ${column('unknownTries')} = 0 then 1
    else 2
  end, ${column('nextTryAt')}, ${column('messageId')})`;
};

/**
 * Takes what is due, each entry for this process alone until `leaseUntil`; one whose lease has lapsed was perhaps sent by a
 * process that has ended. Of one person and template only one is sent at a time, and what was perhaps sent goes last: the
 * fewer grants are left then, the better WeChat can tell.
 */
export async function takeDue(trx: Transaction<Database>, { now, leaseUntil, limit }: { readonly now: Date; readonly leaseUntil: Date; readonly limit: number }): Promise<TakenEntry[]> {
  const { rows } = await sql<{ messageId: string }>`
    with due as (
      select message_id, state from outbox as mine
      where state in ('waiting', 'sending') and next_try_at <= ${now}
        and not exists (
          select from outbox as other
          where other.person_id = mine.person_id and other.template = mine.template
            and other.state in ('waiting', 'sending') and ${turn('other', now)} < ${turn('mine', now)}
        )
      order by next_try_at limit ${limit} for update skip locked
    )
    update outbox
    set state = 'sending', tries = tries + 1, unknown_tries = unknown_tries + (due.state = 'sending')::integer, next_try_at = ${leaseUntil}
    from due where outbox.message_id = due.message_id
    returning outbox.message_id`.execute(trx);
  if (rows.length === 0) return [];
  return trx
    .selectFrom('outbox')
    .innerJoin('message', 'message.id', 'outbox.messageId')
    .leftJoin('serviceRequest', 'serviceRequest.id', 'message.requestId')
    .select(['outbox.messageId', 'outbox.personId', 'outbox.template', 'outbox.tries', 'outbox.unknownTries'])
    .select(['message.kind', 'message.title', 'message.text', 'message.at', 'message.route', 'serviceRequest.receiptNumber'])
    .select((eb) =>
      eb.selectFrom('identity').select('subject').whereRef('identity.personId', '=', 'outbox.personId').where('provider', '=', 'wechat').orderBy('subject').limit(1).as('openid'),
    )
    .where('outbox.messageId', 'in', rows.map(({ messageId }) => messageId))
    .execute();
}

export interface OutboxProgress {
  readonly state: MessageTables['outbox']['state'];
  readonly unknownTries: number;
  readonly nextTryAt: Date;
  readonly lastError: string | null;
}

/** False when the entry is not this process's any more: its lease had lapsed, or the person was deleted. */
export async function noteProgress(trx: Transaction<Database>, { messageId, tries }: Pick<TakenEntry, 'messageId' | 'tries'>, progress: OutboxProgress): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('outbox')
    .set(progress)
    .where('messageId', '=', messageId)
    .where('state', '=', 'sending')
    .where('tries', '=', tries)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** How WeChat's copies of a person's messages fared. */
export const listOutbox = (db: Kysely<Database>, personId: string): Promise<{ messageId: string; state: MessageTables['outbox']['state'] }[]> =>
  db.selectFrom('outbox').select(['messageId', 'state']).where('personId', '=', personId).execute();
