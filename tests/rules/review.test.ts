import fc from 'fast-check';
import { addDays } from '../../src/domain/china-time';
import { firstReview, isDue, reviewAfterRight, type Review } from '../../src/domain/review';

const today = '2017-09-07';

describe('review', () => {
  test('of a mistake begins the day after it', () => {
    expect(firstReview(today)).toEqual({ dueOn: '2017-09-08', rightInARow: 0 });
    expect(firstReview('2017-09-30').dueOn).toBe('2017-10-01');
  });

  test('is due on its day and on every later one', () => {
    expect(['2017-09-06', '2017-09-07', '2017-09-08'].map((dueOn) => isDue({ dueOn }, today))).toEqual([true, true, false]);
  });

  test('comes up after 1, 2, 4, 7 and 15 days, and leaves with the fifth right answer', () => {
    const days: string[] = [];
    for (let review: Review | null = firstReview('2017-09-01'); review; review = reviewAfterRight(review, review.dueOn)) days.push(review.dueOn);
    expect(days).toEqual(['2017-09-02', '2017-09-04', '2017-09-08', '2017-09-15', '2017-09-30']);
  });

  test('done late goes on from the day it was done', () => {
    expect(reviewAfterRight({ dueOn: '2017-09-02', rightInARow: 1 }, today)).toEqual({ dueOn: '2017-09-11', rightInARow: 2 });
  });

  test('done early stays as it is, however often', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 4 }), (days, rightInARow) => {
        const review = { dueOn: addDays(today, days), rightInARow };
        expect(reviewAfterRight(review, today)).toEqual(review);
      }),
    );
  });
});
