import type { Kysely } from 'kysely';
import { chinaIso } from '../../../src/domain/china-time';
import { essayStateNames } from '../../../src/domain/essay/state';
import { listAllEssays, listAppreciated } from '../../storage/essay/essay-store';
import type { Database } from '../../storage/tables';

type Entry = Readonly<Record<string, unknown>>;

/** What a person sent in for the call for essays, and which essays of others the person appreciates. */
export async function essayEntries(db: Kysely<Database>, personId: string): Promise<{ readonly essays: readonly Entry[]; readonly appreciatedEssays: readonly Entry[] }> {
  const [essays, appreciated] = await Promise.all([listAllEssays(db, personId), listAppreciated(db, personId)]);
  const own = essays.map(({ title, body, authorName, firmName, phone, state, submittedAt, note, appreciationCount }) => ({
    ...{ 标题: title, 正文: body, 署名: authorName, 单位: firmName, 联系电话: phone, 状态: essayStateNames[state] },
    ...{ 提交时间: chinaIso(submittedAt), 评审意见: note, 赞赏人数: appreciationCount },
  }));
  return { essays: own, appreciatedEssays: appreciated.map(({ title, at }) => ({ 标题: title, 赞赏时间: chinaIso(at) })) };
}
