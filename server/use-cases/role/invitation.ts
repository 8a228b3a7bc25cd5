import type { InvitationView } from '../../../src/contract/role';
import { chinaIso } from '../../../src/domain/china-time';
import { refuse, Refusal } from '../../refusal';
import { hashSecret, newSecret } from '../../secret';
import { cursorKinds } from '../../storage/cursor';
import { insertInvitation, listOpenInvitations, revokeInvitation as revokeStored, type StoredInvitation } from '../../storage/role/invitation-store';
import type { Context, UseCase } from '../../use-case';
import { pageStart } from '../page-start';
import { roleView } from './role-view';

const VALID = 7 * 24 * 60 * 60 * 1000;

const invitationView = ({ id, name, madeAt, expiresAt, ...held }: StoredInvitation, { campaign }: Pick<Context<'invitation.list'>, 'campaign'>): InvitationView => ({
  id,
  offers: roleView(held, campaign),
  inviteeName: name,
  madeAt: chinaIso(madeAt),
  expiresAt: chinaIso(expiresAt),
});

export const makeInvitation: UseCase<'invitation.make'> = async (context, { role, officeId, inviteeName }) => {
  const { db, campaign, caller, now, newId } = context;
  if (officeId !== null && !campaign.offices.some(({ id }) => id === officeId)) return refuse('invalid_input', undefined, { officeId: '请选择单位。' });
  const token = newSecret();
  const invitation = { id: newId(), name: inviteeName, role, officeId, madeBy: caller.person.id, madeAt: now, expiresAt: new Date(now.getTime() + VALID) };
  await insertInvitation(db, { ...invitation, tokenHash: hashSecret(token), campaignId: campaign.id });
  return { ...invitationView(invitation, context), token };
};

export const listInvitations: UseCase<'invitation.list'> = async (context, { cursor }) => {
  const after = pageStart(cursorKinds.instantAndRecordId, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listOpenInvitations(context.db, context.campaign.id, context.now, after);
  return { invitations: rows.map((row) => invitationView(row, context)), nextCursor };
};

export const revokeInvitation: UseCase<'invitation.revoke'> = async ({ db, campaign, now }, { id }) => {
  const revoked = await revokeStored(db, { id, campaignId: campaign.id }, now);
  return revoked ? { id } : refuse('not_found', '这份邀请已经用过、撤回或过期，不需要再撤回。');
};
