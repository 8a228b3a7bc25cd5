import * as v from 'valibot';
import { action } from '../action';
import { cursor } from '../fields';
import type { BoardKind } from './contest';

/** A person's own place on the board of people. */
export interface StandingView {
  /** 1 + the number of people who stand before; ties share a rank. */
  readonly rank: number;
  readonly of: number;
  readonly score: number;
  readonly correctCount: number;
  readonly usedMs: number;
}

export interface BoardRow {
  readonly rank: number;
  readonly name: string;
  /** A person's points, or the mean of a team's best members, with one decimal. */
  readonly score: number;
  /** Of people only. */
  readonly correctCount: number | null;
  /** A person's time, or the mean of the counted members'. */
  readonly usedMs: number;
  /** Of teams only: how many of its members have a result. */
  readonly memberCount: number | null;
  readonly mine: boolean;
}

export interface BoardView {
  readonly title: string;
  readonly boards: readonly BoardKind[];
  readonly questionCount: number;
  /** A team's result is the mean of its `best` best members; teams under `minimum` members are not listed. */
  readonly teams: { readonly best: number; readonly minimum: number };
  /** Only the first hundred are listed; one's own rank is told whatever it is. */
  readonly rows: readonly BoardRow[];
  readonly nextCursor: string | null;
  /** People or teams with a result. */
  readonly total: number;
  /** When the teams were counted last; null for people, who are counted at once. */
  readonly countedAt: string | null;
  /** The caller's own row, wherever it stands; only with the first page. For teams: the caller's team. */
  readonly own: BoardRow | null;
  /** Why the board is empty as yet, in words; null when it may be shown. */
  readonly hidden: string | null;
}

export const boardActions = {
  'contest.board': action<BoardView>()({
    who: 'anyone',
    effect: 'read',
    summary: 'A board, twenty rows a page, the first hundred. `fastest` lists those who passed by time alone.',
    input: v.strictObject({
      kind: v.picklist(['people', 'enterprises', 'offices', 'groups'], '没有这种榜单。'),
      order: v.optional(v.picklist(['overall', 'correct', 'fastest'], '没有这种排序。'), 'overall'),
      cursor,
    }),
  }),
} as const;
