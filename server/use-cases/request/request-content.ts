import type { ParsedInput } from '../../../src/contract/actions';
import { creditCodeDoubt } from '../../../src/contract/credit-code-doubt';
import type { RequestField } from '../../../src/contract/request';
import { chinaDate, monthDayWeekday } from '../../../src/domain/china-time';
import { visitDates } from '../../../src/domain/visit-dates';
import type { Campaign } from '../../campaign/schema';
import { refuse, Refusal } from '../../refusal';
import type { RequestContent } from '../../storage/stores/request-store';
import type { Capabilities } from '../../use-case';

/** What `request.submit` and `request.complete` have in common. */
export type FilledIn = Pick<ParsedInput<'request.submit'>, RequestField | 'creditCodeConfirmed'>;

const has = (items: readonly { id: string }[], id: string): boolean => items.some((item) => item.id === id);

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
  const { firmName, creditCode, creditCodeConfirmed, contactName, phone, areaId, subjectId, need, preferredDates } = filledIn;
  const doubt = creditCodeDoubt(creditCode);
  const problems: readonly (readonly [RequestField, string | null])[] = [
    ['creditCode', creditCodeConfirmed ? null : doubt],
    ['areaId', has(expertVisit.areas, areaId) ? null : '没有这个区域，请从列出的区域里选择。'],
    ['subjectId', has(expertVisit.subjects, subjectId) ? null : '没有这一方面，请从列出的方面里选择。'],
    ['preferredDates', datesProblem(filledIn, visitDates(chinaDate(now), isWorkingDay))],
  ];
  const fields = Object.fromEntries(problems.flatMap(([field, problem]) => (problem === null ? [] : [[field, problem]])));
  if (Object.keys(fields).length > 0) return refuse('invalid_input', undefined, fields);
  return { firmName, creditCode, creditCodeDoubtful: doubt !== null, contactName, phone, areaId, subjectId, need, preferredDates: [...preferredDates].sort() };
}

/** The office that answers for an area of the form; the bureau where none has it. */
export function officeOfArea({ expertVisit, id }: Campaign, areaId: string): string {
  const area = expertVisit.areas.find((candidate) => candidate.id === areaId);
  if (!area) throw new Error(`The campaign ${id} has no area ${areaId}.`);
  return area.officeId;
}
