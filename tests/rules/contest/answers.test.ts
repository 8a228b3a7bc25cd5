import fc from 'fast-check';
import { isNewer, latestRevision, mergeAnswers, type SavedAnswers } from '../../../src/domain/contest/answers';

const answer = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.uniqueArray(fc.nat(3)).map((chosen) => chosen.sort((a, b) => a - b)));
const answers: fc.Arbitrary<SavedAnswers> = fc.dictionary(fc.constantFrom('a', 'b', 'c'), answer, { noNullPrototype: true });

describe('of two answers to a question', () => {
  test.each<[SavedAnswers, SavedAnswers, SavedAnswers]>([
    [{ a: [2, [1]] }, { a: [1, [0, 1]] }, { a: [2, [1]] }],
    [{ a: [1, [1]] }, { a: [2, []] }, { a: [2, []] }],
    [{ a: [1, [3]] }, { a: [1, [0, 1]] }, { a: [1, [0, 1]] }],
    [{ a: [1, [0, 2]] }, { a: [1, [1, 2]] }, { a: [1, [1, 2]] }],
    [{ a: [1, [0]] }, { b: [1, [0]] }, { a: [1, [0]], b: [1, [0]] }],
  ])('of %j and %j stays %j', (one, other, kept) => {
    expect(mergeAnswers(one, other)).toEqual(kept);
    expect(mergeAnswers(other, one)).toEqual(kept);
  });

  test('none is newer than itself', () => {
    fc.assert(fc.property(answer, (given) => !isNewer(given, given)));
  });
});

test('what is kept depends neither on the order nor on repetition', () => {
  fc.assert(
    fc.property(fc.array(answers), fc.array(answers), (some, others) => {
      const merged = (all: readonly SavedAnswers[]) => all.reduce(mergeAnswers, {});
      expect(merged([...others, ...some, ...others])).toEqual(merged([...some, ...others]));
    }),
  );
});

test('the latest revision is the highest, and none without an answer', () => {
  expect(latestRevision({ a: [3, []], b: [7, [1]] })).toBe(7);
  expect(latestRevision({})).toBe(0);
});
