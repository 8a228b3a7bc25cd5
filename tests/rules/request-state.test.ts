import {
  nextState,
  requestChanges,
  stateLabels,
  type RequestActor,
  type RequestChange,
  type RequestState,
} from '../../src/domain/request/state';

type Cell = RequestState | '-';

// Every state × change × actor. A dash: not possible from here, or not for this actor.
const table: Record<RequestState, Record<RequestChange, Record<RequestActor, Cell>>> = {
  submitted: {
    accept: { owner: '-', officer: 'accepted', bureau: '-' },
    return: { owner: '-', officer: 'returned', bureau: '-' },
    transfer: { owner: '-', officer: '-', bureau: 'submitted' },
    complete: { owner: '-', officer: '-', bureau: '-' },
    withdraw: { owner: 'withdrawn', officer: '-', bureau: '-' },
  },
  returned: {
    accept: { owner: '-', officer: '-', bureau: '-' },
    return: { owner: '-', officer: '-', bureau: '-' },
    transfer: { owner: '-', officer: '-', bureau: '-' },
    complete: { owner: 'submitted', officer: '-', bureau: '-' },
    withdraw: { owner: 'withdrawn', officer: '-', bureau: '-' },
  },
  accepted: {
    accept: { owner: '-', officer: '-', bureau: '-' },
    return: { owner: '-', officer: '-', bureau: '-' },
    transfer: { owner: '-', officer: '-', bureau: '-' },
    complete: { owner: '-', officer: '-', bureau: '-' },
    withdraw: { owner: 'withdrawn', officer: '-', bureau: '-' },
  },
  withdrawn: {
    accept: { owner: '-', officer: '-', bureau: '-' },
    return: { owner: '-', officer: '-', bureau: '-' },
    transfer: { owner: '-', officer: '-', bureau: '-' },
    complete: { owner: '-', officer: '-', bureau: '-' },
    withdraw: { owner: '-', officer: '-', bureau: '-' },
  },
};

const actors: readonly RequestActor[] = ['owner', 'officer', 'bureau'];
const states = Object.keys(stateLabels) as RequestState[];
const cells = states.flatMap((state) => requestChanges.flatMap((change) => actors.map((actor) => [state, change, actor] as const)));

describe('request state', () => {
  test('has a cell for every state, change and actor', () => {
    expect(cells).toHaveLength(4 * 5 * 3);
  });

  test.each(cells)('%s, %s by %s', (state, change, actor) => {
    expect(nextState(state, change, [actor]) ?? '-').toBe(table[state][change][actor]);
  });

  test('gives nothing to somebody without a capacity', () => {
    for (const [state, change] of cells) expect(nextState(state, change, [])).toBeNull();
  });

  test('gives an officer of the bureau both capacities', () => {
    expect(nextState('submitted', 'accept', ['officer', 'bureau'])).toBe('accepted');
    expect(nextState('submitted', 'transfer', ['officer', 'bureau'])).toBe('submitted');
  });
});
