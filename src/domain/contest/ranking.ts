/** What a place on the board is decided by. */
export interface Result {
  readonly score: number;
  readonly usedMs: number;
  readonly finishedAt: Date;
}

/** Negative when `a` stands before `b`: more points, then less time, then finished earlier. Zero means the same rank. */
export const compareResults = (a: Result, b: Result): number =>
  b.score - a.score || a.usedMs - b.usedMs || a.finishedAt.getTime() - b.finishedAt.getTime();

/** By which a table of teams is ordered: the mean of the best results of its members. */
export interface TeamResult {
  readonly meanScore: number;
  readonly meanMs: number;
}

export const compareTeams = (a: TeamResult, b: TeamResult): number => b.meanScore - a.meanScore || a.meanMs - b.meanMs;

/**
 * A team's result from its members' best ones; null for a team under the minimum, which is not shown. A large team
 * counts with its `best` best members, so a small one stands a chance.
 */
export function teamResult(members: readonly Result[], { best, minimum }: { readonly best: number; readonly minimum: number }): TeamResult | null {
  if (members.length < minimum) return null;
  const counted = [...members].sort(compareResults).slice(0, best);
  const mean = (value: (result: Result) => number): number => counted.reduce((sum, result) => sum + value(result), 0) / counted.length;
  return { meanScore: mean(({ score }) => score), meanMs: mean(({ usedMs }) => usedMs) };
}
