import { freeSlots, goesTo, hasField, isExcluded, isPreferred, roomInWeek, sameGroup, shareLimitOf } from './fit';
import { mondayOf, slotKey } from './slots';
import type {
  Assignment,
  Cause,
  LeftOutReason,
  PlanExpert,
  PlanInput,
  PlannedVisit,
  PlanRequest,
  Preference,
  Reasons,
  ServedReason,
  Slot,
} from './types';

/** What the reasons are read from. */
interface Plan {
  readonly input: PlanInput;
  readonly visits: ReadonlyMap<string, PlannedVisit>;
  readonly free: ReadonlyMap<string, readonly Slot[]>;
  /** Half-days left in an expert's week beside the plan. */
  readonly room: (expert: PlanExpert, slot: Slot) => number;
}

/**
 * Why each request of an optimal plan is served as it is, and which constraint, relaxed alone, fits in one left out.
 * Each cause is checked by making the one change in the plan at hand: it names a visit that then is possible.
 */
export function explain(input: PlanInput, assignments: readonly Assignment[]): Reasons {
  const plan = read(input, assignments);
  const assigned = new Map(assignments.map((assignment) => [assignment.requestId, assignment]));
  const served: ServedReason[] = [];
  const leftOut: LeftOutReason[] = [];
  for (const request of input.requests) {
    const assignment = assigned.get(request.id);
    if (assignment) served.push(servedReason(plan, request, assignment));
    else leftOut.push(leftOutReason(plan, request));
  }
  return { served, leftOut };
}

const at = (expertId: string, slot: Slot): string => JSON.stringify([expertId, slotKey(slot)]);

function read(input: PlanInput, assignments: readonly Assignment[]): Plan {
  const visits = new Map<string, PlannedVisit>();
  const taken = new Map<string, number>();
  const week = (expertId: string, { date }: Slot) => JSON.stringify([expertId, mondayOf(date)]);
  for (const { requestId, expertId, slot } of assignments) {
    const visit = visits.get(at(expertId, slot));
    visits.set(at(expertId, slot), { expertId, slot, requestIds: [...(visit?.requestIds ?? []), requestId] });
    if (!visit) taken.set(week(expertId, slot), (taken.get(week(expertId, slot)) ?? 0) + 1);
  }
  return {
    input,
    visits,
    free: new Map(input.experts.map((expert) => [expert.id, freeSlots(input, expert)])),
    room: (expert, slot) => roomInWeek(expert, mondayOf(slot.date)) - (taken.get(week(expert.id, slot)) ?? 0),
  };
}

const fittingExperts = ({ input }: Plan, request: PlanRequest): PlanExpert[] =>
  input.experts.filter((expert) => hasField(expert, request) && goesTo(expert, request) && !isExcluded(input, request, expert.id));

function servedReason(plan: Plan, request: PlanRequest, { expertId, slot }: Assignment): ServedReason {
  const { input, free } = plan;
  const fitting = fittingExperts(plan, request);
  const isFree = (expert: PlanExpert) =>
    !isExcluded(input, request, expert.id, slot) && (free.get(expert.id) ?? []).some((other) => slotKey(other) === slotKey(slot));
  return {
    requestId: request.id,
    expertId,
    slot,
    pinned: input.pins.some(({ requestId }) => requestId === request.id),
    fitting: fitting.length,
    free: fitting.filter(isFree).length,
    sharedWith: (plan.visits.get(at(expertId, slot))?.requestIds ?? []).filter((id) => id !== request.id),
    preference: preferenceOf(plan, request, slot, fitting),
  };
}

function preferenceOf({ input, visits, free }: Plan, request: PlanRequest, slot: Slot, fitting: readonly PlanExpert[]): Preference {
  if (request.preferredDates.length === 0) return { kind: 'none' };
  if (isPreferred(request, slot)) return { kind: 'met' };
  const chances = fitting.flatMap((expert) =>
    (free.get(expert.id) ?? [])
      .filter((other) => isPreferred(request, other) && roomInWeek(expert, mondayOf(other.date)) > 0 && !isExcluded(input, request, expert.id, other))
      .map((other) => visits.get(at(expert.id, other))),
  );
  if (chances.length === 0) return { kind: 'nobody-free' };
  return { kind: 'others-first', visits: chances.filter((visit) => visit !== undefined) };
}

function leftOutReason(plan: Plan, request: PlanRequest): LeftOutReason {
  const causes = [...expertCauses(plan, request), ...visitCauses(plan, request)];
  return { requestId: request.id, causes, blocks: causes.length > 0 ? [] : blocksOf(plan, request) };
}

/** Causes whose relaxation gives an expert a half-day for the request alone, or opens a visit to be shared. */
function expertCauses(plan: Plan, request: PlanRequest): Cause[] {
  const { input, visits, room } = plan;
  const free = (expert: PlanExpert, slot: Slot) => (plan.free.get(expert.id) ?? []).some((other) => slotKey(other) === slotKey(slot));
  const allowed = (expert: PlanExpert, slot: Slot) => !isExcluded(input, request, expert.id, slot);
  const isIdle = (expert: PlanExpert, slot: Slot) => !visits.has(at(expert.id, slot));
  const hasSeat = (expert: PlanExpert, slot: Slot) => {
    const others = visits.get(at(expert.id, slot))?.requestIds ?? [];
    return others.length > 0 && others.length < shareLimitOf(input) && sameGroup(request, requestOf(input, others[0]) ?? request);
  };
  const hasTime = (expert: PlanExpert, slot: Slot) => free(expert, slot) && isIdle(expert, slot) && room(expert, slot) > 0;
  const specialists = input.experts.filter((expert) => hasField(expert, request));
  const fitting = specialists.filter((expert) => goesTo(expert, request));
  const where = (experts: readonly PlanExpert[], isOpen: (expert: PlanExpert, slot: Slot) => boolean) =>
    experts.filter((expert) => input.slots.some((slot) => isOpen(expert, slot))).map(({ id }) => id);
  const causes = [
    {
      kind: 'field' as const,
      expertIds: where(
        specialists.length === 0 ? input.experts.filter((expert) => goesTo(expert, request)) : [],
        (expert, slot) => allowed(expert, slot) && hasTime(expert, slot),
      ),
    },
    {
      kind: 'district' as const,
      expertIds: where(
        specialists.filter((expert) => !goesTo(expert, request)),
        (expert, slot) => allowed(expert, slot) && hasTime(expert, slot),
      ),
    },
    {
      kind: 'excluded' as const,
      expertIds: where(fitting, (expert, slot) => !allowed(expert, slot) && (hasTime(expert, slot) || hasSeat(expert, slot))),
    },
    {
      kind: 'not-free' as const,
      expertIds: where(fitting, (expert, slot) => allowed(expert, slot) && !free(expert, slot) && room(expert, slot) > 0),
    },
    {
      kind: 'weekly-limit' as const,
      expertIds: where(fitting, (expert, slot) => allowed(expert, slot) && free(expert, slot) && isIdle(expert, slot) && room(expert, slot) <= 0),
    },
  ];
  return causes.filter(({ expertIds }) => expertIds.length > 0);
}

/** Causes whose relaxation puts the request in the place of others, or beside them. */
function visitCauses(plan: Plan, request: PlanRequest): Cause[] {
  const { input } = plan;
  const pinned = new Set(input.pins.map(({ requestId }) => requestId));
  const experts = new Set(fittingExperts(plan, request).map(({ id }) => id));
  const full: PlannedVisit[] = [];
  const open: PlannedVisit[] = [];
  const held: PlannedVisit[] = [];
  for (const visit of plan.visits.values()) {
    if (!experts.has(visit.expertId) || isExcluded(input, request, visit.expertId, visit.slot)) continue;
    const first = requestOf(input, visit.requestIds[0]);
    const isSameGroup = first !== undefined && sameGroup(first, request);
    if (isSameGroup) full.push(visit);
    const unpinned = visit.requestIds.filter((id) => !pinned.has(id));
    if (unpinned.length < visit.requestIds.length && !(isSameGroup && unpinned.length > 0)) held.push(visit);
    else open.push({ ...visit, requestIds: isSameGroup ? [lightest(input, unpinned)] : unpinned });
  }
  return [
    { kind: 'share-limit' as const, visits: full },
    { kind: 'competition' as const, visits: open },
    { kind: 'pinned' as const, visits: held },
  ].filter(({ visits }) => visits.length > 0);
}

const requestOf = (input: PlanInput, id: string | undefined): PlanRequest | undefined => input.requests.find((request) => request.id === id);

const lightest = (input: PlanInput, ids: readonly string[]): string =>
  ids.reduce((least, id) => ((requestOf(input, id)?.weight ?? 0) < (requestOf(input, least)?.weight ?? 0) ? id : least));

/** The fewest constraints that together keep an expert from coming, of the experts nearest to fitting. */
function blocksOf(plan: Plan, request: PlanRequest): Cause['kind'][] {
  const { input, visits, free, room } = plan;
  const pinned = new Set(input.pins.map(({ requestId }) => requestId));
  const specialists = input.experts.filter((expert) => hasField(expert, request));
  const pools = [specialists.filter((expert) => goesTo(expert, request)), specialists, input.experts.filter((expert) => goesTo(expert, request))];
  const pool = pools.find(({ length }) => length > 0) ?? input.experts;
  const combinations = pool.flatMap((expert) =>
    input.slots.map((slot) => {
      const blocks: Cause['kind'][] = [];
      if (!hasField(expert, request)) blocks.push('field');
      if (!goesTo(expert, request)) blocks.push('district');
      if (isExcluded(input, request, expert.id, slot)) blocks.push('excluded');
      const visit = visits.get(at(expert.id, slot));
      if (visit) return [...blocks, visit.requestIds.some((id) => pinned.has(id)) ? ('pinned' as const) : ('competition' as const)];
      if (!(free.get(expert.id) ?? []).some((other) => slotKey(other) === slotKey(slot))) blocks.push('not-free');
      if (room(expert, slot) <= 0) blocks.push('weekly-limit');
      return blocks;
    }),
  );
  const nobody: Cause['kind'][] = [specialists.length === 0 ? 'field' : 'not-free'];
  return combinations.reduce((fewest, blocks) => (blocks.length < fewest.length ? blocks : fewest), combinations[0] ?? nobody);
}
