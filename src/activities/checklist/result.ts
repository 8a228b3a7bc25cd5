import { checklistAnswerNames, type ChecklistAnswer, type ChecklistItem, type ChecklistView } from '../../contract/activity/checklist';
import { monthDay } from '../../domain/china-time';
import type { ChecklistAnswers } from '../../platform/activity/checklist-answers';

export interface Result {
  readonly counts: Readonly<Record<ChecklistAnswer, number>>;
  readonly answeredCount: number;
  /** What was answered with no, in the list's order. */
  readonly toMend: readonly ChecklistItem[];
}

export function resultOf(items: readonly ChecklistItem[], answers: ChecklistAnswers): Result {
  const counts = { yes: 0, no: 0, 'not-applicable': 0 };
  for (const { id } of items) {
    const answer = answers[id];
    if (answer !== undefined) counts[answer] += 1;
  }
  return {
    counts,
    answeredCount: counts.yes + counts.no + counts['not-applicable'],
    toMend: items.filter(({ id }) => answers[id] === 'no'),
  };
}

/**
 * The result as a text to be kept or printed.
 *
 * @param today the calendar date on which it is saved
 */
export function resultText({ title, items }: Pick<ChecklistView, 'title' | 'items'>, answers: ChecklistAnswers, today: string): string {
  const { counts, answeredCount } = resultOf(items, answers);
  return [
    title,
    `${today.slice(0, 4)} 年 ${monthDay(today)}自查`,
    `共 ${items.length} 项，已答 ${answeredCount} 项：是 ${counts.yes}，否 ${counts.no}，不适用 ${counts['not-applicable']}`,
    '',
    ...items.flatMap((item, index) => itemLines(item, index, answers[item.id])),
    '',
    '本结果由企业自行填写，供内部改进使用，不代替检验检疫机构的检查结论。',
  ].join('\n');
}

const itemLines = ({ text, onNo }: ChecklistItem, index: number, answer: ChecklistAnswer | undefined): readonly string[] => [
  `${index + 1}. ${text} ${answer === undefined ? '未答' : checklistAnswerNames[answer]}`,
  ...(answer === 'no' ? [`   整改建议：${onNo}`] : []),
];
