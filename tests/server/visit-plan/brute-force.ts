import { mondayOf, slotKey } from '../../../src/domain/visit-plan/slots';
import type { Assignment, PlanInput } from '../../../src/domain/visit-plan/types';

/** Weight, kept, preferred dates met, load negated: greater is better, from the left. */
export type Worth = readonly [weighted: number, kept: number, preferred: number, fairness: number];

/** The best that any plan can be worth, by trying all of them; null: none meets the pins. */
export function bestWorth(input: PlanInput, previous: readonly Assignment[] = []): Worth | null {
  let best: Worth | null = null;
  const chosen: Assignment[] = [];
  const tryFrom = (at: number): void => {
    const request = input.requests[at];
    if (!request) {
      const worth = worthOf(input, chosen, previous);
      if (isBetter(worth, best)) best = worth;
      return;
    }
    const pins = input.pins.filter((pin) => pin.requestId === request.id);
    if (pins.length === 0) tryFrom(at + 1);
    for (const expert of input.experts) {
      for (const slot of input.slots) {
        const candidate = { requestId: request.id, expertId: expert.id, slot };
        const meetsPins = pins.every((pin) => (pin.expertId ?? expert.id) === expert.id && slotKey(pin.slot ?? slot) === slotKey(slot));
        if (!meetsPins || !isPossible(input, chosen, candidate)) continue;
        chosen.push(candidate);
        tryFrom(at + 1);
        chosen.pop();
      }
    }
  };
  tryFrom(0);
  return best;
}

function isPossible(input: PlanInput, chosen: readonly Assignment[], { requestId, expertId, slot }: Assignment): boolean {
  const request = input.requests.find(({ id }) => id === requestId);
  const expert = input.experts.find(({ id }) => id === expertId);
  if (!request || !expert) return false;
  if (!expert.subjectIds.includes(request.subjectId)) return false;
  if (expert.areaIds.length > 0 && !expert.areaIds.includes(request.areaId)) return false;
  if (request.excludedExpertIds.includes(expertId)) return false;
  if (!expert.free.some((free) => slotKey(free) === slotKey(slot))) return false;
  const isOut = input.excludes.some(
    (exclude) =>
      (exclude.requestId ?? requestId) === requestId &&
      (exclude.expertId ?? expertId) === expertId &&
      slotKey(exclude.slot ?? slot) === slotKey(slot),
  );
  if (isOut) return false;
  const own = chosen.filter((other) => other.expertId === expertId);
  const together = own.filter((other) => slotKey(other.slot) === slotKey(slot));
  if (together.length > 0) {
    const other = input.requests.find(({ id }) => id === together[0]?.requestId);
    return together.length < (input.shareLimit ?? 2) && other?.subjectId === request.subjectId && other.areaId === request.areaId;
  }
  const monday = mondayOf(slot.date);
  const planned = new Set(own.filter((other) => mondayOf(other.slot.date) === monday).map((other) => slotKey(other.slot))).size;
  return planned + (expert.booked[monday] ?? 0) < expert.weeklyLimit;
}

function worthOf(input: PlanInput, chosen: readonly Assignment[], previous: readonly Assignment[]): Worth {
  const mondays = new Set(input.slots.map(({ date }) => mondayOf(date)));
  let weighted = 0;
  let preferred = 0;
  let kept = 0;
  for (const { requestId, expertId, slot } of chosen) {
    const request = input.requests.find(({ id }) => id === requestId);
    weighted += request?.weight ?? 0;
    preferred += request?.preferredDates.includes(slot.date) ? 1 : 0;
    kept += previous.some((other) => other.requestId === requestId && other.expertId === expertId && slotKey(other.slot) === slotKey(slot)) ? 1 : 0;
  }
  let load = 0;
  for (const { id, booked } of input.experts) {
    let halfDays = new Set(chosen.filter(({ expertId }) => expertId === id).map(({ slot }) => slotKey(slot))).size;
    for (const monday of mondays) halfDays += booked[monday] ?? 0;
    load += halfDays * halfDays;
  }
  return [weighted, kept, preferred, -load];
}

function isBetter(worth: Worth, than: Worth | null): boolean {
  if (!than) return true;
  const first = worth.findIndex((part, at) => part !== than[at]);
  return first >= 0 && (worth[first] as number) > (than[first] as number);
}
