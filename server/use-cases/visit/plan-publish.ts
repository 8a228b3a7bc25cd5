import { slotKey } from '../../../src/domain/visit-plan/slots';
import type { Assignment } from '../../../src/domain/visit-plan/types';
import { refuse, type Refusal } from '../../refusal';
import { changeRequest, type RequestStep } from '../../request/change-request';
import { lockRequests, type StoredRequest } from '../../storage/request/request-store';
import { lockExperts, type StoredExpert } from '../../storage/visit/expert-store';
import { lockPlan, markPublished } from '../../storage/visit/plan-store';
import type { Context, UseCase } from '../../use-case';
import { bookVisit } from '../../visit/booking';
import { staleWords } from '../../visit/plan/basis';
import { planView } from '../../visit/plan/view';

interface Booked extends Assignment {
  readonly request: StoredRequest;
  readonly expert: StoredExpert;
  readonly planId: string;
}

/** Assigned and scheduled in one: whom it concerns is told once. */
async function book(context: Context<'plan.publish'>, { request, expert, slot, planId }: Booked): Promise<Refusal | null> {
  const { db, caller } = context;
  const refused = await bookVisit(db, { request, expert, slot, planId }, context);
  if (refused) return refused;
  const change = (before: StoredRequest, step: Pick<RequestStep, 'change' | 'untold' | 'set' | 'detail'>) =>
    changeRequest(db, before, { ...step, actors: ['dispatcher'], personId: caller.person.id }, context);
  const assigned = request.state === 'assigned' && request.expertId === expert.id ? request : await change(request, { change: 'assign', set: { expertId: expert.id }, untold: true });
  await change(assigned, { change: 'schedule', detail: slot });
  return null;
}

export const publishPlan: UseCase<'plan.publish'> = async (context, { id }) => {
  const { db, campaign, now } = context;
  const plan = await lockPlan(db, campaign.id, id);
  if (!plan) return refuse('not_found', '没有找到这份计划。');
  if (plan.publishedAt !== null) return refuse('conflict', '这份计划已经发布过了。');
  // Requests before experts, as everywhere.
  const requests = await lockRequests(db, Object.keys(plan.basis.requests));
  const experts = await lockExperts(db, Object.keys(plan.basis.experts));
  const stale = await staleWords(db, campaign, plan, now);
  if (stale !== null) return refuse('conflict', stale);

  for (const assignment of [...plan.result.assignments].sort((a, b) => (slotKey(a.slot) < slotKey(b.slot) ? -1 : 1))) {
    const request = requests.find((candidate) => candidate.id === assignment.requestId);
    const expert = experts.find((candidate) => candidate.id === assignment.expertId);
    if (!request || !expert) throw new Error(`The plan ${id} books what is not there.`);
    const refused = await book(context, { ...assignment, request, expert, planId: id });
    if (refused) return refused;
  }
  await markPublished(db, id, now);
  return planView(context, { ...plan, publishedAt: now });
};
