import { slotKey } from '../../src/domain/visit-plan/slots';
import type { VisitFilter } from '../../src/domain/visit-plan/types';
import type { PlanColumn, PlanModel } from './model';
import type { Column, Row } from './solver';

/** One side of a split. */
export type Branch = { readonly filter: VisitFilter } & ({ readonly atMost: number } | { readonly atLeast: number });

/** Whether the column is of visits that fit the filter. A filter names a date only where every visit it fits is dated. */
export function matches(model: PlanModel, filter: VisitFilter, { of }: PlanColumn): boolean {
  if (of.kind !== 'serve' && of.kind !== 'keep') return false;
  const { date, slot } = of.when;
  if (filter.date !== undefined && filter.date !== date) return false;
  if (filter.slot && !(slot && slotKey(slot) === slotKey(filter.slot))) return false;
  if (filter.expertId !== undefined && !(of.kind === 'keep' && model.capacities[of.expert]?.expert.id === filter.expertId)) return false;
  return filter.requestIds.every((id) => of.requests.some((at) => model.permissions[at]?.request.id === id));
}

/** Whether the visit is full and all of it lies in the set. */
export const isFullPartOf = ({ of }: PlanColumn, set: readonly number[], shareLimit: number): boolean =>
  (of.kind === 'serve' || of.kind === 'keep') && of.requests.length === shareLimit && of.requests.every((at) => set.includes(at));

/**
 * The model's linear program with further rows: the sets (⌊size / shareLimit⌋ full visits within one at most) and the
 * branches, which may be broken at a penalty, so that a branch without any plan has prices that say so, too.
 */
export function withRows(
  model: PlanModel,
  sets: readonly (readonly number[])[],
  branches: readonly Branch[],
): { readonly columns: readonly Column[]; readonly rows: readonly Row[] } {
  if (sets.length + branches.length === 0) return model;
  const firstBranch = model.rows.length + sets.length;
  const columns: Column[] = model.columns.map((column) => {
    const inSets = sets.flatMap((set, at) => (isFullPartOf(column, set, model.shareLimit) ? [[model.rows.length + at, 1] as const] : []));
    const inBranches = branches.flatMap(({ filter }, at) => (matches(model, filter, column) ? [[firstBranch + at, 1] as const] : []));
    return { ...column, entries: [...column.entries, ...inSets, ...inBranches] };
  });
  branches.forEach((branch, at) => {
    columns.push({ value: -model.penalty, upper: Infinity, entries: [[firstBranch + at, 'atMost' in branch ? -1 : 1]] });
  });
  const rows: Row[] = [
    ...model.rows,
    ...sets.map((set) => ({ lower: -Infinity, upper: Math.floor(set.length / model.shareLimit) })),
    ...branches.map((branch) =>
      'atMost' in branch ? { lower: -Infinity, upper: branch.atMost } : { lower: branch.atLeast, upper: Infinity },
    ),
  ];
  return { columns, rows };
}

const isWhole = (value: number): boolean => Math.abs(value - Math.round(value)) < 1e-6;

/**
 * A count of visits that is not whole, and where to split it; null when all are, and then some optimum of the same
 * score is whole altogether, because the rest is a network. The coarsest counts come first: they leave least open.
 */
export function fractional(model: PlanModel, values: Float64Array): { readonly filter: VisitFilter; readonly count: number } | null {
  const filters = new Map<string, VisitFilter>();
  const add = (filter: VisitFilter) => filters.set(JSON.stringify(filter), filter);
  const open = model.columns.filter(({ of }, at) => (of.kind === 'serve' || of.kind === 'keep') && !isWhole(values[at] ?? 0));
  const ids = (requests: readonly number[]) => requests.map((at) => model.permissions[at]?.request.id ?? '');
  for (const { of } of open) if ('requests' in of) add({ requestIds: ids(of.requests) });
  for (const { of } of open) if ('requests' in of && of.when.date !== undefined) add({ requestIds: ids(of.requests), date: of.when.date });
  for (const { of } of open) {
    if (of.kind === 'serve' && of.when.slot) add({ requestIds: ids(of.requests), slot: of.when.slot });
    if (of.kind === 'keep') add({ requestIds: ids(of.requests), expertId: model.capacities[of.expert]?.expert.id, slot: of.when.slot });
  }
  for (const filter of filters.values()) {
    const count = model.columns.reduce((sum, column, at) => sum + (matches(model, filter, column) ? (values[at] ?? 0) : 0), 0);
    if (!isWhole(count)) return { filter, count: Math.floor(count) };
  }
  return null;
}
