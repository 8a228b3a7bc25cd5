import { freeSlots, goesTo, hasField, isExcluded, isPreferred, roomInWeek, sameGroup, shareLimitOf } from '../../src/domain/visit-plan/fit';
import { mondayOf, slotKey } from '../../src/domain/visit-plan/slots';
import type { Assignment, PlanInput, PlanRequest } from '../../src/domain/visit-plan/types';

/**
 * What an office does without a plan: each request in the order of sending gets the first place left, be it in a visit
 * that goes there already or a half-day of its own, on its preferred dates before the others.
 */
export function firstCome(input: PlanInput): Assignment[] {
  const visits = new Map<string, PlanRequest[]>();
  const taken = new Map<string, number>();
  const free = new Map(input.experts.map((expert) => [expert.id, new Set(freeSlots(input, expert).map(slotKey))]));
  return input.requests.flatMap((request) => {
    const wished = [...input.slots].sort((one, other) => Number(isPreferred(request, other)) - Number(isPreferred(request, one)));
    for (const slot of wished) {
      for (const expert of input.experts) {
        if (!hasField(expert, request) || !goesTo(expert, request) || isExcluded(input, request, expert.id, slot)) continue;
        const visit = `${expert.id} ${slotKey(slot)}`;
        const week = `${expert.id} ${mondayOf(slot.date)}`;
        const others = visits.get(visit) ?? [];
        const joins = others[0] && sameGroup(others[0], request) && others.length < shareLimitOf(input);
        const starts = !others[0] && free.get(expert.id)?.has(slotKey(slot)) && (taken.get(week) ?? 0) < roomInWeek(expert, mondayOf(slot.date));
        if (!joins && !starts) continue;
        visits.set(visit, [...others, request]);
        if (starts) taken.set(week, (taken.get(week) ?? 0) + 1);
        return [{ requestId: request.id, expertId: expert.id, slot }];
      }
    }
    return [];
  });
}
