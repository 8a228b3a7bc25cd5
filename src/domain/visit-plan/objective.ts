import { bookedInSpan, isPreferred, isSame } from './fit';
import { slotKey } from './slots';
import type { Assignment, Objective, PlanInput } from './types';

/** What a plan without violations is worth. */
export function objectiveOf(input: PlanInput, assignments: readonly Assignment[], previous: readonly Assignment[]): Objective {
  const requests = new Map(input.requests.map((request) => [request.id, request]));
  const served = assignments.flatMap(({ requestId, slot }) => {
    const request = requests.get(requestId);
    return request ? [{ request, slot }] : [];
  });
  return {
    weighted: served.reduce((sum, { request }) => sum + request.weight, 0),
    kept: assignments.filter((assignment) => previous.some((before) => isSame(before, assignment))).length,
    preferred: served.filter(({ request, slot }) => isPreferred(request, slot)).length,
    load: input.experts.reduce((sum, expert) => {
      const halfDays = new Set(assignments.filter(({ expertId }) => expertId === expert.id).map(({ slot }) => slotKey(slot)));
      return sum + (bookedInSpan(input, expert) + halfDays.size) ** 2;
    }, 0),
  };
}
