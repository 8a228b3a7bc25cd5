import { mondayOf, slotKey } from '../../src/domain/visit-plan/slots';
import type { Prices } from '../../src/domain/visit-plan/types';
import { isFullPartOf, matches, type Branch } from './branches';
import type { When } from './demands';
import type { PlanModel } from './model';

/** Prices that pay for every visit, and the highest score that they leave possible. */
export interface Bound {
  readonly prices: Prices;
  readonly score: number;
}

/**
 * Turns the duals of the model with these sets and branches into whole prices. What rounding took away is given back
 * to the requests, so that the prices bound every plan even where the duals were a little off.
 *
 * @param duals by row: the model's, then one a set, then one a branch
 */
export function boundOf(
  model: PlanModel,
  duals: Float64Array,
  sets: readonly (readonly number[])[],
  branches: readonly Branch[],
  scale: number,
): Bound {
  const whole = (at: number) => Math.round((duals[at] ?? 0) * scale);
  const requests = model.permissions.map(() => 0);
  const experts = model.capacities.map(() => ({ any: 0, weeks: new Map<string, number>(), dates: new Map<string, number>(), slots: new Map<string, number>() }));
  model.rows.forEach(({ of }, at) => {
    if (of.kind === 'request') {
      requests[of.request] = model.permissions[of.request]?.pinned ? whole(at) : Math.max(0, whole(at));
    } else if (of.kind !== 'demand') {
      const expert = experts[of.expert];
      if (expert && of.kind === 'any') expert.any = whole(at);
      else if (expert && of.kind !== 'any') expert[`${of.kind}s`].set(of.key, Math.max(0, whole(at)));
    }
  });
  const setPrices = sets.map((_, at) => Math.max(0, whole(model.rows.length + at)));
  const splits = branches.map((branch, at) => {
    const price = whole(model.rows.length + sets.length + at);
    return 'atMost' in branch ? Math.max(0, price) : Math.min(0, price);
  });

  const halfDay = (at: number, { date, slot }: When): number => {
    const expert = experts[at];
    if (!expert) return 0;
    if (date === undefined) return expert.any;
    return expert.any + (expert.weeks.get(mondayOf(date)) ?? 0) + (expert.dates.get(date) ?? 0) + (slot ? (expert.slots.get(slotKey(slot)) ?? 0) : 0);
  };
  const demands = new Map<string, number>();
  const demandName = (key: string, when: When) => JSON.stringify([key, when.date, when.slot?.half]);
  for (const { of } of model.columns) {
    if (of.kind !== 'send') continue;
    const name = demandName(of.demand.key, of.when);
    demands.set(name, Math.min(demands.get(name) ?? Infinity, halfDay(of.expert, of.when)));
  }
  for (const column of model.columns) {
    const { of } = column;
    if (of.kind !== 'serve' && of.kind !== 'keep') continue;
    const first = of.requests[0] ?? 0;
    let missing = column.value * scale;
    missing -= of.kind === 'keep' ? halfDay(of.expert, of.when) : (demands.get(demandName(of.demand.key, of.when)) ?? 0);
    for (const at of of.requests) missing -= requests[at] ?? 0;
    sets.forEach((set, at) => (missing -= isFullPartOf(column, set, model.shareLimit) ? (setPrices[at] ?? 0) : 0));
    branches.forEach(({ filter }, at) => (missing -= matches(model, filter, column) ? (splits[at] ?? 0) : 0));
    if (missing > 0) requests[first] = (requests[first] ?? 0) + missing;
  }

  let total = requests.reduce((sum, price) => sum + price, 0);
  model.capacities.forEach((capacity, at) => {
    const expert = experts[at];
    if (!expert) return;
    const worth = Array.from({ length: capacity.total + 1 }, (_, halfDays) => expert.any * halfDays - scale * (capacity.booked + halfDays) ** 2);
    total += Math.max(...worth);
    for (const [monday, price] of expert.weeks) total += price * (capacity.byWeek.get(monday) ?? 0);
    for (const [date, price] of expert.dates) total += price * (capacity.byDate.get(date) ?? 0);
    for (const price of expert.slots.values()) total += price;
  });
  sets.forEach((set, at) => (total += (setPrices[at] ?? 0) * Math.floor(set.length / model.shareLimit)));
  branches.forEach((branch, at) => (total += (splits[at] ?? 0) * ('atMost' in branch ? branch.atMost : branch.atLeast)));

  const id = (at: number) => model.permissions[at]?.request.id ?? '';
  return {
    score: Math.floor(total / scale),
    prices: {
      requests: paid(requests.map((price, at) => [id(at), price])),
      experts: Object.fromEntries(
        experts.flatMap(({ any, weeks, dates, slots }, at) => {
          const prices = { any, weeks: paid(weeks), dates: paid(dates), slots: paid(slots) };
          const isFree = any === 0 && [prices.weeks, prices.dates, prices.slots].every((some) => Object.keys(some).length === 0);
          return isFree ? [] : [[model.capacities[at]?.expert.id ?? '', prices]];
        }),
      ),
      sets: sets.flatMap((set, at) => (setPrices[at] ? [{ requestIds: set.map(id), price: setPrices[at] }] : [])),
      splits,
    },
  };
}

/** Only what costs something. */
const paid = (prices: Iterable<readonly [string, number]>): Record<string, number> =>
  Object.fromEntries([...prices].filter(([, price]) => price !== 0));
