import { mondayOf, slotKey } from './slots';
import type { Assignment, Exclude, PlanExpert, PlanInput, PlanRequest, Slot } from './types';

export const DEFAULT_SHARE_LIMIT = 2;

export const shareLimitOf = (input: PlanInput): number => input.shareLimit ?? DEFAULT_SHARE_LIMIT;

export const hasField = (expert: Pick<PlanExpert, 'subjectIds'>, request: Pick<PlanRequest, 'subjectId'>): boolean => expert.subjectIds.includes(request.subjectId);

export const goesTo = (expert: Pick<PlanExpert, 'areaIds'>, request: Pick<PlanRequest, 'areaId'>): boolean =>
  expert.areaIds.length === 0 || expert.areaIds.includes(request.areaId);

type Group = Pick<PlanRequest, 'subjectId' | 'areaId'>;

export const sameGroup = (one: Group, other: Group): boolean =>
  one.subjectId === other.subjectId && one.areaId === other.areaId;

/** Whether the exclusion forbids the visit; without a slot, whether it forbids every half-day. */
export function excludes(exclude: Exclude, requestId: string, expertId: string, slot?: Slot): boolean {
  if (exclude.requestId !== undefined && exclude.requestId !== requestId) return false;
  if (exclude.expertId !== undefined && exclude.expertId !== expertId) return false;
  return exclude.slot === undefined || (slot !== undefined && slotKey(exclude.slot) === slotKey(slot));
}

/** Whether anybody has ruled the visit out: the request, or the dispatcher by hand. */
export const isExcluded = (input: PlanInput, request: PlanRequest, expertId: string, slot?: Slot): boolean =>
  request.excludedExpertIds.includes(expertId) || input.excludes.some((exclude) => excludes(exclude, request.id, expertId, slot));

/** Half-days that an expert can still take in the week of this Monday. */
export const roomInWeek = (expert: PlanExpert, monday: string): number =>
  Math.max(0, expert.weeklyLimit - (expert.booked[monday] ?? 0));

/** The half-days of the span in which the expert is free, in order of time. */
export function freeSlots(input: PlanInput, expert: PlanExpert): Slot[] {
  const free = new Set(expert.free.map(slotKey));
  const slots = new Map(input.slots.map((slot) => [slotKey(slot), slot]));
  return [...slots.keys()].sort().flatMap((key) => (free.has(key) ? (slots.get(key) ?? []) : []));
}

/** The half-days already booked in the weeks that the span touches. */
export function bookedInSpan(input: PlanInput, expert: PlanExpert): number {
  const mondays = new Set(input.slots.map(({ date }) => mondayOf(date)));
  return [...mondays].reduce((sum, monday) => sum + (expert.booked[monday] ?? 0), 0);
}

export const isPreferred = (request: PlanRequest, slot: Slot): boolean => request.preferredDates.includes(slot.date);

export const isSame = (one: Assignment, other: Assignment): boolean =>
  one.requestId === other.requestId && one.expertId === other.expertId && slotKey(one.slot) === slotKey(other.slot);
