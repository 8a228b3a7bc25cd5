/** How many questions a practice has, if there are so many. */
export const questionsPerPractice = 10;

/** How many the check of a lesson has. */
export const questionsPerCheck = 3;

/** A random integer from 0 up to but not including `below`. */
export type RandomBelow = (below: number) => number;

/** The same items in an order of which each is equally likely: one after another is taken from a random place among those left (Fisher–Yates). */
export function shuffled<Item>(items: readonly Item[], randomBelow: RandomBelow): Item[] {
  const pool = [...items];
  const result: Item[] = [];
  while (pool.length > 0) result.push(...pool.splice(randomBelow(pool.length), 1));
  return result;
}

/** How a question stands with the person who practises: `open` was never answered. */
export type Standing = 'open' | 'wrong' | 'right';

const turns: Readonly<Record<Standing, number>> = { open: 0, wrong: 1, right: 2 };

/**
 * Draws questions at random: never answered ones first, then those answered wrong last time, then the others. The
 * drawn ones come in random order, so that the order does not tell how they stood.
 */
export function draw<Question extends { readonly standing: Standing }>(
  questions: readonly Question[],
  count: number,
  randomBelow: RandomBelow,
): Question[] {
  // The sort is stable, so chance decides among equals.
  const byTurn = shuffled(questions, randomBelow).sort((a, b) => turns[a.standing] - turns[b.standing]);
  return shuffled(byTurn.slice(0, count), randomBelow);
}

/** `optionOrder[shown]` is the option's index in the question. 正确、错误 keep their order, as people expect them. */
export function optionOrder(type: 'single' | 'multiple' | 'judgement', optionCount: number, randomBelow: RandomBelow): number[] {
  const asWritten = Array.from({ length: optionCount }, (_, index) => index);
  return type === 'judgement' ? asWritten : shuffled(asWritten, randomBelow);
}
