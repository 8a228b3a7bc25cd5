import type { EditorialContext, Finding } from './finding';
import { findAll, findingAt, type Judgement, type Passage } from './passage';

const QUOTED = /“([^”]{2,20})”/;
const NOT_HAN = /[^\p{Script=Han}]/gu;
const HAN = /\p{Script=Han}/u;

const OPENING = /["'“‘「『《]$/;
const CLOSING = /^["'”’」』》]/;
const SENTENCE_START = /[。；！？：:]/;

/** How many characters may be missing, added or different for a sentence still to be meant as the theme. */
const SLIPS = 2;
/** Of one line; whoever reads so many has understood. */
const ENOUGH = 20;
/** Half-width and full-width marks that stand between the theme's halves. */
const ROOM = 8;

/** How many single characters must be put in, taken out or replaced to make one text of another (Levenshtein). Both are short. */
function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, index) => index + 1);
  a.forEach((from, above) => {
    let corner = above;
    let left = above + 1;
    row = b.map((to, index) => {
      const up = row[index] ?? 0;
      left = Math.min(up + 1, left + 1, corner + (from === to ? 0 : 1));
      corner = up;
      return left;
    });
  });
  return row.at(-1) ?? a.length;
}

/** Of the text in front of the theme's quoted part, where the words begin that come nearest to the theme's beginning, and how near. */
function nearest(before: string, wanted: readonly string[]): { readonly from: number; readonly slips: number } {
  let best = { from: before.length, slips: wanted.length };
  for (let from = before.length - 1; from >= 0; from -= 1) {
    const character = before.charAt(from);
    if (SENTENCE_START.test(character)) break;
    if (!HAN.test(character)) continue;
    const slips = distance(Array.from(before.slice(from).replace(NOT_HAN, '')), wanted);
    if (slips < best.slips) best = { from, slips };
  }
  return best;
}

/**
 * The theme quoted other than word for word. It is recognised by its quoted part (“质优天津”) and by what stands in front of
 * it; a theme without a quoted part is not looked for. The national theme is another one and left alone.
 */
function misquoted(passage: Passage, theme: string): Finding[] {
  const [quoted, core = ''] = QUOTED.exec(theme) ?? [];
  if (quoted === undefined) return [];
  const beginning = theme.slice(0, theme.indexOf(quoted));
  const wanted = Array.from(beginning.replace(NOT_HAN, ''));
  const findings: Finding[] = [];
  for (let at = passage.plain.indexOf(core); at >= 0 && findings.length < ENOUGH; at = passage.plain.indexOf(core, at + core.length)) {
    const opened = OPENING.test(passage.plain.slice(0, at)) ? 1 : 0;
    const closed = CLOSING.test(passage.plain.slice(at + core.length)) ? 1 : 0;
    const end = at + core.length + closed;
    const windowStart = Math.max(0, at - opened - 2 * beginning.length - ROOM);
    const before = passage.plain.slice(windowStart, at - opened);
    const { from, slips } = nearest(before, wanted);
    const start = windowStart + from;
    const found = passage.text.slice(start, end);
    if (slips <= SLIPS) {
      // Inside quotation marks the inner ones are single.
      const asWritten = passage.text.charAt(start - 1) === '“' ? found.replace('‘', '“').replace('’', '”') : found;
      if (asWritten !== theme) findings.push(findingAt(passage, start, end - start, { rule: 'theme', severity: 'must', message: `主题要一字不差，包括标点：${theme}`, suggestion: theme }));
    } else if (passage.text.slice(at - opened, end) !== quoted) {
      findings.push(findingAt(passage, at - opened, end - at + opened, { rule: 'theme', severity: 'should', message: `“${core}”出自今年的主题，引用时请加上双引号。`, suggestion: quoted }));
    }
  }
  return findings;
}

const ORDINAL = /第\s?(?:\d{1,3}|[一二三四五六七八九十百]{1,5})\s?(?:个|届|次)\s?(?:全国)?[“"「]?质量月/g;

// Sources count the years differently.
const ordinal: Judgement = { rule: 'ordinal', severity: 'must', suggestion: null, message: '各种资料对“第几个质量月”的算法不一致，请不要写序数，写年份就好，如“2017 年‘质量月’”。' };

/** Where the campaign's theme is not word for word, and where the Quality Months are counted. */
export const themeFindings = (passages: readonly Passage[], { theme }: EditorialContext): readonly Finding[] =>
  passages.flatMap((passage) => [...misquoted(passage, theme), ...findAll(passage, ORDINAL, () => ordinal)]);
