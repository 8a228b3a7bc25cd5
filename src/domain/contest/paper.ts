import { optionOrder, shuffled } from '../draw';
import { chanceFrom, hashOf, keyedHash } from './chance';

export type QuestionType = 'single' | 'multiple' | 'judgement';

/** A question as the draw sees it: nothing here says which options are right. */
export interface BankItem {
  readonly id: string;
  readonly topicId: string;
  readonly type: QuestionType;
  readonly difficulty: number;
  readonly optionCount: number;
  /** `wordsHash` of the stem and the options. */
  readonly words: string;
}

/** So many questions of a kind, each worth so many points. No topic or difficulty means any. */
export interface BlueprintRow {
  readonly topicId: string | null;
  readonly type: QuestionType;
  readonly difficulty: number | null;
  readonly count: number;
  readonly points: number;
}

export interface PaperQuestion {
  readonly id: string;
  readonly points: number;
  /** `optionOrder[shown]` is the option's index in the question. */
  readonly optionOrder: readonly number[];
}

/** What an attempt's paper follows from, besides the seed. */
export interface PaperCall {
  readonly contestId: string;
  /** The entrant's public code. */
  readonly entrantCode: string;
  /** 1-based. */
  readonly attemptNumber: number;
  /** Chosen by the entrant's own device, so that nobody who knows the seed can choose a paper for them. */
  readonly nonce: string;
}

export const wordsHash = (stem: string, options: readonly string[]): string => hashOf(JSON.stringify([stem, options]));

/** The bank and the blueprint as one text, in one spelling: what `bankHash` is the hash of. */
export const bankText = (contestId: string, blueprint: readonly BlueprintRow[], bank: readonly BankItem[]): string =>
  JSON.stringify({
    contest: contestId,
    blueprint: blueprint.map(({ topicId, type, difficulty, count, points }) => [topicId, type, difficulty, count, points]),
    bank: inOrder(bank).map(({ id, topicId, type, difficulty, optionCount, words }) => [id, topicId, type, difficulty, optionCount, words]),
  });

export const bankHash = (contestId: string, blueprint: readonly BlueprintRow[], bank: readonly BankItem[]): string =>
  hashOf(bankText(contestId, blueprint, bank));

/** What a seed is published as before the contest. */
export const seedHash = (seed: string): string => hashOf(seed);

// Not by locale: the order must be the same wherever it is recomputed.
const inOrder = (bank: readonly BankItem[]): BankItem[] => [...bank].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

/** The questions a blueprint row may draw from. */
export const fits = ({ topicId, type, difficulty }: BlueprintRow, item: BankItem): boolean =>
  (topicId === null || item.topicId === topicId) &&
  item.type === type &&
  (difficulty === null || item.difficulty === difficulty);

/**
 * Draws a paper. It follows from the seed and the call alone: row by row from the questions that fit and are not drawn
 * yet, then all of them in random order, then each one's options (正确、错误 keep theirs).
 *
 * @throws when a row asks for more questions than are left; the loader of a campaign makes sure that none does
 */
export function drawPaper(
  seed: string,
  { contestId, entrantCode, attemptNumber, nonce }: PaperCall,
  blueprint: readonly BlueprintRow[],
  bank: readonly BankItem[],
): PaperQuestion[] {
  const randomBelow = chanceFrom(keyedHash(seed, JSON.stringify(['paper', contestId, entrantCode, attemptNumber, nonce])));
  const drawn: { item: BankItem; points: number }[] = [];
  let left = inOrder(bank);
  for (const row of blueprint) {
    const items = shuffled(left.filter((item) => fits(row, item)), randomBelow).slice(0, row.count);
    if (items.length < row.count) throw new Error('The blueprint asks for more questions than the bank has.');
    for (const item of items) drawn.push({ item, points: row.points });
    left = left.filter((item) => !items.includes(item));
  }
  return shuffled(drawn, randomBelow).map(({ item, points }) => ({
    id: item.id,
    points,
    optionOrder: optionOrder(item.type, item.optionCount, randomBelow),
  }));
}
