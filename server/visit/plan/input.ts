import { chinaDate } from '../../../src/domain/china-time';
import { mondayOf, slotKey } from '../../../src/domain/visit-plan/slots';
import type { PlanExpert, PlanInput, PlanRequest, Slot } from '../../../src/domain/visit-plan/types';
import { urgencyOf } from '../../../src/domain/visit-plan/urgency';
import type { StoredRequest } from '../../storage/request/request-store';
import type { KeptPlan } from '../../storage/tables/visit';
import type { Capabilities } from '../../use-case';
import { chosenExpert, type ExpertDays } from './basis';

function planExpert({ expert: { id, subjectIds, areaIds, weeklyLimit }, leave, booked }: ExpertDays, slots: readonly Slot[]): PlanExpert {
  const taken = new Set([...leave, ...booked].map(slotKey));
  const weeks: Record<string, number> = {};
  for (const { date } of booked) weeks[mondayOf(date)] = (weeks[mondayOf(date)] ?? 0) + 1;
  return { id, subjectIds, areaIds, weeklyLimit, free: slots.filter((slot) => !taken.has(slotKey(slot))), booked: weeks };
}

function planRequest(request: StoredRequest, experts: readonly ExpertDays[], { now, isWorkingDay }: Pick<Capabilities, 'now' | 'isWorkingDay'>): PlanRequest {
  const chosen = chosenExpert(request);
  // What the office has chosen stands, unless that expert is not sent out any more.
  const others = experts.some(({ expert }) => expert.id === chosen) ? experts.filter(({ expert }) => expert.id !== chosen) : [];
  return {
    id: request.id,
    subjectId: request.subjectId ?? '',
    areaId: request.areaId ?? '',
    preferredDates: request.preferredDates,
    weight: urgencyOf(request, chinaDate(now), isWorkingDay),
    excludedExpertIds: others.map(({ expert }) => expert.id),
  };
}

interface Asked extends Pick<KeptPlan, 'pins' | 'excludes'> {
  readonly slots: readonly Slot[];
  readonly requests: readonly StoredRequest[];
  /** Those who are sent out. */
  readonly experts: readonly ExpertDays[];
}

export const planInput = ({ slots, requests, experts, pins, excludes }: Asked, time: Pick<Capabilities, 'now' | 'isWorkingDay'>): PlanInput => ({
  slots,
  experts: experts.map((days) => planExpert(days, slots)),
  requests: requests.map((request) => planRequest(request, experts, time)),
  pins: pins.map(({ requestId, ...where }) => ({ requestId, ...named(where) })),
  excludes: excludes.map(({ requestId, ...where }) => ({ ...(requestId !== null && { requestId }), ...named(where) })),
});

const named = ({ expertId, slot }: { readonly expertId: string | null; readonly slot: Slot | null }) => ({ ...(expertId !== null && { expertId }), ...(slot !== null && { slot }) });
