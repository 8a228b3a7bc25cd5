import fc from 'fast-check';
import { bankHash, drawPaper, fits, seedHash, wordsHash, type BankItem, type BlueprintRow, type PaperCall } from '../../../src/domain/contest/paper';
import { chiSquare, chiSquareLimit, tally } from '../../support/chi-square';
import { publishedBankHash, recomputedPaper, sha256 } from '../../support/verifier';

const contestId = 'sample-contest';
const seed = 'ab'.repeat(32);
const call: PaperCall = { contestId, entrantCode: '0123456789abcdef', attemptNumber: 1, nonce: 'f'.repeat(32) };

const bank: readonly BankItem[] = (['food', 'goods', 'safety'] as const).flatMap((topicId) =>
  (['single', 'multiple', 'judgement'] as const).flatMap((type) =>
    Array.from({ length: 6 }, (_, index) => ({
      id: `${topicId}-${type}-${index}`,
      topicId,
      type,
      difficulty: 1 + (index % 3),
      optionCount: type === 'judgement' ? 2 : 4,
      words: wordsHash(`${topicId} ${type} ${index}`, ['甲', '乙']),
    })),
  ),
);
const blueprint: readonly BlueprintRow[] = [
  { topicId: 'food', type: 'single', difficulty: null, count: 2, points: 5 },
  { topicId: null, type: 'single', difficulty: 3, count: 2, points: 6 },
  { topicId: null, type: 'single', difficulty: null, count: 3, points: 5 },
  { topicId: null, type: 'multiple', difficulty: null, count: 4, points: 6 },
  { topicId: 'safety', type: 'judgement', difficulty: null, count: 6, points: 4 },
];

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
const calls = fc.record({ contestId: text, entrantCode: text, attemptNumber: fc.integer({ min: 1, max: 100 }), nonce: text });

describe('a paper', () => {
  test('has what the blueprint asks for, each question once', () => {
    fc.assert(
      fc.property(text, calls, (anySeed, anyCall) => {
        const paper = drawPaper(anySeed, anyCall, blueprint, bank);
        expect(paper).toHaveLength(17);
        expect(new Set(paper.map(({ id }) => id)).size).toBe(17);
        const items = paper.map(({ id, points, optionOrder }) => {
          const item = bank.find((candidate) => candidate.id === id);
          if (!item) throw new Error(`${id} is not of the bank.`);
          expect([...optionOrder].sort()).toEqual([...Array(item.optionCount).keys()]);
          if (item.type === 'judgement') expect(optionOrder).toEqual([0, 1]);
          return { item, points };
        });
        for (const row of blueprint) expect(items.filter(({ item, points }) => fits(row, item) && points === row.points).length).toBeGreaterThanOrEqual(row.count);
      }),
      { numRuns: 50 },
    );
  });

  test('follows from the seed and the call alone, in whatever order the bank is given', () => {
    fc.assert(
      fc.property(text, calls, fc.shuffledSubarray([...bank], { minLength: bank.length }), (anySeed, anyCall, anyOrder) => {
        expect(drawPaper(anySeed, anyCall, blueprint, anyOrder)).toEqual(drawPaper(anySeed, anyCall, blueprint, bank));
      }),
      { numRuns: 50 },
    );
  });

  test('is what the independent verifier recomputes', () => {
    fc.assert(
      fc.property(text, calls, (anySeed, anyCall) => {
        const recomputed = recomputedPaper(anyCall.contestId, { seed: anySeed, blueprint, bank }, { code: anyCall.entrantCode, ...anyCall });
        expect(recomputed).toEqual(drawPaper(anySeed, anyCall, blueprint, bank));
      }),
      { numRuns: 100 },
    );
  });

  test.each<[string, string, Partial<PaperCall>]>([
    ['seed', 'cd'.repeat(32), {}],
    ['contest', seed, { contestId: 'another-contest' }],
    ['entrant', seed, { entrantCode: '0123456789abcdee' }],
    ['attempt', seed, { attemptNumber: 2 }],
    ['nonce', seed, { nonce: `${'f'.repeat(31)}e` }],
  ])('is another one for another %s', (_, otherSeed, change) => {
    expect(drawPaper(otherSeed, { ...call, ...change }, blueprint, bank)).not.toEqual(drawPaper(seed, call, blueprint, bank));
  });

  test('asks every question of a row equally often, at every place, with its options in every order', () => {
    const row: BlueprintRow = { topicId: null, type: 'multiple', difficulty: null, count: 3, points: 6 };
    const papers = Array.from({ length: 6000 }, (_, index) => drawPaper(seed, { ...call, attemptNumber: index + 1 }, [row], bank));
    const first = tally(papers.map(([question]) => question?.id ?? ''));
    const last = tally(papers.map((paper) => paper.at(-1)?.id ?? ''));
    const orders = tally(papers.map(([question]) => question?.optionOrder.join('') ?? ''));
    for (const [counts, size] of [[first, 18], [last, 18], [orders, 24]] as const) {
      expect(counts.size).toBe(size);
      expect(chiSquare([...counts.values()])).toBeLessThan(chiSquareLimit(size - 1));
    }
  });

  test('is not drawn from too small a bank', () => {
    expect(() => drawPaper(seed, call, [...blueprint, { topicId: 'safety', type: 'judgement', difficulty: null, count: 1, points: 4 }], bank)).toThrow('more questions');
  });
});

describe('what is published beforehand', () => {
  test('is the seed’s SHA-256 and the bank’s, whatever the order of the bank', () => {
    expect(seedHash(seed)).toBe(sha256(seed));
    expect(bankHash(contestId, blueprint, [...bank].reverse())).toBe(publishedBankHash(contestId, { seed, blueprint, bank }));
  });

  test('tells when a question, its words or a row of the blueprint was changed', () => {
    const [item, ...others] = bank;
    const [row, ...rows] = blueprint;
    if (!item || !row) throw new Error('The sample is empty.');
    const hashes = [
      bankHash(contestId, blueprint, bank),
      bankHash('another-contest', blueprint, bank),
      bankHash(contestId, blueprint, others),
      bankHash(contestId, blueprint, [{ ...item, words: wordsHash('又一题', []) }, ...others]),
      bankHash(contestId, blueprint, [{ ...item, difficulty: 3 }, ...others]),
      bankHash(contestId, [{ ...row, points: 7 }, ...rows], bank),
      bankHash(contestId, [...rows, row], bank),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
