import type { Link } from '../../components/controls/link-list';
import type { MeView } from '../../contract/person';
import type { Role } from '../../domain/role';
import { isH5 } from '../../platform/environment';
import { open } from '../../platform/navigation';

interface WorkLink {
  readonly isFor: (me: MeView) => boolean;
  readonly link: (me: MeView) => Link;
}

const holds =
  (...wanted: readonly Role[]) =>
  ({ roles }: MeView): boolean =>
    roles.some((role) => wanted.includes(role));

/** Where work is done, in the order it is shown; each line says for whom. */
const table: readonly WorkLink[] = [
  {
    isFor: holds('officer', 'dispatcher'),
    link: ({ offices }) => {
      const waiting = offices.reduce((sum, office) => sum + office.waitingCount, 0);
      const text = waiting === 0 ? '没有等待受理的申请' : `${waiting} 份等待受理`;
      return { icon: 'inbox', title: '待办申请', text: offices.length === 0 ? '各单位的企业申请' : text, count: waiting, onPress: () => { open('/officer/inbox/index', {}); } };
    },
  },
  {
    isFor: holds('officer', 'dispatcher'),
    link: () => ({ icon: 'document', title: '数据看板', text: '办理数量、期限和效果', onPress: () => { open('/officer/dashboard/index'); } }),
  },
  {
    isFor: holds('expert'),
    link: () => ({ icon: 'service', title: '我的上门', text: '约定的上门和上门记录', onPress: () => { open('/officer/visits/index'); } }),
  },
  {
    isFor: holds('expert'),
    link: () => ({ icon: 'clock', title: '我的日程', text: '四周安排，请假和销假', onPress: () => { open('/officer/calendar/index', {}); } }),
  },
  {
    isFor: holds('dispatcher'),
    link: () => ({ icon: 'me', title: '专家', text: '档案、邀请和日程', onPress: () => { open('/officer/experts/index'); } }),
  },
  {
    isFor: holds('dispatcher'),
    link: () => ({ icon: 'book', title: '上门计划', text: '生成、调整和发布', onPress: () => { open('/officer/plan/index'); } }),
  },
  {
    isFor: holds('editor'),
    link: () => ({ icon: 'news', title: '稿件', text: '撰写、审核和发布', onPress: () => { open('/newsroom/manuscripts/index'); } }),
  },
  {
    isFor: holds('editor'),
    link: () => ({ icon: 'document', title: '图片', text: '稿件用的图片和文字说明', onPress: () => { open('/newsroom/pictures/index'); } }),
  },
  {
    isFor: holds('officer', 'editor'),
    link: () => ({ icon: 'clock', title: '场次', text: '活动的预约、名单和签到', onPress: () => { open('/newsroom/events/index'); } }),
  },
  {
    isFor: ({ managesContest }) => managesContest,
    link: () => ({ icon: 'contest', title: '竞赛管理', text: '申诉、提醒和题目统计', onPress: () => { open('/officer/contest/index'); } }),
  },
  {
    isFor: holds('administrator'),
    link: () => ({ icon: 'me', title: '角色与邀请', text: '谁担任什么，邀请和收回', onPress: () => { open('/officer/roles/index'); } }),
  },
  {
    isFor: holds('administrator'),
    link: () => ({ icon: 'document', title: '操作记录', text: '每一次改动，只能查看', onPress: () => { open('/officer/audit/index'); } }),
  },
  {
    isFor: ({ roles }) => !isH5 && roles.length > 0,
    link: () => ({ icon: 'link', title: '登录电脑端', text: '扫码或输入六位数字', onPress: () => { open('/officer/pairing/index'); } }),
  },
];

export const workLinks = (me: MeView): readonly Link[] => table.filter(({ isFor }) => isFor(me)).map(({ link }) => link(me));
