import type { OfferView } from '../../../src/contract/role';
import { chinaIso } from '../../../src/domain/china-time';
import type { HeldRole } from '../../../src/domain/role';
import { refuse, type Refusal } from '../../refusal';
import { hashSecret } from '../../secret';
import { findOpenInvitation, lockOpenInvitation, markUsed } from '../../storage/role/invitation-store';
import { findHeldRoles, grantRole } from '../../storage/role/role-store';
import type { UseCase } from '../../use-case';
import { isPassingGuest } from '../person/passing-guest';
import { roleView } from './role-view';

const refuseUnknown = (): Refusal => refuse('not_found', '这份邀请已经用过、撤回或过期，请向管理员要一份新的。');

const standingOf = (isGuest: boolean, held: readonly HeldRole[], offered: HeldRole): OfferView['standing'] => {
  if (held.some(({ role, officeId }) => role === offered.role && officeId === offered.officeId)) return 'held';
  return isGuest ? 'guest' : 'ready';
};

export const getInvitation: UseCase<'invitation.get'> = async (context, { token }) => {
  const { db, campaign, caller, now } = context;
  const invitation = await findOpenInvitation(db, { campaignId: campaign.id, tokenHash: hashSecret(token) }, now);
  if (!invitation) return refuseUnknown();
  return {
    offers: roleView(invitation, campaign),
    inviteeName: invitation.name,
    campaignName: campaign.name,
    expiresAt: chinaIso(invitation.expiresAt),
    standing: standingOf(isPassingGuest(context), await findHeldRoles(db, caller.person.id, campaign.id), invitation),
  };
};

/** The grant keeps the invitation's id, so that the audit log tells of both as one thing. */
export const acceptInvitation: UseCase<'invitation.accept'> = async (context, { token }) => {
  const { db, campaign, caller, now } = context;
  if (isPassingGuest(context)) return refuse('forbidden', '工作角色要绑定微信身份，请在微信小程序里打开邀请链接，再接受。');
  const invitation = await lockOpenInvitation(db, { campaignId: campaign.id, tokenHash: hashSecret(token) }, now);
  if (!invitation) return refuseUnknown();
  const { id, name, role, officeId, madeBy } = invitation;
  const granted = await grantRole(db, { id, personId: caller.person.id, campaignId: campaign.id, role, officeId, name, grantedAt: now, grantedBy: madeBy });
  if (!granted) return refuse('conflict', '您已经有这个角色，不用再接受；这份邀请可以留给别人。');
  await markUsed(db, id, caller.person.id, now);
  return { id, holds: roleView(invitation, campaign) };
};
