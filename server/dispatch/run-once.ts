import { createHash } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Action, InputSchema } from '../../src/contract/action';
import { actions, type ActionName } from '../../src/contract/actions';
import type { Role } from '../../src/domain/role';
import { recordsOf } from './audited-record';
import { databaseFailure, isMissingReference } from './database-failure';
import { refuse, Refusal } from '../refusal';
import { addAuditEntry } from '../storage/role/audit-store';
import { findReplay, keepReply, takeReplayKey } from '../storage/stores/replay-store';
import type { Database } from '../storage/tables';

const KEY = /^[A-Za-z0-9_-]{8,64}$/;
const TRIES = 4;

/** Made by the client, one for each thing a person means to do. */
export const isIdempotencyKey = (key: string | undefined): key is string => key !== undefined && KEY.test(key);

export interface Change {
  readonly db: Kysely<Database>;
  readonly campaignId: string;
  readonly personId: string;
  readonly roles: readonly Role[];
  readonly key: string;
  readonly action: ActionName;
  /** As parsed, so that two spellings of the same input are the same. */
  readonly input: unknown;
  readonly now: Date;
}

/**
 * Runs a change in a transaction, once for each person and key. A repeated key gets the answer of the first time, a
 * parallel one waits for it; a key that was used for something else is refused with `key_reused`. A refusal rolls
 * everything back, the key included, so that the person can correct the input and go on. What succeeds the first time
 * leaves its row in the audit log, one for each record it is about.
 */
export async function runOnce(change: Change, work: (trx: Transaction<Database>) => Promise<unknown>): Promise<unknown> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await change.db.transaction().execute((trx) => attempt(trx, change, work));
    } catch (error) {
      if (error instanceof RolledBack) return error.refusal;
      // The person was deleted after the call was let in.
      if (isMissingReference(error, 'replay_person_id_fkey')) return refuse('session_expired');
      if (databaseFailure(error) !== 'retry' || tries === TRIES) throw error;
      await new Promise((resume) => setTimeout(resume, Math.random() * 20 * 2 ** tries));
    }
  }
}

/** Carries a refusal out of the transaction, which only a throw rolls back. */
class RolledBack extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code);
  }
}

async function attempt(trx: Transaction<Database>, change: Change, work: (trx: Transaction<Database>) => Promise<unknown>): Promise<unknown> {
  const inputHash = hashOf(change.input);
  if (!(await takeReplayKey(trx, change, change.action, inputHash, change.now))) {
    const earlier = await findReplay(trx, change);
    // Purged in this very moment: nothing is known of it any more.
    if (!earlier) throw new RolledBack(refuse('conflict'));
    const same = earlier.action === change.action && earlier.inputHash === inputHash;
    return same ? earlier.reply : refuse('key_reused');
  }
  const answer = await work(trx);
  if (answer instanceof Refusal) throw new RolledBack(answer);
  await keepReply(trx, change, withoutSecret(change.action, answer));
  const { now: at, campaignId, personId, roles, action, key } = change;
  for (const about of recordsOf(change.input, answer)) await addAuditEntry(trx, { at, campaignId, personId, roles, action, about, key });
  return answer;
}

function withoutSecret(name: ActionName, answer: unknown): unknown {
  const { secret }: Action<InputSchema, unknown> = actions[name];
  return secret === undefined || typeof answer !== 'object' ? answer : { ...answer, [secret]: null };
}

const hashOf = (input: unknown): string => createHash('sha256').update(JSON.stringify(sorted(input))).digest('hex');

/** The same value with every object's keys in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, inner]) => [key, sorted(inner)]));
}
