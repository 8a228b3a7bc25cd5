import { slotKey } from '../../src/domain/visit-plan/slots';
import type { Slot } from '../../src/domain/visit-plan/types';
import type { Capacity, Permission } from './permissions';

/** When a visit is, as far as it matters: in any half-day, on a date, in one half-day of it. */
export type When = { readonly date?: undefined; readonly slot?: undefined } | { readonly date: string; readonly slot?: Slot };

/** Visits that the same experts can make at the same times, so that it does not matter which of them makes which. */
export interface Demand {
  readonly key: string;
  readonly expertsAt: (when: When) => readonly number[];
}

/** Requests that can be visited together, when it matters, and the visits of the previous plan that they can keep. */
export interface Party {
  readonly requests: readonly number[];
  readonly demand: Demand;
  readonly whens: readonly When[];
  readonly keeps: readonly { readonly expert: number; readonly slot: Slot; readonly count: number }[];
}

export function demandsOf(capacities: readonly Capacity[], permissions: readonly Permission[], shareLimit: number): Party[] {
  const groups = new Map<string, number[]>();
  permissions.forEach(({ group }, at) => groups.set(group, [...(groups.get(group) ?? []), at]));
  return [...groups.values()].flatMap((group) =>
    parties(group, shareLimit).flatMap((requests) => {
      const members = requests.map((at) => permissions[at] as Permission);
      const experts = members.map((member) => member.experts).reduce((all, some) => all.filter((expert) => some.includes(expert)));
      return experts.length === 0 ? [] : [partyOf(requests, members, experts, capacities)];
    }),
  );
}

function partyOf(requests: readonly number[], members: readonly Permission[], experts: readonly number[], capacities: readonly Capacity[]): Party {
  const capacity = (expert: number) => capacities[expert] as Capacity;
  const bound = members.some(({ allows }) => allows);
  const allows = (expert: number, slot: Slot) => members.every((member) => member.allows?.(capacity(expert).expert.id, slotKey(slot)) ?? true);
  const key = JSON.stringify([members[0]?.group, experts, bound ? requests : null]);
  const expertsAt = ({ date, slot }: When) =>
    experts.filter((expert) => {
      if (date === undefined) return true;
      if (!slot) return capacity(expert).byDate.has(date);
      return capacity(expert).slots.some((free) => slotKey(free) === slotKey(slot)) && allows(expert, slot);
    });
  const wanted = new Set(members.flatMap(({ request }) => request.preferredDates));
  const whens: When[] = bound
    ? [...new Map(experts.flatMap((expert) => capacity(expert).slots.map((slot) => [slotKey(slot), slot]))).values()].map((slot) => ({
        date: slot.date,
        slot,
      }))
    : [{}, ...[...wanted].sort().map((date) => ({ date }))];
  return {
    requests,
    demand: { key, expertsAt },
    whens: whens.filter((when) => expertsAt(when).length > 0),
    keeps: keepsOf(members, experts, allows),
  };
}

function keepsOf(members: readonly Permission[], experts: readonly number[], allows: (expert: number, slot: Slot) => boolean): Party['keeps'] {
  const found = new Map<string, { expert: number; slot: Slot; count: number }>();
  for (const { keep } of members) {
    if (!keep || !experts.includes(keep.expert) || !allows(keep.expert, keep.slot)) continue;
    const key = `${keep.expert} ${slotKey(keep.slot)}`;
    found.set(key, { ...keep, count: (found.get(key)?.count ?? 0) + 1 });
  }
  // A visit is kept together with whoever shares it only where that one may come in this half-day, too.
  return [...found.values()];
}

/** The subsets of one to `most` members. */
function parties(members: readonly number[], most: number): number[][] {
  if (most === 0) return [];
  return members.flatMap((member, at) => [[member], ...parties(members.slice(at + 1), most - 1).map((rest) => [member, ...rest])]);
}
