import type { PlanModel } from './model';

/**
 * Sets of requests in which the relaxed plan has more full visits than ⌊size / shareLimit⌋, as when three requests
 * go in three halves of a pair. Looked for among the requests that halves of visits connect, and in threes of them.
 */
export function openSets({ columns, shareLimit }: PlanModel, values: Float64Array, known: readonly (readonly number[])[]): number[][] {
  if (shareLimit < 2) return [];
  const full: { readonly requests: readonly number[]; readonly value: number }[] = [];
  const connected = new Map<number, number>();
  const root = (request: number): number => {
    const parent = connected.get(request) ?? request;
    return parent === request ? request : root(parent);
  };
  columns.forEach(({ of }, at) => {
    const value = values[at] ?? 0;
    if (value < 1e-6 || (of.kind !== 'serve' && of.kind !== 'keep') || of.requests.length < shareLimit) return;
    full.push({ requests: of.requests, value });
    if (value > 1 - 1e-6) return;
    for (const request of of.requests) connected.set(root(request), root(of.requests[0] ?? request));
  });
  const components = new Map<number, number[]>();
  for (const request of new Set(full.flatMap(({ requests }) => requests))) {
    components.set(root(request), [...(components.get(root(request)) ?? []), request]);
  }
  const candidates = [...components.values()].flatMap((component) => [component, ...threes(component)]);
  return candidates
    .map((set) => [...set].sort((one, other) => one - other))
    .filter((set) => {
      const inside = full.reduce((sum, { requests, value }) => sum + (requests.every((request) => set.includes(request)) ? value : 0), 0);
      return inside > Math.floor(set.length / shareLimit) + 1e-6 && !known.some((other) => String(other) === String(set));
    });
}

const MOST_CONNECTED = 24;

function threes(set: readonly number[]): number[][] {
  if (set.length < 4 || set.length > MOST_CONNECTED) return [];
  return set.flatMap((one, at) => set.slice(at + 1).flatMap((two, next) => set.slice(at + next + 2).map((three) => [one, two, three])));
}
