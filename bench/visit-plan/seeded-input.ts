import { addDays } from '../../src/domain/china-time';
import type { PlanExpert, PlanInput, PlanRequest, Slot } from '../../src/domain/visit-plan/types';

const FIELDS = 10;
const DISTRICTS = 16;
const FIRST_DAY = '2017-09-11';

/** Numbers from 0 to 1 from a seed (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A span of two working weeks in a city of 16 districts and 10 fields. Some fields and districts are asked for three
 * times as often as others; experts have a field or two, a few districts, one to three half-days a week, and leave;
 * every other plan is of a tight month in which most of them are booked already.
 */
export function seededInput(seed: number, { experts = 100, requests = 100, halfDays = 20 } = {}): PlanInput {
  const chance = chanceOf(seed);
  const below = (count: number) => Math.floor(chance() * count);
  /** Lower numbers are more usual. */
  const usual = (count: number) => Math.floor(chance() ** 1.6 * count);
  const some = (count: number, of: () => string) => [...new Set(Array.from({ length: count }, of))];
  const tight = seed % 2 === 1;
  const slots = slotsOf(halfDays);
  const dates = [...new Set(slots.map(({ date }) => date))];
  const mondays = [FIRST_DAY, addDays(FIRST_DAY, 7)];
  return {
    slots,
    experts: Array.from({ length: experts }, (_, at): PlanExpert => {
      const away = chance() < 0.3 ? below(dates.length) : dates.length;
      const busy = tight ? 0.85 : 0.3;
      return {
        id: `e${at}`,
        subjectIds: some(1 + below(2), () => `field-${below(FIELDS)}`),
        areaIds: chance() < 0.05 ? [] : some(1 + below(4), () => `district-${below(DISTRICTS)}`),
        weeklyLimit: 1 + below(3),
        free: slots.filter(({ date }) => !(dates.indexOf(date) >= away && dates.indexOf(date) < away + 4) && chance() > busy),
        booked: Object.fromEntries(mondays.map((monday) => [monday, chance() < busy ? 1 + below(2) : 0])),
      };
    }),
    requests: Array.from({ length: requests }, (_, at): PlanRequest => ({
      id: `r${at}`,
      subjectId: `field-${usual(FIELDS)}`,
      areaId: `district-${usual(DISTRICTS)}`,
      preferredDates: chance() < 0.3 ? [] : some(1 + below(3), () => dates[below(dates.length)] ?? FIRST_DAY),
      weight: 1 + usual(10),
      excludedExpertIds: chance() < 0.05 ? [`e${below(experts)}`] : [],
    })),
    pins: [],
    excludes: chance() < 0.5 ? [{ expertId: `e${below(experts)}`, slot: slots[below(slots.length)] }] : [],
  };
}

function slotsOf(count: number): Slot[] {
  const slots: Slot[] = [];
  for (let day = 0; slots.length < count; day += 1) {
    if (day % 7 < 5) for (const half of ['am', 'pm'] as const) slots.push({ date: addDays(FIRST_DAY, day), half });
  }
  return slots.slice(0, count);
}
