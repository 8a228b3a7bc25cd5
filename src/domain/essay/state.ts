/**
 * Where an essay is.
 *
 * - `submitted`: waits for the review.
 * - `returned`: waits for its author, who may mend it and submit it again.
 * - `accepted`: stands in the gallery.
 * - `declined`: not taken up.
 * - `taken-down`: taken out of the gallery again by the reviewing office.
 * - `withdrawn`: taken back by its author.
 */
export type EssayState = 'submitted' | 'returned' | 'accepted' | 'declined' | 'taken-down' | 'withdrawn';

export const essayStates = ['submitted', 'returned', 'accepted', 'declined', 'taken-down', 'withdrawn'] as const satisfies readonly EssayState[];

export type EssayChange = 'resubmit' | 'accept' | 'return' | 'decline' | 'take-down' | 'withdraw';

export const essayChanges = ['resubmit', 'accept', 'return', 'decline', 'take-down', 'withdraw'] as const satisfies readonly EssayChange[];

export type EssayActor = 'author' | 'reviewer';

const transitions = {
  resubmit: { from: ['returned'], to: 'submitted', by: 'author' },
  accept: { from: ['submitted'], to: 'accepted', by: 'reviewer' },
  return: { from: ['submitted'], to: 'returned', by: 'reviewer' },
  decline: { from: ['submitted'], to: 'declined', by: 'reviewer' },
  'take-down': { from: ['accepted'], to: 'taken-down', by: 'reviewer' },
  withdraw: { from: ['submitted', 'returned', 'accepted'], to: 'withdrawn', by: 'author' },
} as const satisfies Readonly<Record<EssayChange, { from: readonly EssayState[]; to: EssayState; by: EssayActor }>>;

/** The state after a change; null where the change is not possible, or not this actor's. Nobody reviews an own essay. */
export function nextEssayState(state: EssayState, change: EssayChange, actors: readonly EssayActor[]): EssayState | null {
  const { from, to, by } = transitions[change];
  const ownReview = by === 'reviewer' && actors.includes('author');
  return (from as readonly EssayState[]).includes(state) && actors.includes(by) && !ownReview ? to : null;
}

/** What the actor may do now. */
export const essayMoves = (state: EssayState, actors: readonly EssayActor[]): readonly EssayChange[] =>
  essayChanges.filter((change) => nextEssayState(state, change, actors) !== null);

export const essayStateNames = {
  submitted: '等待评审',
  returned: '请修改',
  accepted: '已入选展示',
  declined: '未入选',
  'taken-down': '已撤下',
  withdrawn: '已撤回',
} as const satisfies Readonly<Record<EssayState, string>>;
