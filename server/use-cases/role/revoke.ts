import { refuse } from '../../refusal';
import { lockAdministrators, revokeGrant } from '../../storage/role/role-store';
import { unlinkExpert } from '../../storage/visit/expert-store';
import type { UseCase } from '../../use-case';

export const revokeRole: UseCase<'role.revoke'> = async ({ db, campaign }, { id }) => {
  // First, so that of two administrators who take each other's role back one is still there.
  const administrators = await lockAdministrators(db, campaign.id);
  if (administrators.length === 1 && administrators[0] === id) return refuse('conflict', '这是最后一位管理员，请先邀请另一位，再收回这个角色。');
  const revoked = await revokeGrant(db, { id, campaignId: campaign.id });
  if (revoked?.role === 'expert') await unlinkExpert(db, campaign.id, revoked.personId);
  return revoked ? { id } : refuse('not_found', '没有找到这个角色，可能已经收回。');
};
