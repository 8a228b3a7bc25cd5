import { chinaIso } from '../../../src/domain/china-time';
import { refuse, Refusal } from '../../refusal';
import { lockVisible } from '../../request/access';
import { hashSecret, newSecret } from '../../secret';
import { insertFollowInvitation } from '../../storage/request/follower-store';
import type { UseCase } from '../../use-case';
import { isFull, refuseFull } from './followers';

const GOOD_FOR_MS = 7 * 24 * 60 * 60 * 1000;

export const inviteFollower: UseCase<'request.invite'> = async (context, { id }) => {
  const { db, now } = context;
  const locked = await lockVisible(context, id);
  if (locked instanceof Refusal) return locked;
  if (!locked.actors.includes('owner')) return refuse('forbidden');
  if (await isFull(db, id)) return refuseFull();
  const token = newSecret();
  const expiresAt = new Date(now.getTime() + GOOD_FOR_MS);
  await insertFollowInvitation(db, { requestId: id, tokenHash: hashSecret(token), madeAt: now, expiresAt });
  return { token, expiresAt: chinaIso(expiresAt) };
};
