import fc from 'fast-check';
import { verifyPlan } from '../../../src/domain/visit-plan/verify';
import { violations } from '../../../src/domain/visit-plan/violations';
import type { Objective, PlanInput, PlanResult } from '../../../src/domain/visit-plan/types';
import { planVisits } from '../../../server/visit-plan/plan-visits';
import { seededInput } from '../../../bench/visit-plan/seeded-input';
import { bestWorth } from './brute-force';
import { anyPlan, smallInput } from './small-inputs';

const worth = ({ weighted, kept, preferred, load }: Objective) => [weighted, kept, preferred, -load];

const small = { experts: 3, requests: 4 };
const tiny = { experts: 2, requests: 4 };

function shuffled<Value>(values: readonly Value[]): Value[] {
  return values.map((_, at) => values[(at * 7 + 3) % values.length] as Value);
}

const isCoprimeWithSeven = (values: readonly unknown[]): boolean => values.length % 7 !== 0;

describe('a plan', () => {
  it('never breaks a constraint and always carries a proof that holds, in 10,000 small cases', async () => {
    await fc.assert(
      fc.asyncProperty(smallInput(small), async (input) => {
        const result = await planVisits(input);
        if (result.kind === 'infeasible-pins') return;
        expect(result.kind).toBe('optimal');
        if (result.kind !== 'optimal') return;
        expect(violations(input, result.assignments)).toEqual([]);
        expect(verifyPlan(input, result)).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  }, 120_000);

  it('is worth as much as the best of all plans, in weight, preferred dates and load', async () => {
    await fc.assert(
      fc.asyncProperty(smallInput(tiny), async (input) => {
        expect(worthOf(await planVisits(input))).toEqual(bestWorth(input));
      }),
      { numRuns: 1000 },
    );
  }, 120_000);

  it('keeps as much of the previous plan as any plan of the same weight can', async () => {
    await fc.assert(
      fc.asyncProperty(smallInput(tiny), anyPlan(tiny), async (input, previous) => {
        const result = await planVisits(input, { previous });
        expect(worthOf(result)).toEqual(bestWorth(input, previous));
        if (result.kind === 'optimal') expect(verifyPlan(input, result, previous)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  }, 120_000);

  it('is the same for the same facts in any order', async () => {
    await fc.assert(
      fc.asyncProperty(smallInput(small), async (input) => {
        const { slots, experts, requests } = input;
        fc.pre([slots, experts, requests].every(isCoprimeWithSeven));
        const other: PlanInput = { ...input, slots: shuffled(slots), experts: shuffled(experts), requests: shuffled(requests) };
        const [one, two] = [await planVisits(input), await planVisits(other)];
        expect(two.kind).toBe(one.kind);
        if (one.kind === 'optimal' && two.kind === 'optimal') expect([two.objective, two.assignments]).toEqual([one.objective, one.assignments]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('is proven optimal for a hundred experts and a hundred requests', async () => {
    for (const seed of [1, 2]) {
      const input = seededInput(seed);
      const result = await planVisits(input);
      expect(result.kind === 'optimal' && verifyPlan(input, result)).toEqual([]);
    }
  }, 60_000);

  it('that did not change is kept whole', async () => {
    const input = seededInput(3);
    const before = await planVisits(input);
    if (before.kind !== 'optimal') throw new Error(before.kind);
    const after = await planVisits(input, { previous: before.assignments });
    expect(after.kind === 'optimal' && after.assignments).toEqual(before.assignments);
  }, 60_000);
});

describe('when no plan can be proposed', () => {
  it('names pins that conflict, none of which could stay out of it', async () => {
    await fc.assert(
      fc.asyncProperty(smallInput(tiny), async (input) => {
        const result = await planVisits(input);
        if (result.kind !== 'infeasible-pins') return;
        expect(bestWorth({ ...input, pins: result.pins })).toBeNull();
        for (const pin of result.pins) {
          expect(bestWorth({ ...input, pins: result.pins.filter((other) => other !== pin) })).not.toBeNull();
        }
      }),
      { numRuns: 1000 },
    );
  }, 60_000);

  it('names a pin of a request that is not there', async () => {
    const pin = { requestId: 'gone' };
    expect(await planVisits({ ...seededInput(1), pins: [pin] })).toEqual({ kind: 'infeasible-pins', pins: [pin] });
  });

  it('claims nothing when the time runs out', async () => {
    expect((await planVisits(seededInput(1), { timeLimitMs: 0 })).kind).toBe('not-proven');
  });

  it('proposes nothing for nothing', async () => {
    const result = await planVisits({ slots: [], experts: [], requests: [], pins: [], excludes: [] });
    expect(result).toMatchObject({ kind: 'optimal', assignments: [], objective: { weighted: 0, preferred: 0, kept: 0, load: 0 } });
  });
});

function worthOf(result: PlanResult) {
  if (result.kind === 'infeasible-pins') return null;
  if (result.kind === 'not-proven') throw new Error('The plan is not proven.');
  return worth(result.objective);
}
