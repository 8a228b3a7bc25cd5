import { mondayOf, slotKey } from '../../src/domain/visit-plan/slots';
import type { Assignment, PlanExpert, PlanInput, PlanRequest, Slot } from '../../src/domain/visit-plan/types';

/** An expert's half-days that a plan can use at all, and how many of them. */
export interface Capacity {
  readonly expert: PlanExpert;
  readonly slots: readonly Slot[];
  readonly byDate: ReadonlyMap<string, number>;
  readonly byWeek: ReadonlyMap<string, number>;
  readonly total: number;
  readonly booked: number;
}

/** Where a request can go. */
export interface Permission {
  readonly request: PlanRequest;
  readonly group: string;
  readonly pinned: boolean;
  /** Indices of capacities. */
  readonly experts: readonly number[];
  /** Set when not every expert may come in every half-day of theirs. */
  readonly allows: ((expertId: string, slot: string) => boolean) | null;
  /** In the previous plan, where that is still allowed. */
  readonly keep: { readonly expert: number; readonly slot: Slot } | null;
}

const byId = (one: { readonly id: string }, other: { readonly id: string }): number => (one.id < other.id ? -1 : 1);

/** In the order of the experts' ids, so that no plan depends on the order of the input. */
export function capacitiesOf(input: PlanInput): Capacity[] {
  const span = [...new Map(input.slots.map((slot) => [slotKey(slot), slot])).entries()].sort(([one], [other]) => (one < other ? -1 : 1));
  const mondays = [...new Set(span.map(([, { date }]) => mondayOf(date)))];
  const closing = input.excludes.filter(({ requestId }) => requestId === undefined);
  return [...input.experts].sort(byId).map((expert) => {
    const free = new Set(expert.free.map(slotKey));
    const room = new Map(mondays.map((monday) => [monday, Math.max(0, expert.weeklyLimit - (expert.booked[monday] ?? 0))]));
    const slots = span.flatMap(([key, slot]) => {
      const closed = closing.some(
        (exclude) => (exclude.expertId ?? expert.id) === expert.id && (exclude.slot === undefined || slotKey(exclude.slot) === key),
      );
      return free.has(key) && !closed && (room.get(mondayOf(slot.date)) ?? 0) > 0 ? [slot] : [];
    });
    const byDate = tally(slots.map(({ date }) => date));
    const byWeek = new Map(
      [...tally(slots.map(({ date }) => mondayOf(date)))].map(([monday, count]) => [monday, Math.min(count, room.get(monday) ?? 0)]),
    );
    return {
      expert,
      slots,
      byDate,
      byWeek,
      total: [...byWeek.values()].reduce((sum, count) => sum + count, 0),
      booked: mondays.reduce((sum, monday) => sum + (expert.booked[monday] ?? 0), 0),
    };
  });
}

function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** In the order of the requests' ids. */
export function permissionsOf(input: PlanInput, capacities: readonly Capacity[], previous: readonly Assignment[]): Permission[] {
  return [...input.requests].sort(byId).map((request) => {
    const pins = input.pins.filter(({ requestId }) => requestId === request.id);
    const own = input.excludes.filter(({ requestId }) => requestId === request.id);
    const barred = new Set(request.excludedExpertIds);
    const experts = capacities.flatMap(({ expert, total }, at) => {
      const comes =
        total > 0 &&
        expert.subjectIds.includes(request.subjectId) &&
        (expert.areaIds.length === 0 || expert.areaIds.includes(request.areaId)) &&
        !barred.has(expert.id) &&
        !own.some(({ expertId, slot }) => slot === undefined && (expertId ?? expert.id) === expert.id) &&
        pins.every(({ expertId }) => (expertId ?? expert.id) === expert.id);
      return comes ? [at] : [];
    });
    const byHalfDay = [...pins, ...own].some(({ slot }) => slot !== undefined);
    const allows = (expertId: string, slot: string) =>
      pins.every((pin) => pin.slot === undefined || slotKey(pin.slot) === slot) &&
      !own.some((exclude) => exclude.slot !== undefined && slotKey(exclude.slot) === slot && (exclude.expertId ?? expertId) === expertId);
    return {
      request,
      group: JSON.stringify([request.subjectId, request.areaId]),
      pinned: pins.length > 0,
      experts,
      allows: byHalfDay ? allows : null,
      keep: keepOf(request, capacities, experts, byHalfDay ? allows : null, previous),
    };
  });
}

function keepOf(
  { id }: PlanRequest,
  capacities: readonly Capacity[],
  experts: readonly number[],
  allows: Permission['allows'],
  previous: readonly Assignment[],
): Permission['keep'] {
  const before = previous.find(({ requestId }) => requestId === id);
  const expert = experts.find((at) => capacities[at]?.expert.id === before?.expertId);
  if (!before || expert === undefined) return null;
  const key = slotKey(before.slot);
  const slot = capacities[expert]?.slots.find((free) => slotKey(free) === key);
  return slot && (allows?.(before.expertId, key) ?? true) ? { expert, slot } : null;
}
