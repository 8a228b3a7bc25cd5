import fc from 'fast-check';
import { drawPrizes, eligibleHash } from '../../../src/domain/contest/prize-draw';
import { chiSquare, chiSquareLimit, tally } from '../../support/chi-square';
import { listHash, recomputedWinners } from '../../support/verifier';

const contestId = 'sample-contest';
const code = fc.stringMatching(/^[0-9a-f]{16}$/);
const codes = fc.uniqueArray(code, { maxLength: 60 });
const seeds = fc.stringMatching(/^[0-9a-f]{64}$/);
const placesOf = (drawn: readonly { code: string; ticket: string }[]) => drawn.map((ticket, index) => ({ place: index + 1, ...ticket }));

describe('the prize draw', () => {
  test('has as many winners as prizes, or everyone when there are fewer; each wins once', () => {
    fc.assert(
      fc.property(seeds, codes, fc.integer({ min: 1, max: 30 }), (seed, all, prizes) => {
        const winners = drawPrizes(seed, contestId, all, prizes).map((ticket) => ticket.code);
        expect(winners).toHaveLength(Math.min(prizes, all.length));
        expect(new Set(winners).size).toBe(winners.length);
        for (const winner of winners) expect(all).toContain(winner);
      }),
    );
  });

  test('does not depend on the order in which people are listed', () => {
    fc.assert(
      fc.property(seeds, codes, (seed, all) => {
        expect(eligibleHash([...all].reverse())).toBe(eligibleHash(all));
        expect(drawPrizes(seed, contestId, [...all].reverse(), 20)).toEqual(drawPrizes(seed, contestId, all, 20));
      }),
    );
  });

  test('is what the independent verifier recomputes', () => {
    fc.assert(
      fc.property(seeds, codes, fc.integer({ min: 1, max: 30 }), (seed, all, prizes) => {
        expect(eligibleHash(all)).toBe(listHash(all));
        expect(placesOf(drawPrizes(seed, contestId, all, prizes))).toEqual(recomputedWinners(contestId, seed, all, prizes));
      }),
    );
  });

  test('is drawn anew by another seed, another contest or one person more', () => {
    const all = Array.from({ length: 200 }, (_, index) => index.toString(16).padStart(16, '0'));
    const seed = 'ab'.repeat(32);
    const draws = [
      drawPrizes(seed, contestId, all, 20),
      drawPrizes('cd'.repeat(32), contestId, all, 20),
      drawPrizes(seed, 'another-contest', all, 20),
      drawPrizes(seed, contestId, all.slice(1), 20),
    ].map((drawn) => drawn.map((ticket) => ticket.code).join());
    expect(new Set(draws).size).toBe(draws.length);
  });

  test('gives everyone the same chance of every prize', () => {
    const all = Array.from({ length: 12 }, (_, index) => index.toString(16).padStart(16, '0'));
    const draws = Array.from({ length: 3000 }, (_, index) => drawPrizes(`seed ${index}`, contestId, all, 3).map((ticket) => ticket.code));
    for (const place of [0, 1, 2]) {
      const counts = tally(draws.map((winners) => winners[place] ?? ''));
      expect(counts.size).toBe(all.length);
      expect(chiSquare([...counts.values()])).toBeLessThan(chiSquareLimit(all.length - 1));
    }
  });
});
