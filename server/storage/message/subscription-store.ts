import { sql, type Kysely, type Transaction } from 'kysely';
import type { MessageTemplate } from '../../../src/domain/message-kind';
import type { Database } from '../tables';

/** The database keeps the same limit. */
const USABLE_AT_MOST = 20;

/** Adds one grant to each template; what exceeds the limit is forgotten. */
export async function addGrants(trx: Transaction<Database>, personId: string, templates: readonly MessageTemplate[], now: Date): Promise<void> {
  // In one order, so that two calls never wait for each other.
  for (const template of [...templates].sort()) {
    await trx
      .insertInto('subscription')
      .values({ personId, template, usable: 1, grantedAt: now })
      .onConflict((conflict) =>
        conflict.columns(['personId', 'template']).doUpdateSet({ usable: sql<number>`least(subscription.usable + 1, ${USABLE_AT_MOST})`, grantedAt: now }),
      )
      .execute();
  }
}

/** False when there is none to take. */
export async function takeGrant(trx: Transaction<Database>, personId: string, template: MessageTemplate): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('subscription')
    .set(({ eb }) => ({ usable: eb('usable', '-', 1) }))
    .where('personId', '=', personId)
    .where('template', '=', template)
    .where('usable', '>', 0)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** Puts back what was taken for a send that surely never was. */
export async function giveGrantBack(trx: Transaction<Database>, personId: string, template: MessageTemplate): Promise<void> {
  await trx
    .updateTable('subscription')
    .set({ usable: sql<number>`least(usable + 1, ${USABLE_AT_MOST})` })
    .where('personId', '=', personId)
    .where('template', '=', template)
    .execute();
}

/** WeChat says that there is none left. What was granted after it was asked stays. */
export async function forgetGrants(trx: Transaction<Database>, personId: string, template: MessageTemplate, askedAt: Date): Promise<void> {
  await trx
    .updateTable('subscription')
    .set({ usable: 0 })
    .where('personId', '=', personId)
    .where('template', '=', template)
    .where('grantedAt', '<=', askedAt)
    .execute();
}

interface Grants {
  readonly template: MessageTemplate;
  readonly usable: number;
  readonly grantedAt: Date;
}

export const listGrants = (db: Kysely<Database>, personId: string): Promise<Grants[]> =>
  db.selectFrom('subscription').select(['template', 'usable', 'grantedAt']).where('personId', '=', personId).orderBy('template').execute();
