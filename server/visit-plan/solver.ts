import type { Highs, ModelData } from 'highs';

/** A column or row of a linear program; `entries` are the column's coefficients by row. */
export interface Column {
  readonly value: number;
  readonly upper: number;
  readonly entries: readonly (readonly [row: number, coefficient: number])[];
}

export interface Row {
  readonly lower: number;
  readonly upper: number;
}

/** The columns' values that maximise, each from 0 to `upper`; `prices` are the rows' duals, of a continuous solve only. */
export interface Solution {
  readonly values: Float64Array;
  readonly prices: Float64Array;
  /** False: the best whole solution that was found before the time ran out. */
  readonly isBest: boolean;
}

/** `kSolutionStatusFeasible` of HiGHS. */
const FEASIBLE = 2;

let loading: Promise<Highs> | undefined;

/**
 * The solver, loaded once. A solve is one synchronous call, so that there is never more than one at a time; after one
 * that threw, the memory behind it cannot be trusted, and the next caller loads another.
 */
async function load(): Promise<Highs> {
  loading ??= import('highs').then(({ default: loadHighs }) => loadHighs());
  return loading;
}

export interface Solver {
  /** @returns null when the time ran out before there was any */
  readonly maximise: (columns: readonly Column[], rows: readonly Row[], integer: boolean) => Solution | null;
}

/** @param deadline of `performance.now()` */
export async function openSolver(deadline: number): Promise<Solver> {
  const highs = await load();
  const secondsLeft = () => (deadline - performance.now()) / 1000;
  return {
    maximise(columns, rows, integer) {
      if (secondsLeft() <= 0) return null;
      // HiGHS ends a model without columns as `empty`, not as `optimal`.
      if (columns.length === 0) return { values: new Float64Array(), prices: new Float64Array(rows.length), isBest: true };
      try {
        return highs.withModel(dataOf(highs, columns, rows, integer), (model) => {
          model.options.set({ output_flag: false, time_limit: secondsLeft(), mip_rel_gap: 0, mip_abs_gap: 0.5 });
          // A network is small enough that preparing it takes longer than solving it.
          if (!integer) model.options.set({ presolve: 'off', solver: 'simplex' });
          const { modelStatus } = model.run();
          const isBest = modelStatus === highs.constants.modelStatus.optimal;
          if (modelStatus === highs.constants.modelStatus.timeLimit) {
            if (!integer || model.info.get('primal_solution_status') !== FEASIBLE) return null;
          } else if (!isBest) throw new Error(`The solver ended with status ${modelStatus}.`);
          const { colValue, rowDual } = model.getSolution();
          return { values: colValue, prices: rowDual, isBest };
        });
      } catch (error) {
        loading = undefined;
        throw error;
      }
    },
  };
}

function dataOf(highs: Highs, columns: readonly Column[], rows: readonly Row[], integer: boolean): ModelData {
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { entries } of columns) {
    for (const [row, coefficient] of entries) {
      indices.push(row);
      values.push(coefficient);
    }
    starts.push(indices.length);
  }
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: columns.map(({ value }) => value),
    colLower: columns.map(() => 0),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    matrix: { format: 'csc', numCols: columns.length, numRows: rows.length, starts, indices, values },
    ...(integer && { integrality: columns.map(() => 1 as const) }),
  };
}
