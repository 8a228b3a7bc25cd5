/**
 * Where a service request is.
 *
 * `submitted` waits for its office; `returned` waits for the firm; `accepted` and `withdrawn` are the ends for now:
 * sending experts out continues from `accepted`.
 */
export type RequestState = 'submitted' | 'returned' | 'accepted' | 'withdrawn';

export type RequestChange = 'accept' | 'return' | 'transfer' | 'complete' | 'withdraw';

/** In what capacity a person acts on a request; one person may have several. */
export type RequestActor = 'owner' | 'officer' | 'bureau';

interface Transition {
  readonly from: readonly RequestState[];
  readonly to: RequestState;
  readonly by: RequestActor;
}

export const transitions = {
  accept: { from: ['submitted'], to: 'accepted', by: 'officer' },
  return: { from: ['submitted'], to: 'returned', by: 'officer' },
  // The bureau receives what no office's name covers, and passes it on before anybody has answered.
  transfer: { from: ['submitted'], to: 'submitted', by: 'bureau' },
  complete: { from: ['returned'], to: 'submitted', by: 'owner' },
  withdraw: { from: ['submitted', 'returned', 'accepted'], to: 'withdrawn', by: 'owner' },
} as const satisfies Record<RequestChange, Transition>;

export const requestChanges = Object.keys(transitions) as readonly RequestChange[];

/** The state after a change; null when the change is not possible from here or not for this actor. */
export function nextState(state: RequestState, change: RequestChange, actors: readonly RequestActor[]): RequestState | null {
  const { from, to, by }: Transition = transitions[change];
  return from.includes(state) && actors.includes(by) ? to : null;
}

export const stateLabels = {
  submitted: '已提交，等待受理',
  returned: '退回补充',
  accepted: '已受理',
  withdrawn: '已撤回',
} as const satisfies Record<RequestState, string>;
