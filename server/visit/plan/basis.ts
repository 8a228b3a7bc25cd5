import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { addDays, chinaDate } from '../../../src/domain/china-time';
import { mondayOf, slotKey } from '../../../src/domain/visit-plan/slots';
import type { Slot } from '../../../src/domain/visit-plan/types';
import type { Campaign } from '../../campaign/schema';
import type { StoredRequest } from '../../storage/request/request-store';
import type { Database } from '../../storage/tables';
import { listExperts, listLeave, type StoredExpert } from '../../storage/visit/expert-store';
import { findRequests, type StoredPlan } from '../../storage/visit/plan-store';
import { listStops } from '../../storage/visit/visit-store';
import type { PlanBasis } from '../../storage/tables/visit';

interface Span {
  readonly fromOn: string;
  readonly toOn: string;
}

/** An expert with what is known of the span's days: leave within it, and visits in all weeks that it touches, for the weekly limit. */
export interface ExpertDays {
  readonly expert: StoredExpert;
  readonly leave: readonly Slot[];
  readonly booked: readonly Slot[];
}

export async function readExpertDays(db: Kysely<Database>, experts: readonly StoredExpert[], { fromOn, toOn }: Span): Promise<ExpertDays[]> {
  const ids = experts.map(({ id }) => id);
  const leave = await listLeave(db, ids, fromOn, toOn);
  const stops = await listStops(db, ids, mondayOf(fromOn), addDays(mondayOf(toOn), 6));
  return experts.map((expert) => ({
    expert,
    leave: leave.filter(({ expertId }) => expertId === expert.id),
    // Stops of one visit share its half-day.
    booked: [...new Map(stops.filter(({ expertId }) => expertId === expert.id).map(({ date, half }) => [slotKey({ date, half }), { date, half }])).values()],
  }));
}

/** Accepted, without a visit, and its clock runs: whoever asked to wait is not visited meanwhile. */
const isWaiting = ({ state, pausedFor }: StoredRequest): boolean => (state === 'accepted' || state === 'assigned') && pausedFor === null;

/** The expert whom the office has chosen; null when the plan is to find one. */
export const chosenExpert = ({ state, expertId }: StoredRequest): string | null => (state === 'assigned' ? expertId : null);

const digest = (facts: unknown): string => createHash('sha256').update(JSON.stringify(facts)).digest('base64url').slice(0, 16);

const requestDigest = (request: StoredRequest): string =>
  digest([isWaiting(request), chosenExpert(request), request.kind, request.areaId, request.subjectId, request.preferredDates]);

const expertDigest = ({ expert: { active, subjectIds, areaIds, weeklyLimit }, leave, booked }: ExpertDays): string =>
  digest([active, subjectIds, areaIds, weeklyLimit, leave.map(slotKey), booked.map(slotKey)]);

export const basisOf = (requests: readonly StoredRequest[], experts: readonly ExpertDays[]): PlanBasis => ({
  requests: Object.fromEntries(requests.map((request) => [request.id, requestDigest(request)])),
  experts: Object.fromEntries(experts.map((days) => [days.expert.id, expertDigest(days)])),
});

/**
 * What has changed since the plan was made, in words; null when it may still be published. What came in since is no
 * part of it. Whoever is about to publish has locked the plan's requests and experts.
 */
export async function staleWords(db: Kysely<Database>, campaign: Campaign, plan: StoredPlan, now: Date): Promise<string | null> {
  if (plan.publishedAt !== null) return null;
  const today = chinaDate(now);
  if (plan.result.assignments.some(({ slot }) => slot.date <= today)) return '计划里有的日期已经到了，请重新生成。';
  const experts = (await listExperts(db, campaign.id)).filter(({ id }) => id in plan.basis.experts);
  const current = basisOf(await findRequests(db, Object.keys(plan.basis.requests)), await readExpertDays(db, experts, plan));
  const changed = (part: keyof PlanBasis) => Object.entries(plan.basis[part]).filter(([id, before]) => current[part][id] !== before).length;
  const [requests, people] = [changed('requests'), changed('experts')];
  const parts = [...(requests > 0 ? [`${requests} 份申请`] : []), ...(people > 0 ? [`${people} 位专家`] : [])];
  return parts.length === 0 ? null : `有 ${parts.join('、')}的情况变了，请重新生成。`;
}
