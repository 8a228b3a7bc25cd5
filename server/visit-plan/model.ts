import { mondayOf, slotKey } from '../../src/domain/visit-plan/slots';
import type { Slot } from '../../src/domain/visit-plan/types';
import type { Levels } from './levels';
import type { Capacity, Permission } from './permissions';
import type { Column, Row } from './solver';
import { demandsOf, type Demand, type When } from './demands';

// The model is a network with a matching at its end. An expert's half-days flow through week, date and half-day to the
// demands that the expert fits; a demand's visits are taken by requests that go alone or together. A visit is dated
// only where its date matters to somebody; the others take any half-day left over, which always fits, because the
// half-days of an expert nest: half-day in date in week in all. The load's square is a chain of steps, each steeper
// than the one before. A network's optimum is integral by itself, so that the first linear program nearly always is
// the answer, with its prices as the proof.

/** Requests visited together; `at` is set where the very visit of the previous plan is kept. */
export interface Serve {
  readonly kind: 'serve';
  readonly requests: readonly number[];
  readonly demand: Demand;
  readonly when: When;
}

export interface Keep {
  readonly kind: 'keep';
  readonly requests: readonly number[];
  readonly expert: number;
  readonly when: When & { readonly slot: Slot };
}

export interface Send {
  readonly kind: 'send';
  readonly expert: number;
  readonly demand: Demand;
  readonly when: When;
}

export type PlanColumn = Column & { readonly of: Serve | Keep | Send | { readonly kind: 'step' | 'broken-pin' } };

/** What a row's price is the price of. */
export type PlanRow = Row & {
  readonly of:
    | { readonly kind: 'request'; readonly request: number }
    | { readonly kind: 'any'; readonly expert: number }
    | { readonly kind: 'week' | 'date' | 'slot'; readonly expert: number; readonly key: string }
    | { readonly kind: 'demand'; readonly demand: Demand; readonly when: When };
};

export interface PlanModel {
  readonly capacities: readonly Capacity[];
  readonly permissions: readonly Permission[];
  readonly levels: Levels;
  readonly shareLimit: number;
  readonly columns: readonly PlanColumn[];
  readonly rows: readonly PlanRow[];
  /** What breaking a constraint that may have to be broken costs: more than any plan scores. */
  readonly penalty: number;
}

export function buildModel(
  capacities: readonly Capacity[],
  permissions: readonly Permission[],
  levels: Levels,
  shareLimit: number,
): PlanModel {
  const rows: PlanRow[] = [];
  const columns: PlanColumn[] = [];
  const named = new Map<string, number>();
  const rowOf = (name: string, make: () => PlanRow): number => {
    const at = named.get(name) ?? rows.push(make()) - 1;
    named.set(name, at);
    return at;
  };
  const penalty = levels.weighted * (1 + permissions.reduce((sum, { request }) => sum + request.weight, 0));

  permissions.forEach(({ pinned }, request) => {
    rows.push({ lower: pinned ? 1 : 0, upper: 1, of: { kind: 'request', request } });
    if (pinned) columns.push({ value: -penalty, upper: 1, entries: [[request, 1]], of: { kind: 'broken-pin' } });
  });
  const any = (expert: number) => rowOf(`any ${expert}`, () => ({ lower: 0, upper: 0, of: { kind: 'any', expert } }));
  capacities.forEach(({ total, booked }, expert) => {
    for (let step = booked + 1; step <= booked + Math.min(total, permissions.length); step += 1) {
      columns.push({ value: 1 - 2 * step, upper: 1, entries: [[any(expert), -1]], of: { kind: 'step' } });
    }
  });

  /** The rows that a visit of this expert takes one unit of. */
  const halfDay = (expert: number, { date, slot }: When): number[] => {
    const limit = (kind: 'week' | 'date' | 'slot', key: string, upper: number) =>
      rowOf(`${kind} ${expert} ${key}`, () => ({ lower: 0, upper, of: { kind, expert, key } }));
    if (date === undefined) return [any(expert)];
    const { byWeek, byDate } = capacities[expert] as Capacity;
    const taken = [any(expert), limit('week', mondayOf(date), byWeek.get(mondayOf(date)) ?? 0), limit('date', date, byDate.get(date) ?? 0)];
    return slot ? [...taken, limit('slot', slotKey(slot), 1)] : taken;
  };
  const units = (taken: readonly number[], coefficient: number) => taken.map((row) => [row, coefficient] as const);
  const value = (requests: readonly number[], date?: string, kept = 0) =>
    requests.reduce((sum, at) => {
      const { weight, preferredDates } = (permissions[at] as Permission).request;
      return sum + levels.weighted * weight + (date !== undefined && preferredDates.includes(date) ? levels.preferred : 0);
    }, levels.kept * kept);

  for (const { requests, demand, whens, keeps } of demandsOf(capacities, permissions, shareLimit)) {
    for (const when of whens) {
      const name = `demand ${demand.key} ${when.date ?? ''} ${when.slot?.half ?? ''}`;
      const isNew = !named.has(name);
      const row = rowOf(name, () => ({ lower: -Infinity, upper: 0, of: { kind: 'demand', demand, when } }));
      columns.push({
        value: value(requests, when.date),
        upper: 1,
        entries: [...units(requests, 1), [row, 1]],
        of: { kind: 'serve', requests, demand, when },
      });
      if (!isNew) continue;
      for (const expert of demand.expertsAt(when)) {
        columns.push({
          value: 0,
          upper: permissions.length,
          entries: [...units(halfDay(expert, when), 1), [row, -1]],
          of: { kind: 'send', expert, demand, when },
        });
      }
    }
    for (const { expert, slot, count } of keeps) {
      const when = { date: slot.date, slot };
      columns.push({
        value: value(requests, slot.date, count),
        upper: 1,
        entries: [...units(requests, 1), ...units(halfDay(expert, when), 1)],
        of: { kind: 'keep', requests, expert, when },
      });
    }
  }
  return { capacities, permissions, levels, shareLimit, columns, rows, penalty };
}
