import type { EditorialRule, Finding } from './finding';
import { findAll, type Passage } from './passage';

const fullWidth: Readonly<Record<string, string>> = { ',': '，', '.': '。', ':': '：', ';': '；', '?': '？', '!': '！' };
const halfWidth = (text: string): string => Array.from(text, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0)).join('');

const HAN = /\p{Script=Han}/u;

interface TypeRule {
  readonly pattern: RegExp;
  readonly rule: EditorialRule;
  readonly message: string;
  /** Null for a match that is right after all. */
  readonly mend: (found: string, match: RegExpMatchArray) => string | null;
}

/**
 * GB/T 15834-2011 (标点符号用法): Chinese text has full-width marks; an ellipsis is six dots, quotation marks are curved. Numbers,
 * times, decimals and addresses keep their own.
 */
const rules: readonly TypeRule[] = [
  {
    // A full stop counts where a sentence ends; `.` before a Latin letter or a digit may be part of a name.
    pattern: /[\p{Script=Han}”》）](?<it>[,:;?!]|\.(?=[\p{Script=Han}“《（]|\s*$))/gu,
    rule: 'punctuation',
    message: '中文里请用全角标点。',
    mend: (found) => fullWidth[found] ?? null,
  },
  {
    pattern: /(?<before>[\p{Script=Han}”》）]?)(?<it>\((?<inside>[^()\n]{1,80})\))/gu,
    rule: 'punctuation',
    message: '中文里请用全角括号。',
    mend: (_, { groups }) => (HAN.test(groups?.inside ?? '') || (groups?.before ?? '') !== '' ? `（${groups?.inside ?? ''}）` : null),
  },
  { pattern: /（[^（）()\n]{0,80}\)|\([^（）()\n]{0,80}）/g, rule: 'punctuation', message: '括号一边全角一边半角，请统一用全角。', mend: (found) => `（${found.slice(1, -1)}）` },
  { pattern: /[Ａ-Ｚａ-ｚ]+/g, rule: 'full-width', message: '字母请用半角。', mend: halfWidth },
  { pattern: /"(?<inside>[^"\n]{1,60})"/g, rule: 'quotation-marks', message: '中文里请用弯引号“”。', mend: (_, { groups }) => (HAN.test(groups?.inside ?? '') ? `“${groups?.inside ?? ''}”` : null) },
  { pattern: /'(?<inside>[^'\n]{1,60})'/g, rule: 'quotation-marks', message: '中文里请用弯引号‘’。', mend: (_, { groups }) => (HAN.test(groups?.inside ?? '') ? `‘${groups?.inside ?? ''}’` : null) },
  { pattern: /[「『](?<inside>[^「」『』\n]{1,60})[」』]/g, rule: 'quotation-marks', message: '横排文字请用弯引号“”。', mend: (_, { groups }) => `“${groups?.inside ?? ''}”` },
  { pattern: /《[^《》<>\n]{1,60}>|<[^《》<>\n]{1,60}》|<(?=\p{Script=Han})[^《》<>\n]{1,60}>/gu, rule: 'punctuation', message: '书名号请用《》。', mend: (found) => `《${found.slice(1, -1)}》` },
  { pattern: /(?:\.{3,}|。{3,}|、{3,}|…+)/g, rule: 'punctuation', message: '省略号是六个点：……', mend: (found) => (found === '……' ? null : '……') },
  // Two marks side by side; three and more of the same are meant as an ellipsis.
  { pattern: /[，。、；：]{2,}/g, rule: 'punctuation', message: '标点重复了。', mend: (found) => (/^([。、])\1{2,}$/.test(found) ? null : found.charAt(0)) },
  // Bounded, since a long run of spaces would be looked through from each of them.
  { pattern: /[ \t\u3000]{1,20}(?<mark>[，。、；：？！）》”])/g, rule: 'punctuation', message: '标点前面不要空格。', mend: (_, { groups }) => groups?.mark ?? null },
  { pattern: /\d{1,12}[．。]\d{1,12}/g, rule: 'punctuation', message: '数字里的小数点请用半角。', mend: (found) => found.replace(/[．。]/, '.') },
];

const FULL_WIDTH_DIGITS = /[０-９]+/g;

export const typographyFindings = (passages: readonly Passage[]): readonly Finding[] =>
  passages.flatMap((passage) => [
    ...rules.flatMap(({ pattern, rule, message, mend }) =>
      findAll(passage, pattern, (match) => {
        const suggestion = mend(match.groups?.it ?? match[0], match);
        return suggestion === null ? null : { rule, severity: 'should', message, suggestion };
      }),
    ),
    ...findAll({ ...passage, plain: passage.text }, FULL_WIDTH_DIGITS, ([digits]) => ({ rule: 'full-width', severity: 'should', message: '数字请用半角。', suggestion: halfWidth(digits) })),
  ]);
