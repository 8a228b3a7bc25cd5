/** `[revision, chosen]`: indices as shown, in ascending order; none when the answer was taken back. */
export type SavedAnswer = readonly [revision: number, chosen: readonly number[]];

/** By question id. */
export type SavedAnswers = Readonly<Record<string, SavedAnswer>>;

/**
 * Which of two answers to a question stays, in whatever order they arrive: the one with the higher revision. Two devices
 * may give the same revision; then more options stay before fewer, later ones before earlier, as PostgreSQL compares
 * `jsonb` arrays, because saving compares there.
 */
export function isNewer([revision, chosen]: SavedAnswer, [otherRevision, other]: SavedAnswer): boolean {
  if (revision !== otherRevision) return revision > otherRevision;
  if (chosen.length !== other.length) return chosen.length > other.length;
  const at = chosen.findIndex((option, index) => option !== other[index]);
  return at >= 0 && (chosen[at] ?? 0) > (other[at] ?? 0);
}

export function mergeAnswers(saved: SavedAnswers, given: SavedAnswers): SavedAnswers {
  const newer = Object.entries(given).filter(([id, answer]) => {
    const before = saved[id];
    return before === undefined || isNewer(answer, before);
  });
  return { ...saved, ...Object.fromEntries(newer) };
}

/** The highest revision among answers; 0 without one. */
export const latestRevision = (answers: SavedAnswers): number => Math.max(0, ...Object.values(answers).map(([revision]) => revision));
