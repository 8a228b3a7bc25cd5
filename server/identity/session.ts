import type { Kysely, Transaction } from 'kysely';
import type { PersonView, SessionView } from '../../src/contract/session';
import { chinaIso } from '../../src/domain/china-time';
import { hashSecret, newSecret } from '../secret';
import { insertSession } from '../storage/stores/session-store';
import type { Database } from '../storage/tables';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

// A guest is nobody but the holder of this token: when it ends, the browser's practice and requests cannot be found
// again, so it outlasts the campaign. WeChat renews silently with wx.login; a persona is one tap away.
const lifetimes = { guest: 90 * DAY, wechat: 7 * DAY, demo: 7 * DAY } as const satisfies Record<PersonView['kind'], number>;

/** A desktop may be somebody else's too: its session ends with the working day. In milliseconds. */
export const DESKTOP_LIFETIME = 12 * HOUR;

/**
 * Opens a session for a person. The returned token is nowhere else: only its hash is stored.
 *
 * @param lifetime in milliseconds; by default it follows from how the person came in
 */
export async function startSession(db: Kysely<Database> | Transaction<Database>, person: PersonView, now: Date, lifetime: number = lifetimes[person.kind]): Promise<SessionView> {
  const token = newSecret();
  const expiresAt = new Date(now.getTime() + lifetime);
  await insertSession(db, { tokenHash: hashSecret(token), personId: person.id, createdAt: now, expiresAt });
  return { token, expiresAt: chinaIso(expiresAt), person };
}
