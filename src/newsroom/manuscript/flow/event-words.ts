import type { ManuscriptEventKind } from '../../../contract/newsroom/manuscript';

export const eventWords = {
  start: '新建稿件',
  'take-over': '从活动资料接手编辑',
  save: '修改',
  submit: '提交审核',
  approve: '审核通过',
  return: '退回修改',
  publish: '发布',
  schedule: '设定发布时间',
  unschedule: '取消定时发布',
  'fall-due': '到时自动发布',
  'fall-back': '到时没有发布，退回草稿',
  pin: '置顶',
  unpin: '取消置顶',
  withdraw: '撤下',
  restore: '恢复以前的版本',
} as const satisfies Record<ManuscriptEventKind, string>;
