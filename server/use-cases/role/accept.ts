import { chinaIso } from '../../../src/domain/china-time';
import { refuse, type Refusal } from '../../refusal';
import { hashSecret } from '../../secret';
import { findOpenInvitation, lockOpenInvitation, markUsed, type StoredInvitation } from '../../storage/role/invitation-store';
import { findHeldRoles, grantRole } from '../../storage/role/role-store';
import { lockLimits } from '../../storage/stores/person-store';
import { findExpertOfPerson, linkExpert, lockExperts } from '../../storage/visit/expert-store';
import type { Context, UseCase } from '../../use-case';
import { isPassingGuest } from '../person/passing-guest';
import { roleView } from './role-view';

const refuseUnknown = (): Refusal => refuse('not_found', '这份邀请已经用过、撤回或过期，请向管理员要一份新的。');

async function isHeld({ db, campaign, caller }: Context<'invitation.get'>, offered: StoredInvitation): Promise<boolean> {
  if (offered.expertId !== null) return (await findExpertOfPerson(db, campaign.id, caller.person.id)) !== undefined;
  const held = await findHeldRoles(db, caller.person.id, campaign.id);
  return held.some(({ role, officeId }) => role === offered.role && officeId === offered.officeId);
}

export const getInvitation: UseCase<'invitation.get'> = async (context, { token }) => {
  const { db, campaign, now } = context;
  const invitation = await findOpenInvitation(db, { campaignId: campaign.id, tokenHash: hashSecret(token) }, now);
  if (!invitation) return refuseUnknown();
  return {
    offers: roleView(invitation, campaign),
    inviteeName: invitation.name,
    campaignName: campaign.name,
    expiresAt: chinaIso(invitation.expiresAt),
    standing: (await isHeld(context, invitation)) ? 'held' : isPassingGuest(context) ? 'guest' : 'ready',
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
  // Who has the role already may still take up a profile.
  const refused = invitation.expertId === null ? null : await takeUpProfile(context, invitation.expertId);
  if (refused) return refused;
  if (!granted && invitation.expertId === null) return refuse('conflict', '您已经有这个角色，不用再接受；这份邀请可以留给别人。');
  await markUsed(db, id, caller.person.id, now);
  return { id, holds: roleView(invitation, campaign) };
};

async function takeUpProfile({ db, campaign, caller }: Context<'invitation.accept'>, expertId: string): Promise<Refusal | null> {
  // Of two profiles that one person takes up at once, the second finds the first.
  await lockLimits(db, caller.person.id);
  if (await findExpertOfPerson(db, campaign.id, caller.person.id)) return refuse('conflict', '您已经有专家档案，不用再接受。');
  const [expert] = await lockExperts(db, [expertId]);
  if (expert?.personId !== null) return refuse('conflict', '这份专家档案已经有人使用，请联系调度人员。');
  await linkExpert(db, expertId, caller.person.id);
  return null;
}
