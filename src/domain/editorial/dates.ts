import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import type { EditorialContext, EditorialText, Finding } from './finding';
import { findAll, type Judgement, type Passage } from './passage';

dayjs.extend(utc);

const DATE = /(?:(?<year>\d{4})\s?年\s?)?(?<month>\d{1,2})\s?月\s?(?<day>\d{1,2})\s?日(?:\s?[（(]?(?<word>星期|周|礼拜)(?<weekday>[一二三四五六日天])[）)]?)?/g;
const WEEKDAYS = '日一二三四五六';

const pad = (text: string): string => text.padStart(2, '0');

function judge(match: RegExpMatchArray, { startsOn, endsOn }: EditorialContext): Judgement | null {
  const { year: written, month = '', day = '', word = '', weekday } = match.groups ?? {};
  const year = written ?? startsOn.slice(0, 4);
  const date = `${year}-${pad(month)}-${pad(day)}`;
  const on = dayjs.utc(date);
  if (!on.isValid() || on.format('YYYY-MM-DD') !== date) return { rule: 'date', severity: 'must', message: '没有这一天，请核对日期。', suggestion: null };
  const right = WEEKDAYS.charAt(on.day());
  if (weekday !== undefined && weekday.replace('天', '日') !== right) {
    const said = `${word}${weekday}`;
    const at = match[0].lastIndexOf(said);
    const suggestion = `${match[0].slice(0, at)}${word}${right}${match[0].slice(at + said.length)}`;
    return { rule: 'weekday', severity: 'must', message: `${year} 年 ${Number(month)} 月 ${Number(day)} 日是${word}${right}，请核对日期和星期。`, suggestion };
  }
  const ofCampaign = `${startsOn.slice(0, 4)}${date.slice(4)}`;
  if (written === undefined && (date < startsOn || date > endsOn)) {
    return { rule: 'date', severity: 'should', message: '这一天不在活动期间。如果没有写错，请写明年份。', suggestion: null };
  }
  if (written !== undefined && written !== startsOn.slice(0, 4) && ofCampaign >= startsOn && ofCampaign <= endsOn) {
    return { rule: 'date', severity: 'should', message: `请核对年份：这次活动在 ${startsOn.slice(0, 4)} 年。`, suggestion: null };
  }
  return null;
}

/** Dates that do not exist, days of the week that do not fit, and days outside the campaign. A date without a year is the campaign's. */
export function dateFindings(passages: readonly Passage[], { happenedOn }: EditorialText, context: EditorialContext): readonly Finding[] {
  const { startsOn, endsOn } = context;
  const outside = happenedOn !== null && (happenedOn < startsOn || happenedOn > endsOn);
  return [
    ...(outside ? [{ rule: 'date', severity: 'should', field: 'happenedOn', at: 0, excerpt: happenedOn, message: `发生日期不在活动期间（${startsOn} 至 ${endsOn}），请核对。`, suggestion: null } as const] : []),
    ...passages.flatMap((passage) => findAll(passage, DATE, (match) => judge(match, context))),
  ];
}
