import { randomInt } from 'node:crypto';
import { chinaIso } from '../../src/domain/china-time';
import { refuse } from '../refusal';
import { hashSecret, newSecret } from '../secret';
import { countWaitingPairings, insertPairing, isPairingWaiting, takeConfirmedPairing } from '../storage/role/pairing-store';
import { DESKTOP_LIFETIME, startSession } from './session';
import type { SignIn } from './sign-in';

const VALID = 5 * 60 * 1000;
const CODE_LENGTH = 6;
// Of a million codes a few are taken at a time.
const TRIES = 5;
// More desktops than offices can have: somebody collects codes, so that a slip of the pen might hit one.
const WAITING_AT_MOST = 200;

const newCode = (): string => String(randomInt(10 ** CODE_LENGTH)).padStart(CODE_LENGTH, '0');

export const startPairing: SignIn<'pairing.start'> = async ({ db, now, newId }) => {
  const [id, secret] = [newId(), newSecret()];
  const expiresAt = new Date(now.getTime() + VALID);
  if ((await countWaitingPairings(db, now)) >= WAITING_AT_MOST) return refuse('unavailable', '现在等待登录的电脑过多，请几分钟后再试。');
  for (let tries = 0; tries < TRIES; tries += 1) {
    const code = newCode();
    const pairing = { id, secretHash: hashSecret(secret), code, startedAt: now, expiresAt };
    if (await db.transaction().execute((trx) => insertPairing(trx, pairing))) return { id, secret, code, expiresAt: chinaIso(expiresAt) };
  }
  return refuse('unavailable');
};

export const takePairing: SignIn<'pairing.take'> = ({ db, now }, { id, secret }) =>
  db.transaction().execute(async (trx) => {
    const desktop = { id, secretHash: hashSecret(secret) };
    const person = await takeConfirmedPairing(trx, desktop, now);
    if (person) return { state: 'confirmed', session: await startSession(trx, person, now, DESKTOP_LIFETIME) };
    if (await isPairingWaiting(trx, desktop, now)) return { state: 'waiting' };
    return refuse('not_found', '这组数字已经失效，请重新获取。');
  });
