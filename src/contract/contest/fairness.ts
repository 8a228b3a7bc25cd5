import * as v from 'valibot';
import type { BankItem, BlueprintRow, PaperQuestion } from '../../domain/contest/paper';
import type { ContestPhase } from '../../domain/contest/window';
import { action } from '../action';
import { cursor } from '../fields';

export interface Winner {
  /** 1-based. */
  readonly place: number;
  readonly code: string;
  readonly name: string;
  readonly ticket: string;
}

export interface PrizeDrawView {
  readonly drawnAt: string;
  readonly eligibleCount: number;
  /** Hash of the list that `contest.eligible` gives. */
  readonly eligibleHash: string;
  readonly winners: readonly Winner[];
}

/** One's own paper with all that it was drawn from, to be recomputed. */
export interface OwnPaper {
  readonly attemptNumber: number;
  readonly nonce: string;
  readonly paper: readonly PaperQuestion[];
}

export interface FairnessView {
  readonly contestId: string;
  readonly title: string;
  readonly phase: ContestPhase;
  readonly opensAt: string;
  readonly closesAt: string;
  /** The last day on which an appeal may be filed, `2017-09-30`; prizes are drawn after it. */
  readonly appealsUntil: string;
  /** Fixed before the first attempt. */
  readonly commitment: { readonly seedHash: string; readonly bankHash: string; readonly committedAt: string };
  readonly prizeCount: number;
  /**
   * Null until nothing is drawn from the seed any more: until the prizes are drawn, or without prizes until the contest
   * is over. `keyHashes`: of every answer key that was used, oldest first.
   */
  readonly revealed: {
    readonly seed: string;
    readonly blueprint: readonly BlueprintRow[];
    readonly bank: readonly BankItem[];
    readonly keyHashes: readonly string[];
  } | null;
  /** The caller's own papers, together with `revealed`; null without an identity or an entry. */
  readonly mine: { readonly code: string; readonly papers: readonly OwnPaper[]; readonly eligible: boolean } | null;
  /** Null until drawn. */
  readonly prizes: PrizeDrawView | null;
}

export const fairnessActions = {
  'contest.fairness': action<FairnessView>()({
    who: 'anyone',
    effect: 'read',
    summary: 'What was fixed before the contest, and after the draw (without prizes: after the contest) everything that is needed to recompute papers and prizes.',
    input: v.strictObject({}),
  }),
  'contest.eligible': action<{ readonly codes: readonly string[]; readonly nextCursor: string | null }>()({
    who: 'anyone',
    effect: 'read',
    summary: 'The public codes of all who took part in the prize draw, in ascending order, two thousand a page.',
    input: v.strictObject({ cursor }),
  }),
} as const;
