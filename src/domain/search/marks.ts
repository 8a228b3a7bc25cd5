import { wordsOf, type Phrase, type Word } from './bigrams';

/** A piece of a text; `hit` where it is what was looked for. */
export interface Mark {
  readonly text: string;
  readonly hit: boolean;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

const matches = (word: Word | undefined, asked: string, open: boolean): boolean =>
  word !== undefined && (open ? word.word.startsWith(asked) : word.word === asked);

/** Where a phrase that begins with this word ends; null when it does not begin there. */
function endOf(words: readonly Word[], start: number, { words: asked, open }: Phrase): number | null {
  const at = words[start]?.at ?? 0;
  const fits = asked.every((word, index) => words[start + index]?.at === at + index && matches(words[start + index], word, open && index === asked.length - 1));
  const last = words[start + asked.length - 1];
  if (!fits || last === undefined) return null;
  // A single character is looked for as the beginning of a pair.
  return open && Array.from(asked.at(-1) ?? '').length === 1 ? last.firstTo : last.to;
}

function rangesOf(text: string, phrases: readonly Phrase[]): Range[] {
  const words = wordsOf(text);
  const found = words.flatMap(({ from }, start) =>
    phrases.flatMap((phrase) => {
      const to = endOf(words, start, phrase);
      return to === null ? [] : [{ from, to }];
    }),
  );
  const joined: Range[] = [];
  for (const range of found.sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && range.from <= last.to) joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else joined.push(range);
  }
  return joined;
}

/** Where the first of the phrases begins, in UTF-16 units; null when the text has none of them. */
export const firstHit = (text: string, phrases: readonly Phrase[]): number | null => rangesOf(text, phrases)[0]?.from ?? null;

/** The text in pieces, with what was looked for marked; found as the index finds it, whatever its width and case. */
export function marksOf(text: string, phrases: readonly Phrase[]): Mark[] {
  const marks: Mark[] = [];
  let from = 0;
  const add = (to: number, hit: boolean): void => {
    if (to > from) marks.push({ text: text.slice(from, to), hit });
    from = to;
  };
  for (const range of rangesOf(text, phrases)) {
    add(range.from, false);
    add(range.to, true);
  }
  add(text.length, false);
  return marks;
}

/** The text that has most of the phrases, the first of equals: what a result shows beside its title. */
export function tellingText(texts: readonly [string, ...string[]], phrases: readonly Phrase[]): string {
  let [telling] = texts;
  let most = 0;
  for (const text of texts) {
    if (most === phrases.length) break;
    const count = phrases.filter((phrase) => firstHit(text, [phrase]) !== null).length;
    if (count > most) [telling, most] = [text, count];
  }
  return telling;
}

const BEFORE = 12;
const LONGEST = 60;

/** So much of a text as a result shows: its beginning, or what surrounds the first hit where that comes later. */
export function excerptOf(text: string, phrases: readonly Phrase[]): string {
  const letters = Array.from(text);
  const hit = firstHit(text, phrases) ?? 0;
  const place = Array.from(text.slice(0, hit)).length;
  const start = place + 2 * BEFORE <= LONGEST ? 0 : place - BEFORE;
  const piece = letters.slice(start, start + LONGEST).join('');
  return `${start > 0 ? '…' : ''}${piece}${start + LONGEST < letters.length ? '…' : ''}`;
}
