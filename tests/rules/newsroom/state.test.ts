import { manuscriptChanges, manuscriptStates, nextState, type ManuscriptActor, type ManuscriptChange, type ManuscriptState } from '../../../src/domain/manuscript/state';

const actors = ['editor', 'bureau', 'reviewer', 'clock'] as const satisfies readonly ManuscriptActor[];

/** What leads where, for whom; everything that is not here is impossible. */
const possible: readonly (readonly [ManuscriptChange, ManuscriptState, ManuscriptState, ...ManuscriptActor[]])[] = [
  ['save', 'draft', 'draft', 'editor'],
  ['save', 'in-review', 'draft', 'editor'],
  ['save', 'approved', 'draft', 'editor'],
  ['save', 'scheduled', 'draft', 'editor'],
  ['save', 'published', 'draft', 'editor'],
  ['save', 'withdrawn', 'draft', 'editor'],
  ['submit', 'draft', 'in-review', 'editor'],
  ['submit', 'withdrawn', 'in-review', 'editor'],
  ['approve', 'in-review', 'approved', 'reviewer'],
  ['return', 'in-review', 'draft', 'reviewer'],
  ['publish', 'approved', 'published', 'editor', 'bureau'],
  ['publish', 'scheduled', 'published', 'editor', 'bureau'],
  ['schedule', 'approved', 'scheduled', 'editor', 'bureau'],
  ['schedule', 'scheduled', 'scheduled', 'editor', 'bureau'],
  ['unschedule', 'scheduled', 'approved', 'editor', 'bureau'],
  ['fall-due', 'scheduled', 'published', 'clock'],
  ['fall-back', 'scheduled', 'draft', 'clock'],
];

/** Of what the public can read, in whatever state the work on it is. */
const ofPublic: typeof possible = [
  ['pin', 'draft', 'draft', 'editor', 'bureau'],
  ['pin', 'in-review', 'in-review', 'editor', 'bureau'],
  ['pin', 'approved', 'approved', 'editor', 'bureau'],
  ['pin', 'scheduled', 'scheduled', 'editor', 'bureau'],
  ['pin', 'published', 'published', 'editor', 'bureau'],
  ['withdraw', 'draft', 'draft', 'editor', 'bureau'],
  ['withdraw', 'in-review', 'in-review', 'editor', 'bureau'],
  ['withdraw', 'approved', 'approved', 'editor', 'bureau'],
  ['withdraw', 'scheduled', 'approved', 'editor', 'bureau'],
  ['withdraw', 'published', 'withdrawn', 'editor', 'bureau'],
];

describe.each([
  { isPublic: false, expected: possible },
  { isPublic: true, expected: [...possible, ...ofPublic] },
])('a manuscript, public: $isPublic', ({ isPublic, expected }) => {
  test.each(manuscriptStates.flatMap((state) => manuscriptChanges.map((change) => ({ state, change }))))('that is $state: $change', ({ state, change }) => {
    for (const actor of actors) {
      const [, , to = null] = expected.find(([name, from, , ...by]) => name === change && from === state && by.includes(actor)) ?? [];
      expect([actor, nextState({ state, isPublic }, change, [actor])]).toEqual([actor, to]);
    }
    expect(nextState({ state, isPublic }, change, [])).toBeNull();
  });
});
