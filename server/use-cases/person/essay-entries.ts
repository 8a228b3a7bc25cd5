import type { Kysely } from 'kysely';
import { chinaIso } from '../../../src/domain/china-time';
import { essayStateNames } from '../../../src/domain/essay/state';
import { listAllEssays } from '../../storage/essay/essay-store';
import type { Database } from '../../storage/tables';

/** What a person sent in for the call for essays. */
export async function essayEntries(db: Kysely<Database>, personId: string): Promise<Readonly<Record<string, unknown>>[]> {
  const essays = await listAllEssays(db, personId);
  return essays.map(({ title, body, authorName, firmName, phone, state, submittedAt, note, appreciationCount }) => ({
    ...{ 标题: title, 正文: body, 署名: authorName, 单位: firmName, 联系电话: phone, 状态: essayStateNames[state] },
    ...{ 提交时间: chinaIso(submittedAt), 评审意见: note, 赞赏人数: appreciationCount },
  }));
}
