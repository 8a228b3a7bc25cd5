import fc from 'fast-check';
import { gradePaper, pointsFor, shownKey, type Key } from '../../../src/domain/contest/score';
import { shuffled } from '../../../src/domain/draw';

const key = (type: Key['type'], ...right: number[]): Key => ({ type, key: right, voided: false });
const asked = (points: number, ...optionOrder: number[]) => ({ id: 'q', points, optionOrder });

describe('points for an answer', () => {
  // Shown 0 is the question's option 2, and so on: the key 0 and 2 is shown as 0 and 3.
  const question = asked(6, 2, 1, 3, 0);
  const multiple = key('multiple', 0, 2);

  test('finds the key where it is shown', () => {
    expect(shownKey(question.optionOrder, multiple.key)).toEqual([0, 3]);
  });

  test.each<[string, number[], number, number]>([
    ['every right option', [3, 0], 6, 6],
    ['part of the right options', [3], 0, 3],
    ['a wrong one among the right ones', [0, 1, 3], 0, 0],
    ['a right and a wrong one', [0, 1], 0, 0],
    ['only wrong ones', [1], 0, 0],
    ['nothing', [], 0, 0],
  ])('%s', (_, chosen, none, half) => {
    expect(pointsFor(question, chosen, multiple, 'none')).toBe(none);
    expect(pointsFor(question, chosen, multiple, 'half')).toBe(half);
  });

  test('half of an odd number is rounded down', () => {
    expect(pointsFor(asked(5, 0, 1, 2), [0], key('multiple', 0, 1), 'half')).toBe(2);
  });

  test('a single choice has no half', () => {
    expect(pointsFor(asked(5, 0, 1, 2), [0, 1], key('single', 0), 'half')).toBe(0);
  });

  test('a voided question gives its points to everyone who was asked it', () => {
    for (const chosen of [[], [0], [1], [0, 1, 2, 3]]) expect(pointsFor(question, chosen, { ...multiple, voided: true }, 'none')).toBe(6);
  });
});

interface Case {
  readonly question: ReturnType<typeof asked>;
  readonly key: Key;
  readonly chosen: readonly number[];
}

const anyCase: fc.Arbitrary<Case> = fc.integer({ min: 2, max: 8 }).chain((count) => {
  const options = Array.from({ length: count }, (_, index) => index);
  return fc.record({
    question: fc.tuple(fc.integer({ min: 1, max: 100 }), fc.infiniteStream(fc.nat())).map(([points, stream]) => {
      const order = shuffled(options, (below) => (stream.next().value ?? 0) % below);
      return asked(points, ...order);
    }),
    key: fc.record({
      type: fc.constantFrom<Key['type']>('single', 'multiple', 'judgement'),
      key: fc.subarray(options, { minLength: 1 }),
      voided: fc.constant(false),
    }),
    chosen: fc.subarray(options),
  });
});

describe('any answer to any question', () => {
  const partials = fc.constantFrom<'none' | 'half'>('none', 'half');

  test('earns from nothing up to the points of the question, in whole points', () => {
    fc.assert(
      fc.property(anyCase, partials, fc.boolean(), ({ question, key: known, chosen }, partial, voided) => {
        const points = pointsFor(question, chosen, { ...known, voided }, partial);
        expect(Number.isInteger(points) && points >= 0 && points <= question.points).toBe(true);
      }),
    );
  });

  test('earns everything with the whole key, and nothing with any wrong option', () => {
    fc.assert(
      fc.property(anyCase, partials, ({ question, key: known, chosen }, partial) => {
        const right = shownKey(question.optionOrder, known.key);
        expect(pointsFor(question, [...right].reverse(), known, partial)).toBe(question.points);
        if (chosen.some((index) => !right.includes(index))) expect(pointsFor(question, chosen, known, partial)).toBe(0);
      }),
    );
  });
});

describe('a paper', () => {
  const paper = [
    { id: 'a', points: 5, optionOrder: [1, 0, 2] },
    { id: 'b', points: 6, optionOrder: [0, 1, 2, 3] },
    { id: 'c', points: 4, optionOrder: [0, 1] },
  ];
  const keys = new Map<string, Key>([
    ['a', key('single', 0)],
    ['b', key('multiple', 1, 2)],
    ['c', key('judgement', 1)],
  ]);

  test('is the sum of its questions, in its own order; a half is not correct', () => {
    expect(gradePaper(paper, { a: [1], b: [1] }, keys, 'half')).toEqual({ score: 8, correctCount: 1, earned: [5, 3, 0] });
    expect(gradePaper(paper, {}, keys, 'half')).toEqual({ score: 0, correctCount: 0, earned: [0, 0, 0] });
    expect(gradePaper(paper, { a: [1], b: [2, 1], c: [1] }, keys, 'none')).toEqual({ score: 15, correctCount: 3, earned: [5, 6, 4] });
  });

  test('counts a voided question as correct', () => {
    const voided = new Map(keys).set('c', { ...key('judgement', 1), voided: true });
    expect(gradePaper(paper, {}, voided, 'none')).toEqual({ score: 4, correctCount: 1, earned: [0, 0, 4] });
  });

  test('takes no notice of answers to other questions', () => {
    expect(gradePaper(paper, { z: [0] }, keys, 'none').score).toBe(0);
  });

  test('cannot be graded without a key', () => {
    expect(() => gradePaper(paper, {}, new Map(), 'none')).toThrow('no key for a');
  });
});
