import type { EditorialField, EditorialText, Finding } from './finding';

/** One line of one field. */
export interface Passage {
  readonly field: EditorialField;
  readonly line?: number;
  readonly text: string;
  /** The same length, with addresses made unreadable and full-width digits made plain: what rules about words look at. */
  readonly plain: string;
}

const NO_WORD = '\u0001';
const hidden = (address: string): string => NO_WORD.repeat(address.length);

const ADDRESS = /https?:\/\/[!-~]+/g;
const TARGET = /\]\([^()\s]{0,600}\)/g;

const FULL_WIDTH_DIGIT = /[０-９]/g;
const halfWidthDigit = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) - 0xfee0);

const plainOf = (text: string): string =>
  text
    .replace(TARGET, (target) => `]${hidden(target.slice(1))}`)
    .replace(ADDRESS, hidden)
    .replace(FULL_WIDTH_DIGIT, halfWidthDigit);

export const passage = (field: EditorialField, text: string, line?: number): Passage => ({ field, text, plain: plainOf(text), ...(line === undefined ? {} : { line }) });

/** The text line by line, so that no rule ever looks further than one. */
export function passagesOf({ title, summary, tags, body, place, cover, details }: EditorialText): readonly Passage[] {
  return [
    passage('title', title),
    passage('summary', summary),
    ...tags.map((tag) => passage('tags', tag)),
    ...(details.section === null ? [] : [passage('details.section', details.section)]),
    ...(place === null ? [] : [passage('place', place)]),
    ...(cover === null ? [] : [passage('cover', cover.alt)]),
    ...body.split(/\r\n?|\n/).flatMap((text, index) => (text.trim() === '' ? [] : [passage('body', text, index + 1)])),
  ];
}

export type Judgement = Pick<Finding, 'rule' | 'severity' | 'message' | 'suggestion'>;

/** Every place in a passage where a pattern is found and `judge` has something to say. A pattern needs the flag `g`; its group `it`, if it has one, is the excerpt. */
export function findAll({ plain, ...passage }: Passage, pattern: RegExp, judge: (match: RegExpMatchArray, at: number) => Judgement | null): Finding[] {
  return Array.from(plain.matchAll(pattern)).flatMap((match) => {
    const whole = match[0];
    const it = match.groups?.it ?? whole;
    const at = match.index + whole.indexOf(it);
    const judgement = judge(match, at);
    return judgement === null ? [] : [findingAt(passage, at, it.length, judgement)];
  });
}

export const findingAt = ({ field, line, text }: Omit<Passage, 'plain'>, at: number, length: number, judgement: Judgement): Finding => ({
  field,
  ...(line === undefined ? {} : { line }),
  at,
  excerpt: text.slice(at, at + length),
  ...judgement,
});
