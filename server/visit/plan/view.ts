import type { PlanView, ProposedVisit } from '../../../src/contract/visit/plan';
import { chinaIso } from '../../../src/domain/china-time';
import { leftOutWords, servedWords, type Names } from '../../../src/domain/visit-plan/reason-words';
import { isSame } from '../../../src/domain/visit-plan/fit';
import { slotKey } from '../../../src/domain/visit-plan/slots';
import type { Assignment, ServedReason } from '../../../src/domain/visit-plan/types';
import type { Campaign } from '../../campaign/schema';
import { kindOf, subjectName } from '../../campaign/request-words';
import { firmWords } from '../../request/words';
import type { StoredRequest } from '../../storage/request/request-store';
import { listExperts } from '../../storage/visit/expert-store';
import { findRequests, type StoredPlan } from '../../storage/visit/plan-store';
import type { Context } from '../../use-case';
import { staleWords } from './basis';

export async function planView({ db, campaign, now }: Pick<Context<'plan.latest'>, 'db' | 'campaign' | 'now'>, plan: StoredPlan): Promise<PlanView> {
  const { id, fromOn, toOn, madeAt, publishedAt, basis, result } = plan;
  const experts = new Map((await listExperts(db, campaign.id)).map((expert) => [expert.id, expert.name]));
  const requests = new Map((await findRequests(db, Object.keys(basis.requests))).map((request) => [request.id, request]));
  const requestOf = (requestId: string): StoredRequest => {
    const request = requests.get(requestId);
    if (!request) throw new Error(`The plan ${id} is about a request that is not there, ${requestId}.`);
    return request;
  };
  const names: Names = { expert: (expertId) => experts.get(expertId) ?? '', request: (requestId) => firmWords(requestOf(requestId)) };
  const words = (requestId: string) => {
    const request = requestOf(requestId);
    return { requestId, receiptNumber: request.receiptNumber, firmName: firmWords(request), subject: subjectName(request, kindOf(campaign, request.kind)) ?? '' };
  };
  const chosen = (requestId: string, sentence: string): string[] => (result.chosen.includes(requestId) ? [sentence] : []);

  const visits = groupByVisit(result.reasons.served).map(
    ([first, reasons]): ProposedVisit => ({
      ...first.slot,
      expertId: first.expertId,
      expertName: names.expert(first.expertId),
      areaName: areaName(requestOf(first.requestId), campaign),
      requests: reasons.map((reason) => ({
        ...words(reason.requestId),
        why: [...chosen(reason.requestId, '专家由办理单位事先确定。'), ...servedWords(reason, names)],
        preferred: reason.preference.kind === 'met',
        pinned: reason.pinned,
        change: changeOf(reason, result.previous),
      })),
    }),
  );
  const load = new Map<string, number>();
  for (const { expertId } of visits) load.set(expertId, (load.get(expertId) ?? 0) + 1);
  return {
    ...{ id, fromOn, toOn },
    madeAt: chinaIso(madeAt),
    publishedAt: publishedAt && chinaIso(publishedAt),
    stale: await staleWords(db, campaign, plan, now),
    visits,
    leftOut: result.reasons.leftOut.map((reason) => ({
      ...words(reason.requestId),
      why: [...chosen(reason.requestId, '专家由办理单位事先确定，不由计划更换。'), ...leftOutWords(reason, names)],
    })),
    pins: result.pins,
    excludes: result.excludes,
    proof: {
      verified: result.verified,
      requestCount: Object.keys(basis.requests).length,
      served: result.assignments.length,
      weighted: result.weighted,
      bound: result.bound,
      preferred: result.preferred,
      busiestHalfDays: Math.max(0, ...load.values()),
    },
  };
}

const areaName = ({ areaId }: StoredRequest, { areas }: Campaign): string => areas.find(({ id }) => id === areaId)?.name ?? '';

/** In order of time. */
function groupByVisit(served: readonly ServedReason[]): [ServedReason, ServedReason[]][] {
  const visits = new Map<string, [ServedReason, ServedReason[]]>();
  for (const reason of served) {
    const key = `${slotKey(reason.slot)} ${reason.expertId}`;
    const visit = visits.get(key);
    if (visit) visit[1].push(reason);
    else visits.set(key, [reason, [reason]]);
  }
  return [...visits.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, visit]) => visit);
}

function changeOf(assignment: Assignment, previous: readonly Assignment[] | null): 'same' | 'moved' | 'new' | null {
  if (previous === null) return null;
  const before = previous.find(({ requestId }) => requestId === assignment.requestId);
  if (!before) return 'new';
  return isSame(before, assignment) ? 'same' : 'moved';
}
