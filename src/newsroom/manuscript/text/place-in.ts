import type { Place } from './markdown-field';

/** Where the words stand in the text, as a selection; where they stand next once it was changed, and the whole line where they stand no more. */
export function placeIn(text: string, { line, at, excerpt }: Omit<Place, 'turn'>): { readonly start: number; readonly end: number } {
  const lines = text.split('\n');
  const from = line === null ? 0 : lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const known = from + (at ?? 0);
  const found = excerpt === '' ? -1 : text.startsWith(excerpt, known) ? known : text.indexOf(excerpt, from);
  if (found >= 0) return { start: found, end: found + excerpt.length };
  return { start: Math.min(from, text.length), end: Math.min(from + (line === null ? 0 : (lines[line - 1]?.length ?? 0)), text.length) };
}
