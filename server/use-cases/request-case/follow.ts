import { campaignOf } from '../../campaign/campaign-of';
import { refuse, Refusal } from '../../refusal';
import { actorsOf, lockVisible } from '../../request/access';
import { kindOf } from '../../campaign/request-words';
import { tellOfFollower } from '../../request/tell';
import { hashSecret } from '../../secret';
import { addEvent } from '../../storage/request/event-store';
import { addFollower, findFollowInvitation, removeFollower, removeFollowers, takeFollowInvitation } from '../../storage/request/follower-store';
import { findRequest, lockRequest } from '../../storage/request/request-store';
import type { UseCase } from '../../use-case';
import { isFull, refuseFull, refuseUnknownInvitation } from './followers';

export const getFollowOffer: UseCase<'request.follow-offer'> = async (context, { token }) => {
  const { db, now } = context;
  const invitation = await findFollowInvitation(db, hashSecret(token));
  const request = invitation && (await findRequest(db, invitation.requestId));
  if (!request) return refuseUnknownInvitation();
  const { title } = kindOf(await campaignOf(context, request.campaignId), request.kind);
  const { firmName, receiptNumber } = request;
  return { title, firmName, receiptNumber, valid: invitation.usedAt === null && invitation.expiresAt > now };
};

/** Whoever belongs to the firm's side already is led there; the invitation stays good for a colleague. */
export const followRequest: UseCase<'request.follow'> = async (context, { token }) => {
  const { db, caller, now } = context;
  const personId = caller.person.id;
  const tokenHash = hashSecret(token);
  const invitation = await findFollowInvitation(db, tokenHash);
  // The request first, as everywhere, so that nobody waits for each other.
  const request = invitation && (await lockRequest(db, invitation.requestId));
  if (!request) return refuseUnknownInvitation();
  const { id } = request;
  const actors = await actorsOf(context, request);
  if (actors.includes('owner') || actors.includes('follower')) return { id };
  if (!(await takeFollowInvitation(db, tokenHash, now))) return refuseUnknownInvitation();
  if (await isFull(db, id)) return refuseFull();
  await addFollower(db, id, personId, now);
  await addEvent(db, { requestId: id, at: now, kind: 'follow', officeId: null, toOfficeId: null, personId, note: null, detail: {} });
  await tellOfFollower(db, request, await campaignOf(context, request.campaignId), now);
  return { id };
};

export const unfollowRequest: UseCase<'request.unfollow'> = async (context, { id, all }) => {
  const locked = await lockVisible(context, id);
  if (locked instanceof Refusal) return locked;
  if (!locked.actors.includes(all ? 'owner' : 'follower')) return refuse('forbidden');
  if (all) await removeFollowers(context.db, id);
  else await removeFollower(context.db, id, context.caller.person.id);
  return { id };
};
