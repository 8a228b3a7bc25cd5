import type { Result } from './ranking';

/**
 * Ranked results are counted by score, then by score and long span, then by score and short span, so that a rank is the
 * sum of a few counts and an exact look into one short span. Each span is a multiple of the next, in milliseconds.
 */
export const LONG_SPAN_MS = 30_000;
export const SHORT_SPAN_MS = 1_000;

/** So many entrants more (or fewer) with this score whose time lies in the `cell`th span of this length. */
export interface RankMove {
  readonly score: number;
  /** 0 counts the whole score, as cell 0. */
  readonly spanMs: number;
  readonly cell: number;
  readonly entrants: number;
}

const spans = [0, LONG_SPAN_MS, SHORT_SPAN_MS] as const;

/**
 * How the counts move when a ranked entrant's best result does; null for none. In the one order in which every writer
 * must take them, so that none waits for another in a circle.
 */
export function rankMoves(before: Pick<Result, 'score' | 'usedMs'> | null, after: Pick<Result, 'score' | 'usedMs'> | null): RankMove[] {
  const moves = new Map<string, RankMove>();
  const move = (result: typeof before, entrants: number) => {
    if (!result) return;
    for (const spanMs of spans) {
      const cell = spanMs === 0 ? 0 : Math.floor(result.usedMs / spanMs);
      const place = `${result.score} ${spanMs} ${cell}`;
      moves.set(place, { score: result.score, spanMs, cell, entrants: (moves.get(place)?.entrants ?? 0) + entrants });
    }
  };
  move(before, -1);
  move(after, 1);
  return [...moves.values()].filter(({ entrants }) => entrants !== 0).sort((a, b) => a.score - b.score || a.spanMs - b.spanMs || a.cell - b.cell);
}
