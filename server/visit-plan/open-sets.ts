import type { PlanModel } from './model';

interface Full {
  readonly requests: readonly number[];
  readonly value: number;
}

/** All sets of a component up to this size are tried: 2¹⁵ of them take some milliseconds. */
const MOST_LISTED = 15;
const MOST_ADDED = 80;

/**
 * Sets of requests in which the relaxed plan has more full visits than ⌊size / shareLimit⌋, as when three requests go
 * in three halves of a pair; the worst of each component that the halves connect. For pairs without anything else,
 * these sets are all that separates the relaxed plan from a whole one (Edmonds 1965).
 */
export function openSets({ columns, shareLimit }: PlanModel, values: Float64Array, known: ReadonlySet<string>): number[][] {
  if (shareLimit < 2) return [];
  const full: Full[] = columns.flatMap(({ of }, at) => {
    const value = values[at] ?? 0;
    return value > 1e-6 && (of.kind === 'serve' || of.kind === 'keep') && of.requests.length === shareLimit ? [{ requests: of.requests, value }] : [];
  });
  return componentsOf(full.filter(({ value }) => value < 1 - 1e-6)).flatMap((component) => {
    const inside = full.filter(({ requests }) => requests.every((request) => component.includes(request)));
    return setsOf(component, shareLimit)
      .map((set) => ({ set, excess: excessOf(component, set, inside, shareLimit) }))
      .filter(({ excess }) => excess > 1e-6)
      .map(({ set, excess }) => ({ members: component.filter((_, at) => set & (1 << at)), excess }))
      .filter(({ members }) => !known.has(String(members)))
      .sort((one, other) => other.excess - one.excess)
      .slice(0, MOST_ADDED)
      .map(({ members }) => members);
  });
}

/** The requests that visits connect, each list in their order. */
function componentsOf(full: readonly Full[]): number[][] {
  let components: ReadonlySet<number>[] = [];
  for (const { requests } of full) {
    const touched = components.filter((component) => requests.some((request) => component.has(request)));
    components = [...components.filter((component) => !touched.includes(component)), new Set([...touched.flatMap((component) => [...component]), ...requests])];
  }
  return components.map((component) => [...component].sort((one, other) => one - other).slice(0, MOST_SEEN));
}

/** Bits of one number; of a component this large, only its sets of the smallest size and itself are tried. */
const MOST_SEEN = 30;

/** Sets as bits of the component's members, of the sizes at which rounding down takes something off. */
function setsOf({ length }: readonly number[], shareLimit: number): number[] {
  if (length <= MOST_LISTED) {
    return Array.from({ length: 2 ** length }, (_, set) => set).filter((set) => sizeOf(set) > shareLimit && sizeOf(set) % shareLimit > 0);
  }
  const bits = Array.from({ length }, (_, at) => 1 << at);
  const smallest = (from: number, size: number): number[] =>
    size === 0 ? [0] : bits.slice(from).flatMap((bit, at) => smallest(from + at + 1, size - 1).map((set) => set | bit));
  return [...smallest(0, shareLimit + 1), 2 ** length - 1];
}

function sizeOf(set: number): number {
  let size = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) size += 1;
  return size;
}

function excessOf(component: readonly number[], set: number, inside: readonly Full[], shareLimit: number): number {
  let visits = 0;
  for (const { requests, value } of inside) if (requests.every((request) => set & (1 << component.indexOf(request)))) visits += value;
  return visits - Math.floor(sizeOf(set) / shareLimit);
}
