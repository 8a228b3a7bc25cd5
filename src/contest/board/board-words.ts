import type { BoardKind } from '../../contract/contest/contest';
import { monthDayTime } from '../../domain/china-time';
import type { BoardHead, BoardOrder } from './use-board';

export const names = { people: '个人', enterprises: '企业', offices: '单位', groups: '微信群' } as const satisfies Record<BoardKind, string>;

/** What a board counts. */
export const units = { people: '人', enterprises: '家企业', offices: '个单位', groups: '个微信群' } as const satisfies Record<BoardKind, string>;

const orderWords = {
  overall: '先比得分，得分相同的比用时，再相同的先交卷在前。',
  correct: '只比答对的题数，题数相同的比用时。',
  fastest: '成绩合格的人里，用时短的在前。',
} as const satisfies Record<BoardOrder, string>;

export function ruleWords(kind: BoardKind, order: BoardOrder, { teams: { best, minimum } }: BoardHead): string {
  if (kind === 'people') return orderWords[order];
  return `取成绩最好的 ${best} 人计算平均分和平均用时，有成绩的人不足 ${minimum} 人的不显示。`;
}

export function countWords(kind: BoardKind, order: BoardOrder, { total, countedAt }: BoardHead): string {
  if (kind === 'people') return `共 ${total} 人${order === 'fastest' ? '成绩合格' : '有成绩'}，榜单列出前 100 名。`;
  const counted = countedAt === null ? '' : `，${monthDayTime(countedAt)} 统计`;
  return `共 ${total} ${units[kind]}上榜${counted}。`;
}
