import { freeSlots, goesTo, hasField, isExcluded, roomInWeek, sameGroup, shareLimitOf } from './fit';
import { mondayOf, slotKey } from './slots';
import type { Assignment, Pin, PlanExpert, PlanInput, PlanRequest } from './types';

/** A constraint that an assignment breaks; `weekly-limit` names one assignment of the week, `pin` the pinned request. */
export interface Violation {
  readonly kind:
    | 'unknown'
    | 'twice'
    | 'field'
    | 'district'
    | 'excluded'
    | 'not-free'
    | 'two-groups'
    | 'share-limit'
    | 'weekly-limit'
    | 'pin';
  readonly requestId: string;
  readonly expertId?: string;
}

/** Every constraint that the assignments break; empty: a plan that may be made. */
export function violations(input: PlanInput, assignments: readonly Assignment[]): Violation[] {
  const experts = new Map(input.experts.map((expert) => [expert.id, expert]));
  const requests = new Map(input.requests.map((request) => [request.id, request]));
  const found: Violation[] = [];
  const seen = new Set<string>();
  const visits = new Map<string, PlanRequest[]>();
  for (const assignment of assignments) {
    const { requestId, expertId, slot } = assignment;
    const broken = (kind: Violation['kind']) => found.push({ kind, requestId, expertId });
    if (seen.has(requestId)) broken('twice');
    seen.add(requestId);
    const expert = experts.get(expertId);
    const request = requests.get(requestId);
    if (!expert || !request) {
      broken('unknown');
      continue;
    }
    if (!hasField(expert, request)) broken('field');
    if (!goesTo(expert, request)) broken('district');
    if (isExcluded(input, request, expertId, slot)) broken('excluded');
    if (!freeSlots(input, expert).some((free) => slotKey(free) === slotKey(slot))) broken('not-free');
    const key = JSON.stringify([expertId, slotKey(slot)]);
    const others = visits.get(key) ?? [];
    if (others[0] && !sameGroup(others[0], request)) broken('two-groups');
    if (others.length === shareLimitOf(input)) broken('share-limit');
    visits.set(key, [...others, request]);
  }
  return [...found, ...overLimit(assignments, experts), ...brokenPins(input.pins, assignments)];
}

function overLimit(assignments: readonly Assignment[], experts: ReadonlyMap<string, PlanExpert>): Violation[] {
  const weeks = new Map<string, { readonly first: Assignment; readonly monday: string; readonly halfDays: Set<string> }>();
  for (const assignment of assignments) {
    const monday = mondayOf(assignment.slot.date);
    const key = JSON.stringify([assignment.expertId, monday]);
    const week = weeks.get(key) ?? { first: assignment, monday, halfDays: new Set() };
    weeks.set(key, week);
    week.halfDays.add(slotKey(assignment.slot));
  }
  return [...weeks.values()].flatMap(({ first, monday, halfDays }) => {
    const expert = experts.get(first.expertId);
    return expert && halfDays.size > roomInWeek(expert, monday)
      ? [{ kind: 'weekly-limit' as const, requestId: first.requestId, expertId: expert.id }]
      : [];
  });
}

const brokenPins = (pins: readonly Pin[], assignments: readonly Assignment[]): Violation[] =>
  pins
    .filter((pin) => !assignments.some((assignment) => meets(assignment, pin)))
    .map(({ requestId, expertId }) => ({ kind: 'pin', requestId, expertId }));

const meets = (assignment: Assignment, pin: Pin): boolean =>
  assignment.requestId === pin.requestId &&
  (pin.expertId === undefined || assignment.expertId === pin.expertId) &&
  (pin.slot === undefined || slotKey(assignment.slot) === slotKey(pin.slot));
