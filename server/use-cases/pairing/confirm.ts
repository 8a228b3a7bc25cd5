import { refuse } from '../../refusal';
import { confirmPairing as confirmStored } from '../../storage/role/pairing-store';
import type { UseCase } from '../../use-case';
import { isPassingGuest } from '../person/passing-guest';
import { refuseGuest } from './refuse-guest';

// The desktop asks every few seconds; a network that was away for a moment is back by then.
const TAKEN_WITHIN = 2 * 60 * 1000;

export const confirmPairing: UseCase<'pairing.confirm'> = async (context, { id }) => {
  const { db, caller, now } = context;
  if (isPassingGuest(context)) return refuseGuest();
  const confirmed = await confirmStored(db, { id, personId: caller.person.id, takeBefore: new Date(now.getTime() + TAKEN_WITHIN) }, now);
  return confirmed ? { id } : refuse('not_found', '这次登录已经失效，请在电脑上重新获取六位数字。');
};
