/**
 * Where a service request is.
 *
 * `submitted` and `reopened` wait for their office, `returned` and `concluded` for the firm. `confirmed`, `declined`,
 * `withdrawn` and `merged` are ends.
 */
export type RequestState =
  | 'submitted'
  | 'returned'
  | 'reopened'
  | 'accepted'
  | 'assigned'
  | 'scheduled'
  | 'visited'
  | 'concluded'
  | 'confirmed'
  | 'declined'
  | 'withdrawn'
  | 'merged';

/** How a request was concluded. `not-our-duty` always names whose it is. */
export type RequestOutcome = 'resolved' | 'advised' | 'not-our-duty';

export type RequestChange =
  | 'accept'
  | 'return'
  | 'decline'
  | 'transfer'
  | 'complete'
  | 'assign'
  | 'schedule'
  | 'unschedule'
  | 'visit'
  | 'pause'
  | 'resume'
  | 'conclude'
  | 'confirm'
  | 'reopen'
  | 'merge'
  | 'withdraw';

/**
 * In what capacity a person acts on a request; one person may have several. A `follower` is a colleague whom the owner
 * let in; an `expert` is the one assigned; a `dispatcher` may do in every office what its officers may.
 */
export type RequestActor = 'owner' | 'follower' | 'officer' | 'dispatcher' | 'expert';

interface Transition {
  readonly from: readonly RequestState[];
  /** Null: the state stays, only the promise clock changes. */
  readonly to: RequestState | null;
  readonly by: readonly RequestActor[];
}

const office = ['officer', 'dispatcher'] as const;

export const transitions = {
  accept: { from: ['submitted', 'reopened'], to: 'accepted', by: office },
  return: { from: ['submitted', 'reopened'], to: 'returned', by: office },
  decline: { from: ['submitted'], to: 'declined', by: office },
  transfer: { from: ['submitted', 'reopened', 'accepted'], to: 'submitted', by: office },
  complete: { from: ['returned'], to: 'submitted', by: ['owner'] },
  assign: { from: ['accepted', 'assigned'], to: 'assigned', by: office },
  schedule: { from: ['assigned', 'scheduled'], to: 'scheduled', by: office },
  unschedule: { from: ['scheduled'], to: 'assigned', by: office },
  visit: { from: ['scheduled'], to: 'visited', by: ['expert', 'dispatcher'] },
  pause: { from: ['accepted', 'assigned', 'visited'], to: null, by: office },
  resume: { from: ['accepted', 'assigned', 'visited'], to: null, by: office },
  conclude: { from: ['accepted', 'assigned', 'visited'], to: 'concluded', by: office },
  confirm: { from: ['concluded'], to: 'confirmed', by: ['owner'] },
  reopen: { from: ['concluded'], to: 'reopened', by: ['owner'] },
  merge: { from: ['submitted', 'reopened', 'accepted'], to: 'merged', by: office },
  withdraw: { from: ['submitted', 'returned', 'reopened', 'accepted', 'assigned', 'scheduled'], to: 'withdrawn', by: ['owner'] },
} as const satisfies Record<RequestChange, Transition>;

export const requestChanges = Object.keys(transitions) as readonly RequestChange[];

/** What decides about a change beside state and actor. */
export interface RequestFacts {
  readonly state: RequestState;
  /** Whether experts are sent out for this kind of request. */
  readonly kindHasVisits: boolean;
  readonly transferCount: number;
  readonly reopenedCount: number;
  /** Some office has accepted it since it was filed or reopened. */
  readonly answered: boolean;
  readonly paused: boolean;
}

/** An office may pass a request on twice; after that a dispatcher decides where it belongs. */
export const TRANSFERS_BY_OFFICES = 2;
/** “Not solved” goes once to whoever is above the office; their conclusion stands. */
export const REOPENINGS = 1;

/** The state after a change; null when it is not possible from here or not for this actor. */
export function nextState(facts: RequestFacts, change: RequestChange, actors: readonly RequestActor[]): RequestState | null {
  const { from, to, by }: Transition = transitions[change];
  if (!from.includes(facts.state) || !by.some((actor) => actors.includes(actor)) || !isAllowed(facts, change, actors)) return null;
  return to ?? facts.state;
}

function isAllowed({ kindHasVisits, transferCount, reopenedCount, answered, paused }: RequestFacts, change: RequestChange, actors: readonly RequestActor[]): boolean {
  if (change === 'transfer') return transferCount < TRANSFERS_BY_OFFICES || actors.includes('dispatcher');
  // Who was accepted, or came back with “not solved”, gets a conclusion, whichever way the request has gone since.
  if (change === 'decline') return !answered && reopenedCount === 0;
  if (change === 'reopen') return reopenedCount < REOPENINGS;
  if (change === 'pause') return !paused;
  if (change === 'resume') return paused;
  return kindHasVisits || !visitChanges.has(change);
}

const visitChanges: ReadonlySet<RequestChange> = new Set(['assign', 'schedule', 'unschedule', 'visit']);

/** Nothing can be done to it any more, except that a concluded one is confirmed or reopened. */
export const isClosed = (state: RequestState): boolean => ['concluded', 'confirmed', 'declined', 'withdrawn', 'merged'].includes(state);

/** A concluded request can still be talked about; one that ended for good cannot. */
export const mayBeTalkedAbout = (state: RequestState): boolean => state === 'concluded' || !isClosed(state);

export const stateLabels = {
  submitted: '已提交，等待受理',
  returned: '退回补充',
  reopened: '重新办理，等待受理',
  accepted: '已受理',
  assigned: '已安排专家',
  scheduled: '已约定上门',
  visited: '已上门',
  concluded: '已办结，等您确认',
  confirmed: '已确认办结',
  declined: '不予受理',
  withdrawn: '已撤回',
  merged: '已并案',
} as const satisfies Record<RequestState, string>;

export const outcomeLabels = {
  resolved: '问题已解决',
  advised: '已给出意见',
  'not-our-duty': '不属于本单位职责',
} as const satisfies Record<RequestOutcome, string>;
