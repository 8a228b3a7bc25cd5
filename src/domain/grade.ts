/**
 * Whether an answer is right: the same options as the key, in whatever order. Multiple choice gets no partial
 * credit in practice.
 *
 * @param chosen indices of options, each at most once
 * @param key indices in the same numbering
 */
export function isCorrect(chosen: readonly number[], key: readonly number[]): boolean {
  return chosen.length === key.length && key.every((index) => chosen.includes(index));
}
