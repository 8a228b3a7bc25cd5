import { chinaIso } from '../../../src/domain/china-time';
import { refuse } from '../../refusal';
import { countPairingTries, enterPairingTry, findWaitingPairing, takePairingTryBack } from '../../storage/role/pairing-store';
import type { UseCase } from '../../use-case';
import { isPassingGuest } from '../person/passing-guest';
import { refuseGuest } from './refuse-guest';

const FAILURES_ALLOWED = 10;
const WITHIN_MS = 60 * 60 * 1000;

/** It is a `read` all the same: the count of wrong tries is one statement of its own and stays whatever is answered. */
export const getPairing: UseCase<'pairing.get'> = async (context, { code }) => {
  const { db, caller, now } = context;
  if (isPassingGuest(context)) return refuseGuest();
  const { id: personId } = caller.person;
  const entry = await enterPairingTry(db, personId, now);
  const failuresBefore = (await countPairingTries(db, personId, new Date(now.getTime() - WITHIN_MS))) - 1;
  if (failuresBefore >= FAILURES_ALLOWED) {
    await takePairingTryBack(db, entry);
    return refuse('too_many_tries');
  }
  const pairing = await findWaitingPairing(db, code, now);
  if (!pairing) return refuse('not_found', '没有找到这组数字，请核对电脑屏幕；超过五分钟的，请在电脑上重新获取。');
  await takePairingTryBack(db, entry);
  return { id: pairing.id, startedAt: chinaIso(pairing.startedAt), expiresAt: chinaIso(pairing.expiresAt) };
};
