import { createHash, randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { PersonView, SessionView } from '../../src/contract/session';
import { chinaIso } from '../../src/domain/china-time';
import { insertSession } from '../storage/stores/session-store';
import type { Database } from '../storage/tables';

const DAY = 24 * 60 * 60 * 1000;

// A guest is nobody but the holder of this token: when it ends, the browser's practice and requests cannot be found
// again, so it outlasts the campaign. WeChat renews silently with wx.login; a persona is one tap away.
const lifetimeDays = { guest: 90, wechat: 7, demo: 7 } as const satisfies Record<PersonView['kind'], number>;

const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** False for what our tokens never look like, so that it need not be looked up. */
export const looksLikeToken = (text: string): boolean => TOKEN.test(text);

/** What is stored of a token: its SHA-256 in hex. A token is random enough to need no salt. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Opens a session for a person. The returned token is nowhere else: only its hash is stored. */
export async function startSession(db: Kysely<Database> | Transaction<Database>, person: PersonView, now: Date): Promise<SessionView> {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  const expiresAt = new Date(now.getTime() + lifetimeDays[person.kind] * DAY);
  await insertSession(db, { tokenHash: hashToken(token), personId: person.id, createdAt: now, expiresAt });
  return { token, expiresAt: chinaIso(expiresAt), person };
}
