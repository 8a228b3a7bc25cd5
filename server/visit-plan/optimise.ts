import type { Assignment, Proof, Split } from '../../src/domain/visit-plan/types';
import { assignmentsOf } from './assignments';
import { fractional, withRows, type Branch } from './branches';
import type { PlanModel } from './model';
import { openSets } from './open-sets';
import { boundOf, type Bound } from './prices';
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
const ROUNDS = 8;

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
  const scale = scaleOf(model);
  let sets: number[][] = [];
  let root = relax(solver, model, sets, []);
  for (let round = 0; root && round < ROUNDS && !isWhole(root); round += 1) {
    const more = openSets(model, root.values, sets);
    if (more.length === 0) break;
    sets = [...sets, ...more];
    root = relax(solver, model, sets, []);
  }
  if (!root) return null;
  const whole = isWhole(root) ? root : solver.maximise(model.columns, model.rows, true);
  if (!whole) return null;
  if (model.columns.some(({ of }, at) => of.kind === 'broken-pin' && (whole.values[at] ?? 0) > 0.5)) return 'broken-pins';
  const assignments = assignmentsOf(model, whole.values);
  const found = { assignments, score: score(assignments), scale };
  const node = { bound: boundOf(model, root.prices, sets, [], scale), values: root.values };
  return { ...found, proof: prove(solver, model, sets, [], found.score, scale, node) };
}

const relax = (solver: Solver, model: PlanModel, sets: readonly (readonly number[])[], branches: readonly Branch[]): Solution | null => {
  const { columns, rows } = withRows(model, sets, branches);
  return solver.maximise(columns, rows, false);
};

const isWhole = ({ values }: Solution): boolean => values.every((value) => Math.abs(value - Math.round(value)) < 1e-6);

/** As fine as sums of prices stay whole numbers that a double holds exactly. */
function scaleOf({ penalty, permissions }: PlanModel): number {
  let scale = FINEST_SCALE;
  while (scale > 1 && scale * penalty * (1 + permissions.filter(({ pinned }) => pinned).length) > LARGEST_SUM) scale /= 2;
  return scale;
}

/** Prices by which no plan of the branches scores more, splitting them as often as it takes. */
function prove(
  solver: Solver,
  model: PlanModel,
  sets: readonly (readonly number[])[],
  branches: readonly Branch[],
  score: number,
  scale: number,
  known?: { readonly bound: Bound; readonly values: Float64Array },
): Proof | null {
  const relaxed = known ? null : relax(solver, model, sets, branches);
  const node = relaxed ? { bound: boundOf(model, relaxed.prices, sets, branches, scale), values: relaxed.values } : known;
  if (!node) return null;
  if (node.bound.score <= score) return node.bound.prices;
  const split = fractional(model, node.values);
  if (!split) return null;
  const side = (branch: Branch) => prove(solver, model, sets, [...branches, branch], score, scale);
  const atMost = side({ filter: split.filter, atMost: split.count });
  const more = atMost && side({ filter: split.filter, atLeast: split.count + 1 });
  return more && ({ ...split, atMost, more } satisfies Split);
}
