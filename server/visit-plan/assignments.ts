import { mondayOf, slotKey } from '../../src/domain/visit-plan/slots';
import type { Assignment, Slot } from '../../src/domain/visit-plan/types';
import type { When } from './demands';
import type { PlanModel } from './model';

interface Visit {
  readonly requests: readonly number[];
  readonly expert: number;
  readonly when: When;
}

/** The plan that a whole solution of the model stands for, in the order of the requests' ids. */
export function assignmentsOf(model: PlanModel, values: Float64Array): Assignment[] {
  const byExpert = new Map<number, Visit[]>();
  for (const visit of visitsOf(model, values)) byExpert.set(visit.expert, [...(byExpert.get(visit.expert) ?? []), visit]);
  const assignments = [...byExpert].flatMap(([expert, visits]) => {
    const slots = placed(model, expert, visits);
    return visits.flatMap(({ requests }, at) =>
      requests.map((request) => ({
        requestId: model.permissions[request]?.request.id ?? '',
        expertId: model.capacities[expert]?.expert.id ?? '',
        slot: slots[at] as Slot,
      })),
    );
  });
  return assignments.sort((one, other) => (one.requestId < other.requestId ? -1 : 1));
}

/** Hands the visits of each demand to the experts sent there; which one makes which does not matter. */
function visitsOf({ columns }: PlanModel, values: Float64Array): Visit[] {
  const sent = new Map<string, number[]>();
  const name = (key: string, { date, slot }: When) => JSON.stringify([key, date, slot?.half]);
  columns.forEach(({ of }, at) => {
    if (of.kind !== 'send') return;
    const key = name(of.demand.key, of.when);
    const times = Math.round(values[at] ?? 0);
    sent.set(key, [...(sent.get(key) ?? []), ...Array.from({ length: times }, () => of.expert)]);
  });
  return columns.flatMap(({ of }, at) => {
    if (Math.round(values[at] ?? 0) === 0) return [];
    if (of.kind === 'keep') return [{ requests: of.requests, expert: of.expert, when: of.when }];
    if (of.kind !== 'serve') return [];
    const expert = sent.get(name(of.demand.key, of.when))?.shift();
    if (expert === undefined) throw new Error('The solver serves a request that it sends nobody to.');
    return [{ requests: of.requests, expert, when: of.when }];
  });
}

/** A half-day for each visit: those bound most first, the others as early as they find room. */
function placed({ capacities }: PlanModel, expert: number, visits: readonly Visit[]): (Slot | undefined)[] {
  const capacity = capacities[expert];
  const room = new Map(capacity?.byWeek);
  const free = new Map(capacity?.slots.map((slot) => [slotKey(slot), slot]));
  const slots: (Slot | undefined)[] = visits.map(() => undefined);
  const tightness = ({ when }: Visit) => (when.slot ? 0 : when.date === undefined ? 2 : 1);
  for (const at of visits.map((_, index) => index).sort((one, other) => tightness(visits[one] as Visit) - tightness(visits[other] as Visit))) {
    const { when } = visits[at] as Visit;
    const slot = [...free.values()].find(
      (candidate) =>
        (room.get(mondayOf(candidate.date)) ?? 0) > 0 &&
        (when.date === undefined || candidate.date === when.date) &&
        (!when.slot || slotKey(candidate) === slotKey(when.slot)),
    );
    if (!slot) throw new Error('The solver plans more visits than an expert has half-days.');
    slots[at] = slot;
    free.delete(slotKey(slot));
    room.set(mondayOf(slot.date), (room.get(mondayOf(slot.date)) ?? 0) - 1);
  }
  return slots;
}
