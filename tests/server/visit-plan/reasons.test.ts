import fc from 'fast-check';
import { freeSlots } from '../../../src/domain/visit-plan/fit';
import { slotKey } from '../../../src/domain/visit-plan/slots';
import type { Cause, Optimal, PlanInput } from '../../../src/domain/visit-plan/types';
import { planVisits } from '../../../server/visit-plan/plan-visits';
import { seededInput } from '../../../bench/visit-plan/seeded-input';
import { smallInput } from './small-inputs';

const weightOf = (input: PlanInput, ids: readonly string[]): number =>
  input.requests.reduce((sum, { id, weight }) => sum + (ids.includes(id) ? weight : 0), 0);

/** The input in which nothing but the cause is relaxed, for those whom the cause names. */
function relaxed(input: PlanInput, requestId: string, cause: Cause): PlanInput {
  const named = 'expertIds' in cause ? cause.expertIds : [];
  const request = input.requests.find(({ id }) => id === requestId);
  const forNamed = (change: (expert: PlanInput['experts'][number]) => Partial<PlanInput['experts'][number]>): PlanInput => ({
    ...input,
    experts: input.experts.map((expert) => (named.includes(expert.id) ? { ...expert, ...change(expert) } : expert)),
  });
  switch (cause.kind) {
    case 'field':
      return forNamed(({ subjectIds }) => ({ subjectIds: [...subjectIds, request?.subjectId ?? ''] }));
    case 'district':
      return forNamed(() => ({ areaIds: [] }));
    case 'not-free':
      return forNamed(() => ({ free: input.slots }));
    case 'weekly-limit':
      return forNamed(({ weeklyLimit }) => ({ weeklyLimit: weeklyLimit + 1 }));
    case 'excluded':
      return {
        ...input,
        excludes: [],
        requests: input.requests.map((other) => (other.id === requestId ? { ...other, excludedExpertIds: [] } : other)),
      };
    case 'share-limit':
      return { ...input, shareLimit: (input.shareLimit ?? 2) + 1 };
    case 'competition':
    case 'pinned': {
      const away = new Set(cause.visits[0]?.requestIds);
      return {
        ...input,
        requests: input.requests.filter(({ id }) => !away.has(id)),
        pins: input.pins.filter((pin) => !away.has(pin.requestId)),
      };
    }
  }
}

/** Solves anew with the cause relaxed and the request pinned: nobody else has to lose. */
async function expectFitsIn(input: PlanInput, plan: Optimal, requestId: string, cause: Cause): Promise<void> {
  const given = relaxed(input, requestId, cause);
  const result = await planVisits({ ...given, pins: [...given.pins, { requestId }] });
  if (result.kind !== 'optimal') throw new Error(`${cause.kind}: ${result.kind}`);
  const gone = 'visits' in cause && cause.kind !== 'share-limit' ? weightOf(input, cause.visits[0]?.requestIds ?? []) : 0;
  expect(result.objective.weighted).toBeGreaterThanOrEqual(plan.objective.weighted - gone + weightOf(input, [requestId]));
}

const small = { experts: 3, requests: 5 };

test('each cause, relaxed alone, fits the request in', async () => {
  const seen = new Set<string>();
  await fc.assert(
    fc.asyncProperty(smallInput(small), async (input) => {
      const plan = await planVisits(input);
      if (plan.kind !== 'optimal') return;
      for (const { requestId, causes, blocks } of plan.reasons.leftOut) {
        if (causes.length === 0) expect(blocks.length).toBeGreaterThan(1);
        for (const cause of causes) {
          seen.add(cause.kind);
          await expectFitsIn(input, plan, requestId, cause);
        }
      }
    }),
    { numRuns: 1500 },
  );
  expect([...seen].sort()).toEqual(['competition', 'district', 'excluded', 'field', 'not-free', 'pinned', 'share-limit', 'weekly-limit']);
}, 120_000);

test('in a plan of a hundred requests every one has its reason, and who competes is at least as urgent', async () => {
  const input = seededInput(7);
  const plan = await planVisits(input);
  if (plan.kind !== 'optimal') throw new Error(plan.kind);
  const { served, leftOut } = plan.reasons;
  expect([...served, ...leftOut].map(({ requestId }) => requestId).sort()).toEqual(input.requests.map(({ id }) => id).sort());
  expect(leftOut.length).toBeGreaterThan(5);
  for (const { requestId, causes, blocks } of leftOut) {
    expect(causes.length + blocks.length).toBeGreaterThan(0);
    for (const cause of causes) {
      if (cause.kind !== 'competition') continue;
      for (const { requestIds } of cause.visits) expect(weightOf(input, requestIds)).toBeGreaterThanOrEqual(weightOf(input, [requestId]));
    }
  }
  for (const { expertId, slot, fitting, free } of served) {
    const expert = input.experts.find(({ id }) => id === expertId);
    expect(expert && freeSlots(input, expert).map(slotKey)).toContain(slotKey(slot));
    expect(fitting).toBeGreaterThanOrEqual(free);
    expect(free).toBeGreaterThan(0);
  }
}, 60_000);
