import { refuse } from '../../refusal';
import { findExpert } from '../../storage/visit/expert-store';
import type { UseCase } from '../../use-case';
import { refuseUnknownExpert } from '../../visit/expert-access';
import { invite } from '../role/invitation';

export const inviteExpert: UseCase<'expert.invite'> = async (context, { id }) => {
  const expert = await findExpert(context.db, context.campaign.id, id);
  if (!expert) return refuseUnknownExpert();
  if (expert.personId !== null) return refuse('conflict', `${expert.name}的档案已经有人使用。要换人，请先由管理员收回原来的专家角色。`);
  return invite(context, { role: 'expert', officeId: null, expertId: id, name: expert.name });
};
