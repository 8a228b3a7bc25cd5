import fc from 'fast-check';
import { LONG_SPAN_MS, rankMoves, SHORT_SPAN_MS, type RankMove } from '../../../src/domain/contest/rank-moves';
import { compareResults, compareTeams, teamResult, type Result } from '../../../src/domain/contest/ranking';

const at = (score: number, usedMs: number, finishedMs: number): Result => ({ score, usedMs, finishedAt: new Date(finishedMs) });

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) => permutations(items.filter((_, other) => other !== index)).map((rest) => [item, ...rest]));
}

// Few different values, so that many are equal.
const someResult = fc.tuple(fc.integer({ min: 80, max: 82 }), fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 })).map(([score, usedMs, finishedMs]) => at(score, usedMs, finishedMs));

describe('the order of people', () => {
  const inOrder = [at(100, 500, 9), at(90, 100, 5), at(90, 100, 6), at(90, 101, 1), at(89, 1, 1), at(0, 0, 0)];

  it('is points, then time, then earlier finish, whatever order they come in', () => {
    for (const shuffled of permutations(inOrder)) expect(shuffled.sort(compareResults)).toEqual(inOrder);
  });

  it('ties those alone who are equal in all three', () => {
    fc.assert(fc.property(someResult, someResult, (a, b) => {
      const equal = a.score === b.score && a.usedMs === b.usedMs && a.finishedAt.getTime() === b.finishedAt.getTime();
      expect(compareResults(a, b) === 0).toBe(equal);
    }));
  });

  it('is one order: what stands before stands before, through any third', () => {
    fc.assert(fc.property(someResult, someResult, someResult, (a, b, c) => {
      expect(Math.sign(compareResults(a, b))).toBe(0 - Math.sign(compareResults(b, a)));
      if (compareResults(a, b) <= 0 && compareResults(b, c) <= 0) expect(compareResults(a, c)).toBeLessThanOrEqual(0);
    }));
  });
});

describe('a team’s result', () => {
  const rules = { best: 3, minimum: 2 };

  it('is the mean of its best, whatever order its members come in', () => {
    const members = [at(90, 100, 1), at(80, 200, 1), at(80, 301, 1), at(70, 10, 1)];
    for (const shuffled of permutations(members)) expect(teamResult(shuffled, rules)).toEqual({ meanScore: 250 / 3, meanMs: 601 / 3 });
  });

  it.each([
    [0, null],
    [1, null],
    [2, { meanScore: 90, meanMs: 100 }],
    [3, { meanScore: 90, meanMs: 100 }],
    [9, { meanScore: 90, meanMs: 100 }],
  ])('of %i members', (size, expected) => {
    expect(teamResult(Array.from({ length: size }, (_, index) => at(90, 100, index)), rules)).toEqual(expected);
  });

  it('never falls when a better member comes', () => {
    fc.assert(fc.property(fc.array(someResult, { minLength: 3, maxLength: 6 }), (members) => {
      const before = teamResult(members, rules);
      const after = teamResult([...members, at(100, 0, 0)], rules);
      expect(before && after && compareTeams(after, before)).toBeLessThan(0);
    }));
  });

  it('is compared by points, then time; equal means are the same rank', () => {
    const teams = [{ meanScore: 91, meanMs: 5 }, { meanScore: 90.5, meanMs: 1 }, { meanScore: 90.5, meanMs: 2 }];
    for (const shuffled of permutations(teams)) expect(shuffled.sort(compareTeams)).toEqual(teams);
    expect(compareTeams({ meanScore: 90, meanMs: 1 }, { meanScore: 90, meanMs: 1 })).toBe(0);
  });
});

describe('the counts of ranks', () => {
  const someBest = fc.option(fc.record({ score: fc.integer({ min: 0, max: 3 }), usedMs: fc.integer({ min: 0, max: 3 * LONG_SPAN_MS }) }), { nil: null });

  function add(counts: Map<string, number>, moves: readonly RankMove[]): Map<string, number> {
    for (const { score, spanMs, cell, entrants } of moves) {
      const place = `${score} ${spanMs} ${cell}`;
      const count = (counts.get(place) ?? 0) + entrants;
      if (count === 0) counts.delete(place);
      else counts.set(place, count);
    }
    return counts;
  }

  it('count a result in its score, its half minute and its second', () => {
    expect(rankMoves(null, { score: 90, usedMs: LONG_SPAN_MS + 2 * SHORT_SPAN_MS + 999 })).toEqual([
      { score: 90, spanMs: 0, cell: 0, entrants: 1 },
      { score: 90, spanMs: SHORT_SPAN_MS, cell: 32, entrants: 1 },
      { score: 90, spanMs: LONG_SPAN_MS, cell: 1, entrants: 1 },
    ]);
  });

  it('are the same after any moves as counted from what is there at the end', () => {
    fc.assert(fc.property(fc.array(someBest, { maxLength: 8 }), (bests) => {
      const moved = new Map<string, number>();
      let before: (typeof bests)[number] = null;
      for (const after of bests) {
        add(moved, rankMoves(before, after));
        before = after;
      }
      expect(moved).toEqual(add(new Map(), rankMoves(null, before)));
    }));
  });

  it('stay where a result stays', () => {
    expect(rankMoves({ score: 90, usedMs: 1 }, { score: 90, usedMs: 2 })).toEqual([]);
    expect(rankMoves(null, null)).toEqual([]);
  });

  it('come in one order', () => {
    fc.assert(fc.property(someBest, someBest, (before, after) => {
      const keys = rankMoves(before, after).map(({ score, spanMs, cell }) => score * 1e9 + spanMs * 1e4 + cell);
      expect(keys).toEqual([...keys].sort((a, b) => a - b));
    }));
  });
});
