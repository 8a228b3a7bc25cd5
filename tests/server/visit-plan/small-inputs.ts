import fc from 'fast-check';
import type { Assignment, PlanInput, Slot } from '../../../src/domain/visit-plan/types';

// A Friday and the Monday after it, so that a small span has two weeks.
const dates = ['2017-09-15', '2017-09-18'] as const;
const slots: readonly Slot[] = dates.flatMap((date) => (['am', 'pm'] as const).map((half) => ({ date, half })));
const mondays = ['2017-09-11', '2017-09-18'] as const;

const subject = fc.constantFrom('food', 'tyres');
const area = fc.constantFrom('heping', 'nankai');
const slot = fc.constantFrom(...slots);
const expertId = (experts: number) => fc.nat(experts - 1).map((at) => `e${at}`);
const requestId = (requests: number) => fc.nat(requests - 1).map((at) => `r${at}`);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 1 });

interface Size {
  readonly experts: number;
  readonly requests: number;
}

/** Small enough that two requests often want one half-day, and tight enough that some are left out. */
export function smallInput({ experts, requests }: Size): fc.Arbitrary<PlanInput> {
  return fc.record({
    slots: fc.shuffledSubarray([...slots], { minLength: 1 }),
    experts: fc.tuple(
      ...Array.from({ length: experts }, (_, at) =>
        fc.record({
          id: fc.constant(`e${at}`),
          subjectIds: fc.subarray(['food', 'tyres'], { minLength: 1 }),
          areaIds: fc.subarray(['heping', 'nankai']),
          weeklyLimit: fc.integer({ min: 1, max: 3 }),
          free: fc.subarray([...slots]),
          booked: fc.record({ [mondays[0]]: fc.nat(1), [mondays[1]]: fc.nat(1) }, { requiredKeys: [] }),
        }),
      ),
    ),
    requests: fc.tuple(
      ...Array.from({ length: requests }, (_, at) =>
        fc.record({
          id: fc.constant(`r${at}`),
          subjectId: subject,
          areaId: area,
          preferredDates: fc.subarray([...dates]),
          weight: fc.integer({ min: 1, max: 3 }),
          excludedExpertIds: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.tuple(expertId(experts)) }),
        }),
      ),
    ),
    pins: few(fc.record({ requestId: requestId(requests), expertId: maybe(expertId(experts)), slot: maybe(slot) })),
    excludes: few(
      fc.oneof(
        fc.record({ requestId: requestId(requests), expertId: maybe(expertId(experts)), slot: maybe(slot) }),
        fc.record({ expertId: expertId(experts), slot: maybe(slot) }),
        fc.record({ slot }),
      ),
    ),
    shareLimit: fc.constantFrom(undefined, 1, 2, 2, 3),
  });
}

const few = <Value>(value: fc.Arbitrary<Value>) => fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(value, { maxLength: 2 }) });

/** A plan of another day, of which not everything needs to be possible any more. */
export const anyPlan = ({ experts, requests }: Size): fc.Arbitrary<Assignment[]> =>
  fc.uniqueArray(fc.record({ requestId: requestId(requests), expertId: expertId(experts), slot }), { selector: (assignment) => assignment.requestId });
