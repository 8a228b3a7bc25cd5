import type { Place } from './markdown-field';

/** Where the words stand in the text, as a selection; the whole line where they do not stand in it any more. */
export function placeIn(text: string, { line, excerpt }: Omit<Place, 'turn'>): { readonly start: number; readonly end: number } {
  const lines = text.split('\n');
  const from = line === null ? 0 : lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const found = excerpt === '' ? -1 : text.indexOf(excerpt, from);
  if (found >= 0) return { start: found, end: found + excerpt.length };
  return { start: Math.min(from, text.length), end: Math.min(from + (line === null ? 0 : (lines[line - 1]?.length ?? 0)), text.length) };
}
