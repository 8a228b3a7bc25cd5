import type { Finding } from './finding';
import { findAll, passage, type Judgement, type Passage } from './passage';

const judged = (rule: 'phone' | 'identity-number' | 'bank-card', severity: Finding['severity'], message: string): Judgement => ({ rule, severity, message, suggestion: null });

// What people put between the groups of a number.
const GAP = '[ \\u00a0\\u3000·・－–—-]';

const MOBILE = new RegExp(`(?:^|[^\\d.])(?<it>(?:\\+?86${GAP}?)?1[3-9]\\d${GAP}?\\d{4}${GAP}?\\d{4})(?!\\d)`, 'g');
// With its area code; or without one, where a word says what it is. Hotlines such as 12315 and 12360 are shorter.
const LANDLINE = new RegExp(`(?:^|[^\\d.])(?<it>[(（]?0\\d{2,3}[)）]?${GAP}{0,2}\\d{4}${GAP}?\\d{3,4})(?!\\d)`, 'g');
const NAMED = new RegExp(`(?:电话|手机|传真|热线|联系方式)\\s?[：:是为]?\\s?(?<it>[2-8]\\d{3}${GAP}?\\d{3,4})(?!\\d)`, 'g');

const LONG_NUMBER = new RegExp(`(?:^|[^\\d])(?<it>\\d(?:${GAP}?\\d){14,18}[XxＸｘ]?)(?![\\dA-Za-z])`, 'g');
const GAPS = new RegExp(GAP, 'g');
const LETTER = /[A-Za-z]/;

/** GB 11643-1999: seventeen digits weighted by 2^(18-i) mod 11, the check digit out of `10X98765432`; and a day of birth that exists. */
export function isIdentityNumber(text: string): boolean {
  if (!/^[1-8]\d{16}[\dX]$/.test(text)) return false;
  const born = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const date = new Date(`${born}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || !date.toISOString().startsWith(born)) return false;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text.charAt(index)), 0);
  return text.charAt(17) === '10X98765432'.charAt(sum % 11);
}

/** ISO/IEC 7812-1: sixteen to nineteen digits of a bank's, with the check digit of Luhn. */
function isBankCard(digits: string): boolean {
  if (!/^[3-6]\d{15,18}$/.test(digits)) return false;
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
      return total + (value > 9 ? value - 9 : value);
    }, 0);
  return sum % 10 === 0;
}

/** @param before what stands in front of it: after a letter it is the rest of some code, save where it is a person's all the same */
function longNumber(text: string, before: string): Judgement | null {
  const plain = text.replace(GAPS, '').normalize('NFKC').toUpperCase();
  if (isIdentityNumber(plain)) return judged('identity-number', 'must', '这是一个身份证号码，不能公开。请删去。');
  if (!LETTER.test(before) && isBankCard(plain)) return judged('bank-card', 'must', '这像是一个银行卡号，不能公开。请删去。');
  return null;
}

const OF_LONGER = /\d[ -]$/;

/** Numbers by which a person can be reached or known. */
export const numberFindings = (passages: readonly Passage[]): readonly Finding[] =>
  passages.flatMap((each) => {
    const phone = (severity: Finding['severity'], message: string) => (_: RegExpMatchArray, at: number) =>
      OF_LONGER.test(each.plain.slice(Math.max(0, at - 2), at)) ? null : judged('phone', severity, message);
    const landline = phone('should', '这里有一个电话号码，请确认是单位对外公布的。');
    return [
      ...findAll(each, MOBILE, phone('must', '这是一个手机号码，请不要公开个人的电话。需要联系方式时，请写单位的公开电话。')),
      ...findAll(each, LANDLINE, landline),
      ...findAll(each, NAMED, landline),
      ...findAll(each, LONG_NUMBER, (match, at) => longNumber(match.groups?.it ?? '', each.plain.charAt(at - 1))),
    ];
  });

/** What must not stand in a short text that the public reads, in words; null when there is nothing. */
export const privateNumberIn = (text: string): string | null => numberFindings([passage('summary', text)]).find(({ severity }) => severity === 'must')?.message ?? null;
