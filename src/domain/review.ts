import { addDays } from './china-time';

/**
 * Days to the next review after so many right answers in a row, the last one ending the review. After the
 * boxes of S. Leitner, So lernt man lernen (Herder, 1972): each is deeper than the one before, and a mistake goes back
 * to the first. The five of them fit into a month.
 */
const intervals = [1, 2, 4, 7, 15] as const;

export interface Review {
  /** `2017-09-08` */
  readonly dueOn: string;
  /** Since the last mistake. */
  readonly rightInARow: number;
}

/** Where a mistake begins, or begins again: it comes up the day after. */
export const firstReview = (today: string): Review => ({ dueOn: addDays(today, intervals[0]), rightInARow: 0 });

export const isDue = ({ dueOn }: Pick<Review, 'dueOn'>, today: string): boolean => dueOn <= today;

/**
 * What a right answer makes of a review; null when it was the last one needed. Before its day it changes nothing:
 * answering at once again shows what is fresh, not what is remembered.
 */
export function reviewAfterRight(review: Review, today: string): Review | null {
  if (!isDue(review, today)) return review;
  const rightInARow = review.rightInARow + 1;
  const days = intervals[rightInARow];
  return days === undefined ? null : { dueOn: addDays(today, days), rightInARow };
}
