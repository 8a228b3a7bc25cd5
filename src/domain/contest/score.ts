import { isCorrect } from '../grade';
import type { PaperQuestion } from './paper';

/** `half`: part of the right options and none of the wrong ones is worth half the points of a multiple choice. */
export type PartialCredit = 'none' | 'half';

/** What decides about an answer. A voided question gives its points to everyone who was asked it. */
export interface Key {
  readonly type: 'single' | 'multiple' | 'judgement';
  /** Indices in the question's own numbering. */
  readonly key: readonly number[];
  readonly voided: boolean;
}

export interface Score {
  readonly score: number;
  readonly correctCount: number;
  /** Points by question, in the paper's order. */
  readonly earned: readonly number[];
}

/** Indices of the right options as they are shown. */
export const shownKey = (optionOrder: readonly number[], key: readonly number[]): number[] =>
  optionOrder.flatMap((original, shown) => (key.includes(original) ? [shown] : []));

/**
 * The points for one answer. Nothing chosen earns nothing.
 *
 * @param chosen indices as shown
 */
export function pointsFor({ points, optionOrder }: PaperQuestion, chosen: readonly number[], { type, key, voided }: Key, partial: PartialCredit): number {
  if (voided) return points;
  if (chosen.length === 0) return 0;
  const right = shownKey(optionOrder, key);
  if (isCorrect(chosen, right)) return points;
  const halfRight = partial === 'half' && type === 'multiple' && chosen.every((index) => right.includes(index));
  return halfRight ? Math.floor(points / 2) : 0;
}

/**
 * Grades a whole paper.
 *
 * @param answers chosen indices as shown, by question id; a missing one was not answered
 * @throws when a question of the paper has no key
 */
export function gradePaper(
  paper: readonly PaperQuestion[],
  answers: Readonly<Record<string, readonly number[]>>,
  keys: ReadonlyMap<string, Key>,
  partial: PartialCredit,
): Score {
  const earned = paper.map((question) => {
    const key = keys.get(question.id);
    if (!key) throw new Error(`There is no key for ${question.id}.`);
    return pointsFor(question, answers[question.id] ?? [], key, partial);
  });
  return {
    score: earned.reduce((sum, points) => sum + points, 0),
    correctCount: paper.filter(({ points }, index) => earned[index] === points).length,
    earned,
  };
}
