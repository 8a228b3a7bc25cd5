import type { Kysely, Transaction } from 'kysely';
import { nextState, requestChanges, transitions, type RequestActor, type RequestChange } from '../../src/domain/request/state';
import { campaignOf } from '../campaign/campaign-of';
import type { Campaign } from '../campaign/schema';
import { refuse, Refusal } from '../refusal';
import { findRelations, lockRequest, type StoredRequest } from '../storage/request/request-store';
import type { Database } from '../storage/tables';
import type { Caller } from '../use-case';
import { factsOf } from './change-request';

interface Asking {
  readonly db: Kysely<Database>;
  readonly caller: Caller;
  /** The running campaign: roles are held in it and do not reach into another one. */
  readonly campaign: Campaign;
}

/** In what capacities the caller may act on a request; empty means that for this caller there is no such request. */
export async function actorsOf({ db, caller, campaign }: Asking, request: Pick<StoredRequest, 'id' | 'personId' | 'officeId' | 'campaignId' | 'expertId'>): Promise<readonly RequestActor[]> {
  if (!caller.person) return [];
  const { follows, isExpert } = await findRelations(db, request, caller.person.id);
  const here = request.campaignId === campaign.id;
  const held: Readonly<Record<RequestActor, boolean>> = {
    owner: request.personId === caller.person.id,
    follower: follows,
    officer: here && caller.officeIds.includes(request.officeId),
    dispatcher: here && caller.roles.includes('dispatcher'),
    expert: here && isExpert && caller.roles.includes('expert'),
  };
  return (Object.keys(held) as RequestActor[]).filter((actor) => held[actor]);
}

/** On the office's side of the counter: sees notes, contacts and what the office may do. */
export const isOffice = (actors: readonly RequestActor[]): boolean => actors.includes('officer') || actors.includes('dispatcher');

/** Reads and writes the notes that the firm never sees. */
export const isInside = (actors: readonly RequestActor[]): boolean => isOffice(actors) || actors.includes('expert');

export const movesOf = (request: StoredRequest, campaign: Campaign, actors: readonly RequestActor[]): readonly RequestChange[] =>
  requestChanges.filter((change) => nextState(factsOf(request, campaign), change, actors) !== null);

/** The same for a request that does not exist and for one that is not the caller's to see. */
export const refuseUnknown = (): Refusal => refuse('not_found', '没有找到这份申请。');

export const refuseChanged = (): Refusal => refuse('conflict', '这份申请刚刚有了变化，请刷新后再操作。');

export interface LockedRequest {
  readonly request: StoredRequest;
  /** The one the request belongs to. */
  readonly campaign: Campaign;
  readonly actors: readonly RequestActor[];
}

/** Locks a request that the caller may see, whatever may be done with it. */
export async function lockVisible(context: Asking & { readonly db: Transaction<Database> }, id: string): Promise<LockedRequest | Refusal> {
  const request = await lockRequest(context.db, id);
  const actors = request ? await actorsOf(context, request) : [];
  if (!request || actors.length === 0) return refuseUnknown();
  return { request, actors, campaign: await campaignOf(context, request.campaignId) };
}

/**
 * Locks a request for a change. What the caller may not see is `not_found`; what this caller may not do `forbidden`;
 * what somebody else has meanwhile changed, or what is no longer possible, `conflict`.
 */
export async function lockForChange(
  context: Asking & { readonly db: Transaction<Database> },
  { id, version }: { readonly id: string; readonly version: number },
  change: RequestChange,
): Promise<LockedRequest | Refusal> {
  const locked = await lockVisible(context, id);
  if (locked instanceof Refusal) return locked;
  const { request, campaign, actors } = locked;
  const by: readonly RequestActor[] = transitions[change].by;
  if (!actors.some((actor) => by.includes(actor))) return refuse('forbidden');
  if (request.version !== version) return refuseChanged();
  if (nextState(factsOf(request, campaign), change, actors) === null) return refuseImpossible(request, campaign, change);
  return locked;
}

/** Says why, where a person can do something about it. */
function refuseImpossible(request: StoredRequest, campaign: Campaign, change: RequestChange): Refusal {
  const facts = factsOf(request, campaign);
  if (change === 'transfer' && nextState(facts, 'transfer', ['dispatcher']) !== null) return refuse('forbidden', '这份申请已经转办两次，再转办请由调度人员决定。');
  if (change === 'reopen' && request.state === 'concluded') return refuse('conflict', '这份申请已经重新办理过一次，如有新的问题，请提交新的申请。');
  return refuseChanged();
}
