import type { ActionName, Actions } from '../../contract/actions';

type ChangeName = { [Name in ActionName]: Actions[Name]['effect'] extends 'change' ? Name : never }[ActionName];

/** Every change of the contract in words, so that a new one does not compile without them; and the command line's own. */
const words = {
  'practice.start': '开始练习',
  'practice.answer': '回答练习题',
  'wrong-question.remove': '移出错题本',
  'wrong-question.collect': '收入错题本',
  'contest.enter': '填写竞赛报名信息',
  'certificate.issue': '领取证书',
  'appeal.submit': '提出申诉',
  'appeal.decide': '答复申诉',
  'request.submit': '提交申请',
  'request.complete': '补充申请',
  'request.withdraw': '撤回申请',
  'request.confirm': '确认办理结果',
  'request.reopen': '反映未解决',
  'request.accept': '受理申请',
  'request.accept-many': '批量受理申请',
  'request.return': '退回补充',
  'request.decline': '不予受理',
  'request.transfer': '转交申请',
  'request.assign': '指派专家',
  'request.schedule': '安排上门时间',
  'request.unschedule': '取消上门时间',
  'request.pause': '暂停计时',
  'request.resume': '恢复计时',
  'request.conclude': '办结申请',
  'request.merge': '合并重复申请',
  'request.say': '在申请里留言',
  'request.invite': '邀请同事关注申请',
  'request.follow': '关注申请',
  'request.unfollow': '不再关注申请',
  'survey.answer': '填写回访',
  'expert.add': '登记专家',
  'expert.change': '修改专家资料',
  'expert.invite': '邀请专家',
  'expert.set-leave': '登记专家请假',
  'visit.record': '填写上门记录',
  'visit.confirm-record': '确认上门记录',
  'visit.keep-promise': '落实上门承诺',
  'plan.publish': '发布上门计划',
  'message.granted': '同意接收微信通知',
  'person.delete': '删除个人信息',
  'pairing.confirm': '确认电脑端登录',
  'role.revoke': '收回角色',
  'role.grant': '授予角色（服务器命令）',
  'invitation.make': '生成工作邀请',
  'invitation.revoke': '撤回工作邀请',
  'invitation.accept': '接受工作邀请',
} as const satisfies Record<ChangeName | 'role.grant', string>;

/** Those of an earlier version of the app keep their name. */
export const actionWords = (action: string): string => (Object.hasOwn(words, action) ? words[action as keyof typeof words] : action);

/** Kinds of change to choose from: what stands before the point in an action's name. */
export const groups = [
  { id: 'request', name: '申请' },
  { id: 'visit', name: '上门' },
  { id: 'plan', name: '上门计划' },
  { id: 'expert', name: '专家' },
  { id: 'appeal', name: '申诉' },
  { id: 'role', name: '角色' },
  { id: 'invitation', name: '工作邀请' },
  { id: 'pairing', name: '电脑端登录' },
  { id: 'person', name: '个人信息' },
] as const;
