import { requestChanges, nextState, transitions, type RequestActor, type RequestChange, type RequestState } from '../../../src/domain/request-state';
import type { Campaign } from '../../campaign/schema';
import { refuse, type Refusal } from '../../refusal';
import { lockRequest, type StoredRequest } from '../../storage/stores/request-store';
import type { Context } from '../../use-case';
import { campaignOf } from '../campaign/campaign-of';

interface Asking {
  readonly caller: { readonly person: { readonly id: string } | null; readonly officeIds: readonly string[] };
  /** The running campaign: an office's roles are held in it and do not reach into another one. */
  readonly campaign: Campaign;
}

/** In what capacities the caller may act on a request; empty means that for this caller there is no such request. */
export function actorsOf({ caller, campaign }: Asking, request: Pick<StoredRequest, 'personId' | 'officeId' | 'campaignId'>): readonly RequestActor[] {
  const isOwner = caller.person !== null && request.personId === caller.person.id;
  const isOfficer = request.campaignId === campaign.id && caller.officeIds.includes(request.officeId);
  const isBureau = isOfficer && campaign.offices.some(({ id, bureau }) => bureau && id === request.officeId);
  return [...(isOwner ? ['owner' as const] : []), ...(isOfficer ? ['officer' as const] : []), ...(isBureau ? ['bureau' as const] : [])];
}

export const movesOf = (state: RequestState, actors: readonly RequestActor[]): readonly RequestChange[] =>
  requestChanges.filter((change) => nextState(state, change, actors) !== null);

/** The same for a request that does not exist and for one that is not the caller's to see. */
export const refuseUnknown = (): Refusal => refuse('not_found', '没有找到这份申请。');

export interface ChangeableRequest {
  readonly request: StoredRequest;
  /** The one the request belongs to. */
  readonly campaign: Campaign;
  /** The state after the change. */
  readonly state: RequestState;
}

type ChangeName = 'request.accept' | 'request.return' | 'request.transfer' | 'request.complete' | 'request.withdraw';

/**
 * Locks a request for a change. What the caller may not see is `not_found`; what this caller may not do `forbidden`;
 * what somebody else has meanwhile changed, or what is no longer possible, `conflict`.
 */
export async function lockForChange(
  context: Pick<Context<ChangeName>, 'db' | 'caller' | 'campaign'>,
  { id, version }: { readonly id: string; readonly version: number },
  change: RequestChange,
): Promise<ChangeableRequest | Refusal> {
  const request = await lockRequest(context.db, id);
  const actors = request ? actorsOf(context, request) : [];
  if (!request || actors.length === 0) return refuseUnknown();
  if (!actors.includes(transitions[change].by)) return refuse('forbidden');
  const state = nextState(request.state, change, actors);
  if (request.version !== version || state === null) return refuse('conflict', '这份申请刚刚有了变化，请刷新后再操作。');
  return { request, campaign: await campaignOf(context, request.campaignId), state };
}
