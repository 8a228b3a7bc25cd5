import type { Assignment, Proof } from '../../src/domain/visit-plan/types';
import { assignmentsOf } from './assignments';
import { fractional, withRows, type Branch } from './branches';
import type { PlanModel } from './model';
import { openSets } from './open-sets';
import { boundOf } from './prices';
import type { Solution, Solver } from './solver';

export interface Optimum {
  readonly assignments: readonly Assignment[];
  readonly score: number;
  readonly scale: number;
  /** Null: the time ran out before there was one. */
  readonly proof: Proof | null;
}

const FINEST_SCALE = 2 ** 16;
const LARGEST_SUM = 2 ** 51;
const ROUNDS_BEFORE_SEARCH = 12;
const ROUNDS_OF_PROOF = 60;

/**
 * The best plan, and the prices that prove it.
 *
 * @param score of assignments, as the model values them
 * @returns `broken-pins`: no plan meets every pin; null: the time ran out before there was a plan
 */
export function optimise(
  solver: Solver,
  model: PlanModel,
  score: (assignments: readonly Assignment[]) => number,
): Optimum | 'broken-pins' | null {
  const search = new Search(solver, model);
  const whole = search.whole();
  if (!whole) return null;
  if (model.columns.some(({ of }, at) => of.kind === 'broken-pin' && (whole.values[at] ?? 0) > 0.5)) return whole.isBest ? 'broken-pins' : null;
  const assignments = assignmentsOf(model, whole.values);
  const best = score(assignments);
  return { assignments, score: best, scale: search.scale, proof: search.prove(best, []) };
}

/** What the linear programs of one plan share: the sets that any of them has found open hold in all of them. */
class Search {
  readonly scale: number;
  private readonly sets: number[][] = [];
  private readonly known = new Set<string>();
  /** The last relaxed plan of all plans. */
  private root: Solution | null = null;

  constructor(
    private readonly solver: Solver,
    private readonly model: PlanModel,
  ) {
    this.scale = scaleOf(model);
  }

  /** An optimal plan: the relaxed one if it is whole, as nearly always, or a searched one. */
  whole(): Solution | null {
    for (let round = 0; round < ROUNDS_BEFORE_SEARCH; round += 1) {
      this.root = this.relax([]);
      if (!this.root || isWhole(this.root)) return this.root;
      if (!this.tighten(this.root)) break;
    }
    const { columns, rows } = withRows(this.model, this.sets, []);
    return this.solver.maximise(columns, rows, true);
  }

  /** Prices by which no plan of the branches scores more, splitting them as often as it takes; null: the time ran out. */
  prove(score: number, branches: readonly Branch[]): Proof | null {
    let relaxed = branches.length === 0 && this.root ? this.root : this.relax(branches);
    for (let round = 0; relaxed; round += 1) {
      const priced = relaxed.prices.length - this.model.rows.length - branches.length;
      const bound = boundOf(this.model, relaxed.prices, this.sets.slice(0, priced), branches, this.scale);
      if (bound.score <= score) return bound.prices;
      if (round === ROUNDS_OF_PROOF || (priced === this.sets.length && !this.tighten(relaxed))) break;
      relaxed = this.relax(branches);
    }
    const split = relaxed && fractional(this.model, relaxed.values);
    if (!split) return null;
    const { filter, count } = split;
    const atMost = this.prove(score, [...branches, { filter, atMost: count }]);
    const more = atMost && this.prove(score, [...branches, { filter, atLeast: count + 1 }]);
    return more && { filter, count, atMost, more };
  }

  private relax(branches: readonly Branch[]): Solution | null {
    const { columns, rows } = withRows(this.model, this.sets, branches);
    return this.solver.maximise(columns, rows, false);
  }

  /** Whether there were sets that rule this relaxed plan out. */
  private tighten({ values }: Solution): boolean {
    const found = openSets(this.model, values, this.known);
    for (const set of found) {
      this.sets.push(set);
      this.known.add(String(set));
    }
    return found.length > 0;
  }
}

const isWhole = ({ values }: Solution): boolean => values.every((value) => Math.abs(value - Math.round(value)) < 1e-6);

/** As fine as sums of prices stay whole numbers that a double holds exactly. */
function scaleOf({ penalty, permissions }: PlanModel): number {
  let scale = FINEST_SCALE;
  while (scale > 1 && scale * penalty * (1 + permissions.filter(({ pinned }) => pinned).length) > LARGEST_SUM) scale /= 2;
  return scale;
}
