import type { Kysely } from 'kysely';
import type { Clock } from '../clock';
import type { LogFailure } from '../failure-log';
import { SEND_AT_MOST_MS, type SendOutcome, type SendSubscribeMessage } from '../outside/wechat/subscribe-message';
import { noteProgress, takeDue, type TakenEntry } from '../storage/message/outbox-store';
import { forgetGrants, giveGrantBack } from '../storage/message/subscription-store';
import type { Database } from '../storage/tables';
import { afterGivingUp, afterSend, isGivenUp, type AfterSend } from './after-send';
import { templateData } from './template-data';
import type { ConfiguredTemplates } from './templates';

export interface Delivery {
  readonly db: Kysely<Database>;
  readonly clock: Clock;
  readonly send: SendSubscribeMessage;
  readonly templates: ConfiguredTemplates;
}

/** How many entries came to which state. */
export type Deliveries = Readonly<Record<'waiting' | 'sent' | 'failed' | 'not-possible', number>>;

const BATCH = 10;
const LEASE_MS = 2 * SEND_AT_MOST_MS;
// After this no new batch begins, so that a cloud function's timer ends in time.
const BUDGET_MS = 15_000;

/**
 * Sends what is due to WeChat. Safe to run in several processes at once. Sending is outside any transaction; a process that
 * ends in between leaves entries that count as perhaps sent once their lease has lapsed. Never throws.
 *
 * @returns null when the database failed
 */
export async function drainOutbox(delivery: Delivery, logFailure: LogFailure): Promise<Deliveries | null> {
  const deliveries = { waiting: 0, sent: 0, failed: 0, 'not-possible': 0 };
  const troubles = new Set<string>();
  const started = performance.now();
  try {
    do {
      const entries = await take(delivery);
      if (entries.length === 0) break;
      const settled = await Promise.all(entries.map((entry) => deliver(delivery, entry)));
      for (const { state, lastError } of settled) {
        if (state !== 'sending') deliveries[state] += 1;
        if (lastError !== null && state !== 'not-possible') troubles.add(`${state}: ${lastError}`);
      }
    } while (performance.now() - started < BUDGET_MS);
  } catch (error) {
    logFailure('draining the outbox failed', error);
    return null;
  }
  if (troubles.size > 0) logFailure('WeChat did not take every message', [...troubles].sort().join('; '));
  return deliveries;
}

function take({ db, clock }: Delivery): Promise<TakenEntry[]> {
  const now = clock.now();
  return db.transaction().execute((trx) => takeDue(trx, { now, leaseUntil: new Date(now.getTime() + LEASE_MS), limit: BATCH }));
}

async function deliver(delivery: Delivery, entry: TakenEntry): Promise<AfterSend> {
  const askedAt = delivery.clock.now();
  const after = isGivenUp(entry) ? afterGivingUp(entry, 'tried for a day', askedAt) : afterSend(entry, await sendEntry(delivery, entry), delivery.clock.now());
  await settle(delivery.db, entry, after, askedAt);
  return after;
}

function sendEntry({ send, templates }: Delivery, entry: TakenEntry): Promise<SendOutcome> {
  const template = templates[entry.template];
  if (!template) return Promise.resolve({ kind: 'rejected', why: `no template is configured for ${entry.template}` });
  if (entry.openid === null) return Promise.resolve({ kind: 'unreachable', why: 'no identity in WeChat' });
  return send({ openid: entry.openid, templateId: template.id, page: entry.route && entry.route.replace(/^\//, ''), data: templateData(entry, template) });
}

async function settle(db: Kysely<Database>, entry: TakenEntry, { ledger, ...progress }: AfterSend, askedAt: Date): Promise<void> {
  const { personId, template } = entry;
  await db.transaction().execute(async (trx) => {
    if (!(await noteProgress(trx, entry, progress))) return;
    if (ledger === 'give-back') await giveGrantBack(trx, personId, template);
    if (ledger === 'none-left') await forgetGrants(trx, personId, template, askedAt);
  });
}
