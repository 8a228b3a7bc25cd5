import { nextState, requestChanges, stateLabels, transitions, type RequestActor, type RequestFacts, type RequestState } from '../../../src/domain/request/state';
import { possible, states } from '../../support/request-table';

const actors: readonly RequestActor[] = ['owner', 'follower', 'officer', 'dispatcher', 'expert'];
/** Every way to be one, several or none of them. */
const actorSets = Array.from({ length: 2 ** actors.length }, (_, mask) => actors.filter((__, bit) => mask & (1 << bit)));

const facts = (state: RequestState, changes: Partial<RequestFacts> = {}): RequestFacts => ({ state, kindHasVisits: true, transferCount: 0, reopenedCount: 0, answered: false, paused: false, ...changes });

describe('the states of a request', () => {
  test('are those of the table', () => {
    expect([...states].sort()).toEqual(Object.keys(stateLabels).sort());
    expect([...requestChanges].sort()).toEqual(Object.keys(transitions).sort());
  });

  test.each(states)('%s: every change by every set of actors', (state) => {
    for (const change of requestChanges) {
      const cell = possible[state][change];
      for (const set of actorSets) {
        const expected = cell && set.some((actor) => cell.by.includes(actor)) ? cell.to : null;
        expect({ change, set, to: nextState(facts(state), change, set) }).toEqual({ change, set, to: expected });
      }
    }
  });

  test.each(states)('%s: without visits in the kind nobody is sent', (state) => {
    for (const change of ['assign', 'schedule', 'unschedule', 'visit'] as const) expect(nextState(facts(state, { kindHasVisits: false }), change, actors)).toBeNull();
  });

  test('a third transfer is a dispatcher’s', () => {
    const by = (transferCount: number, actor: RequestActor) => nextState(facts('submitted', { transferCount }), 'transfer', [actor]);
    expect([0, 1, 2, 3].map((count) => by(count, 'officer'))).toEqual(['submitted', 'submitted', null, null]);
    expect([0, 1, 2, 3].map((count) => by(count, 'dispatcher'))).toEqual(['submitted', 'submitted', 'submitted', 'submitted']);
  });

  test('it is reopened once', () => {
    expect([0, 1].map((reopenedCount) => nextState(facts('concluded', { reopenedCount }), 'reopen', ['owner']))).toEqual(['reopened', null]);
  });

  test.each(states)('%s: it goes on only when paused, and is paused only when not', (state) => {
    const pausable = ['accepted', 'assigned', 'visited'].includes(state);
    for (const paused of [false, true]) {
      expect(nextState(facts(state, { paused }), 'pause', ['officer'])).toBe(pausable && !paused ? state : null);
      expect(nextState(facts(state, { paused }), 'resume', ['officer'])).toBe(pausable && paused ? state : null);
    }
  });
});

describe('declining', () => {
  test('is for what no office has accepted, and never for what came back as not solved', () => {
    expect(nextState(facts('submitted'), 'decline', ['officer'])).toBe('declined');
    expect(nextState(facts('submitted', { answered: true }), 'decline', ['officer'])).toBeNull();
    expect(nextState(facts('submitted', { reopenedCount: 1 }), 'decline', ['dispatcher'])).toBeNull();
  });
});
