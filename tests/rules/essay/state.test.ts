import { essayLength } from '../../../src/domain/essay/length';
import { essayChanges, essayMoves, essayStates, nextEssayState, type EssayActor, type EssayChange, type EssayState } from '../../../src/domain/essay/state';

const allowed: readonly (readonly [EssayState, EssayChange, EssayActor, EssayState])[] = [
  ['submitted', 'accept', 'reviewer', 'accepted'],
  ['submitted', 'return', 'reviewer', 'returned'],
  ['submitted', 'decline', 'reviewer', 'declined'],
  ['accepted', 'take-down', 'reviewer', 'taken-down'],
  ['returned', 'resubmit', 'author', 'submitted'],
  ['submitted', 'withdraw', 'author', 'withdrawn'],
  ['returned', 'withdraw', 'author', 'withdrawn'],
  ['accepted', 'withdraw', 'author', 'withdrawn'],
];

describe('an essay', () => {
  test('goes from state to state by these ways and no others', () => {
    const found = essayStates.flatMap((state) =>
      essayChanges.flatMap((change) =>
        (['author', 'reviewer'] as const).flatMap((actor) => {
          const after = nextEssayState(state, change, [actor]);
          return after === null ? [] : [[state, change, actor, after]];
        }),
      ),
    );
    expect([...found].sort()).toEqual([...allowed].sort());
  });

  test('is never reviewed by whoever wrote it', () => {
    expect(essayMoves('submitted', ['author', 'reviewer'])).toEqual(['withdraw']);
    expect(essayMoves('accepted', ['author', 'reviewer'])).toEqual(['withdraw']);
  });

  test.each([
    ['质量', 2],
    ['质 量\n\n月', 3],
    ['　全角空格　', 4],
    ['👍🏻好', 3],
    ['', 0],
  ])('%j counts %i characters', (text, length) => {
    expect(essayLength(text)).toBe(length);
  });
});
