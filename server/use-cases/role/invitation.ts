import type { InvitationView } from '../../../src/contract/role';
import { chinaIso } from '../../../src/domain/china-time';
import { INVITATION_LIFETIME } from '../../../src/domain/role';
import { refuse, Refusal } from '../../refusal';
import { hashSecret, newSecret } from '../../secret';
import { cursorKinds } from '../../storage/cursor';
import { insertInvitation, listOpenInvitations, revokeInvitation as revokeStored, type StoredInvitation } from '../../storage/role/invitation-store';
import type { Context, UseCase } from '../../use-case';
import { pageStart } from '../page-start';
import { roleView } from './role-view';

const invitationView = ({ id, name, madeAt, expiresAt, ...held }: StoredInvitation, { campaign }: Pick<Context<'invitation.list'>, 'campaign'>): InvitationView => ({
  id,
  offers: roleView(held, campaign),
  inviteeName: name,
  madeAt: chinaIso(madeAt),
  expiresAt: chinaIso(expiresAt),
});

type Inviting = Pick<Context<'invitation.make'>, 'db' | 'campaign' | 'caller' | 'now' | 'newId'>;

/** Makes an invitation; its token is told here alone. */
export async function invite(context: Inviting, offer: Pick<StoredInvitation, 'role' | 'officeId' | 'expertId' | 'name'>): Promise<InvitationView & { readonly token: string }> {
  const { db, campaign, caller, now, newId } = context;
  const token = newSecret();
  const invitation = { ...offer, id: newId(), madeBy: caller.person.id, madeAt: now, expiresAt: new Date(now.getTime() + INVITATION_LIFETIME) };
  await insertInvitation(db, { ...invitation, tokenHash: hashSecret(token), campaignId: campaign.id });
  return { ...invitationView(invitation, context), token };
}

export const makeInvitation: UseCase<'invitation.make'> = async (context, { role, officeId, inviteeName }) => {
  if (officeId !== null && !context.campaign.offices.some(({ id }) => id === officeId)) return refuse('invalid_input', undefined, { officeId: '请选择单位。' });
  return invite(context, { role, officeId, expertId: null, name: inviteeName });
};

export const listInvitations: UseCase<'invitation.list'> = async (context, { cursor }) => {
  const after = pageStart(cursorKinds.instantAndRecordId, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listOpenInvitations(context.db, context.campaign.id, context.now, after);
  const offices = context.campaign.offices.map(({ id, name }) => ({ id, name }));
  return { invitations: rows.map((row) => invitationView(row, context)), nextCursor, offices };
};

export const revokeInvitation: UseCase<'invitation.revoke'> = async ({ db, campaign, now }, { id }) => {
  const revoked = await revokeStored(db, { id, campaignId: campaign.id }, now);
  return revoked ? { id } : refuse('not_found', '这份邀请已经用过、撤回或过期，不需要再撤回。');
};
