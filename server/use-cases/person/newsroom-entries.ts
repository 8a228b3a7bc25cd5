import type { Kysely } from 'kysely';
import type { ManuscriptEventKind } from '../../../src/contract/newsroom/manuscript';
import { chinaIso } from '../../../src/domain/china-time';
import { listWorkOfPerson } from '../../storage/newsroom/version-store';
import type { Database } from '../../storage/tables';

const words = {
  start: '新建稿件',
  'take-over': '接手稿件',
  save: '保存',
  restore: '恢复旧版本',
  submit: '提交审核',
  approve: '审核通过',
  return: '退回修改',
  publish: '发布',
  schedule: '定时发布',
  unschedule: '取消定时发布',
  'fall-due': '按时发布',
  'fall-back': '未能按时发布',
  pin: '置顶',
  unpin: '取消置顶',
  withdraw: '撤下',
} as const satisfies Record<ManuscriptEventKind, string>;

/** What a person did in the newsroom. What was written stays the office's, without a name once the person is deleted. */
export async function newsroomEntries(db: Kysely<Database>, personId: string): Promise<Readonly<Record<string, unknown>>[]> {
  const work = await listWorkOfPerson(db, personId);
  return work.map(({ title, at, version, kind, note }) => ({ 稿件: title, 时间: chinaIso(at), 事项: words[kind], 版本: version, 说明: note }));
}
