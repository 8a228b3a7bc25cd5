/** A word of a text as the search knows it, and where it stands. */
export interface Word {
  /** Two neighbouring Chinese characters, the last one of a run alone, a whole Latin word or a whole number; folded. */
  readonly word: string;
  /** 1-based and without a gap inside a sentence; whitespace makes none, punctuation does. */
  readonly at: number;
  /** In the text, in UTF-16 units. */
  readonly from: number;
  readonly to: number;
  /** Where its first character ends. */
  readonly firstTo: number;
}

/** Words that stand next to each other. */
export interface Phrase {
  readonly words: readonly string[];
  /** The last one may be the beginning of a longer word. */
  readonly open: boolean;
}

type Kind = 'han' | 'letters' | 'digits' | 'space' | 'mark';

interface Letter {
  readonly folded: string;
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

const LONGEST_WORD = 50;

const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

function kindOf(character: string): Kind {
  if (HAN.test(character)) return 'han';
  if (/[\p{L}\p{M}]/u.test(character)) return 'letters';
  if (/\p{N}/u.test(character)) return 'digits';
  return /\s/.test(character) ? 'space' : 'mark';
}

// By far the most; they are as they are, and to ask the tables of Unicode for each would take most of the time.
const COMMON_HAN = /^[\u4e00-\u9fff]$/;

/** One by one, so that each keeps its place: full width is half width, upper case is lower case (NFKC). */
function lettersOf(text: string): Letter[] {
  const letters: Letter[] = [];
  let from = 0;
  for (const character of text) {
    const to = from + character.length;
    if (COMMON_HAN.test(character)) letters.push({ folded: character, kind: 'han', from, to });
    else for (const folded of character.normalize('NFKC').toLowerCase()) letters.push({ folded, kind: kindOf(folded), from, to });
    from = to;
  }
  return letters;
}

function runsOf(letters: readonly Letter[]): Letter[][] {
  const runs: Letter[][] = [];
  for (const letter of letters) {
    const run = runs.at(-1);
    if (run?.[0]?.kind === letter.kind) run.push(letter);
    else runs.push([letter]);
  }
  return runs;
}

const wordOf = (letters: readonly [Letter, ...Letter[]], at: number): Word => ({
  word: letters.map(({ folded }) => folded).join('').slice(0, LONGEST_WORD),
  at,
  from: letters[0].from,
  to: (letters.at(-1) ?? letters[0]).to,
  firstTo: letters[0].to,
});

/**
 * The words under which a text is found. Chinese is written without spaces and the names that people look for are mostly of
 * two characters; so each two that stand together are a word, which needs no dictionary and misses nothing.
 */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let at = 1;
  for (const run of runsOf(lettersOf(text))) {
    const [first, ...rest] = run;
    if (first === undefined || first.kind === 'space') continue;
    if (first.kind === 'mark') at += 1;
    else if (first.kind === 'han') run.forEach((letter, index) => words.push(wordOf([letter, ...run.slice(index + 1, index + 2)], at++)));
    else words.push(wordOf([first, ...rest], at++));
  }
  return words;
}

const isPair = (word: string | undefined): boolean => word !== undefined && Array.from(word).length === 2 && HAN.test(word);

function phraseOf(words: readonly string[]): Phrase {
  // The last character alone says nothing that the pair before it does not; in a longer text others follow it.
  const [before, last] = words.slice(-2);
  const asked = last !== undefined && isPair(before) && Array.from(last).length === 1 && HAN.test(last) ? words.slice(0, -1) : words;
  return { words: asked, open: !isPair(asked.at(-1)) };
}

/** What somebody looks for: every phrase must be there, in any order. Empty when it has neither letters nor numbers. */
export function phrasesOf(query: string): Phrase[] {
  return query.split(/\s+/).flatMap((part) => {
    const phrases: string[][] = [];
    let next = 0;
    for (const { word, at } of wordsOf(part)) {
      if (at === next) phrases.at(-1)?.push(word);
      else phrases.push([word]);
      next = at + 1;
    }
    return phrases.map(phraseOf);
  });
}
