import { diffArrays } from 'diff';

export interface Piece {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** One paragraph: as it was, gone, new, or changed in places. */
export interface Change {
  readonly kind: 'same' | 'added' | 'removed' | 'changed';
  readonly pieces: readonly Piece[];
}

/** Beyond it two texts have so little in common that marks in each other's paragraphs would only confuse. */
const MOST_EDITS = 4000;

/** Below it a paragraph was written anew rather than changed. */
const LEAST_IN_COMMON = 0.4;

/** What became of a text, paragraph by paragraph and, within one that stayed, word by word. */
export function compareTexts(before: string, after: string): readonly Change[] {
  const from = paragraphs(before);
  const to = paragraphs(after);
  const runs = diffArrays(from, to, { maxEditLength: MOST_EDITS }) ?? [
    { value: from, removed: true, added: false },
    { value: to, removed: false, added: true },
  ];
  return runs.flatMap((run, index) => {
    const next = runs[index + 1];
    if (run.removed && next?.added) return replaced(run.value, next.value);
    if (run.added && runs[index - 1]?.removed) return [];
    return run.value.map((text) => whole(run.added ? 'added' : run.removed ? 'removed' : 'same', text));
  });
}

const paragraphs = (text: string): string[] => text.split(/\n+/).filter((line) => line.trim() !== '');

const whole = (kind: Piece['kind'], text: string): Change => ({ kind, pieces: [{ kind, text }] });

/** Paragraphs that stand in the place of others, each after the one it came from, in the order of both. */
function replaced(before: readonly string[], after: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let at = 0;
  for (const text of after) {
    const origins = before.slice(at).map((was) => changed(was, text));
    const origin = origins.findIndex((change) => change !== null);
    if (origin < 0) changes.push(whole('added', text));
    else {
      changes.push(...before.slice(at, at + origin).map((was) => whole('removed', was)), ...origins.slice(origin, origin + 1).flatMap((change) => change ?? []));
      at += origin + 1;
    }
  }
  const rest = before.slice(at).map((was) => whole('removed', was));
  // What was written anew is read after what it replaces.
  return changes.some(({ kind }) => kind === 'changed') ? [...changes, ...rest] : [...rest, ...changes];
}

/** Null where the two have too little in common. */
function changed(before: string, after: string): Change | null {
  const pieces = compareWords(before, after);
  const common = pieces.filter(({ kind }) => kind === 'same').reduce((sum, { text }) => sum + text.length, 0);
  return common > 0 && common >= LEAST_IN_COMMON * Math.max(before.length, after.length) ? { kind: 'changed', pieces } : null;
}

/** Letters and figures that stand together are a word; of Chinese, where nothing parts the words, each character is. */
const words = (text: string): string[] => text.match(/[A-Za-z0-9]+|[^]/gu) ?? [];

const compareWords = (before: string, after: string): readonly Piece[] =>
  (diffArrays(words(before), words(after), { maxEditLength: MOST_EDITS }) ?? []).map(({ value, added, removed }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  }));
