import type { ParsedInput } from '../../../src/contract/actions';
import type { RequestField } from '../../../src/contract/request';
import { chinaDate, monthDayWeekday } from '../../../src/domain/china-time';
import { checkCreditCode, likelyTypos } from '../../../src/domain/credit-code';
import { visitDates } from '../../../src/domain/visit-dates';
import type { Campaign } from '../../campaign/schema';
import { refuse, Refusal } from '../../refusal';
import type { RequestContent } from '../../storage/request-store';
import type { Capabilities } from '../../use-case';

/** What `request.submit` and `request.complete` have in common. */
export type FilledIn = Pick<ParsedInput<'request.submit'>, RequestField | 'creditCodeConfirmed'>;

const has = (items: readonly { id: string }[], id: string): boolean => items.some((item) => item.id === id);

/** Where to look first, if one place suggests itself. */
function typoHint(code: string): string {
  const [typo, ...others] = likelyTypos(code);
  if (!typo || others.length > 0) return '';
  const place = typo.kind === 'swap' ? `第 ${typo.position}、${typo.position + 1} 位是否写反` : `第 ${typo.position} 位`;
  return `，可以先核对${place}`;
}

function creditCodeProblem({ creditCode, creditCodeConfirmed }: FilledIn): string | null {
  const check = checkCreditCode(creditCode);
  if (check.result !== 'doubtful' || creditCodeConfirmed) return null;
  const { expected, found } = check;
  return (
    `校验码对不上：按前 17 位计算，最后一位应为 ${expected}，现在是 ${found}。多半是有一位写错了${typoHint(creditCode)}。` +
    '请对照营业执照核对；如果执照上就是这样写的，请确认后继续提交。'
  );
}

function datesProblem({ preferredDates }: FilledIn, offered: readonly string[]): string | null {
  const notOffered = preferredDates.filter((date) => !offered.includes(date)).map(monthDayWeekday);
  return notOffered.length > 0 ? `${notOffered.join('、')}不能选，请从列出的工作日里选择。` : null;
}

/**
 * Checks what the contract cannot know: the campaign's subjects and areas, the days on offer today, and whether a
 * doubtful credit code was confirmed. All fields that are wrong are named at once.
 */
export function requestContent(
  filledIn: FilledIn,
  { expertVisit }: Campaign,
  { now, isWorkingDay }: Pick<Capabilities, 'now' | 'isWorkingDay'>,
): RequestContent | Refusal {
  const { firmName, creditCode, contactName, phone, areaId, subjectId, need, preferredDates } = filledIn;
  const problems: readonly (readonly [RequestField, string | null])[] = [
    ['creditCode', creditCodeProblem(filledIn)],
    ['areaId', has(expertVisit.areas, areaId) ? null : '没有这个区域，请从列出的区域里选择。'],
    ['subjectId', has(expertVisit.subjects, subjectId) ? null : '没有这一方面，请从列出的方面里选择。'],
    ['preferredDates', datesProblem(filledIn, visitDates(chinaDate(now), isWorkingDay))],
  ];
  const fields = Object.fromEntries(problems.flatMap(([field, problem]) => (problem === null ? [] : [[field, problem]])));
  if (Object.keys(fields).length > 0) return refuse('invalid_input', undefined, fields);
  const creditCodeDoubtful = checkCreditCode(creditCode).result === 'doubtful';
  return { firmName, creditCode, creditCodeDoubtful, contactName, phone, areaId, subjectId, need, preferredDates: [...preferredDates].sort() };
}

/** The office that answers for an area of the form; the bureau where none has it. */
export function officeOfArea({ expertVisit, id }: Campaign, areaId: string): string {
  const area = expertVisit.areas.find((candidate) => candidate.id === areaId);
  if (!area) throw new Error(`The campaign ${id} has no area ${areaId}.`);
  return area.officeId;
}
