import type { RoleView } from '../../contract/role';
import type { Role } from '../../domain/role';

/** `宝坻检验检疫局受理人员`; a role of the whole campaign by its name alone. */
export const roleWords = ({ name, officeName }: RoleView): string => `${officeName ?? ''}${name}`;

/** What one does in a role, in one sentence. */
export const duties = {
  officer: '受理人员办理本单位收到的企业申请。',
  dispatcher: '调度人员统筹各单位的申请，安排专家上门。',
  expert: '专家按安排上门服务，填写上门记录。',
  editor: '编辑发布本单位的动态。',
  administrator: '管理员邀请工作人员、收回角色，查看操作记录。',
} as const satisfies Record<Role, string>;
