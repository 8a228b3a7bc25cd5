import type { Objective } from '../../src/domain/visit-plan/types';
import type { Capacity, Permission } from './permissions';

/** What one unit of each part of the objective scores; a unit of load takes 1 off. */
export interface Levels {
  readonly weighted: number;
  readonly kept: number;
  readonly preferred: number;
}

/** So far apart that one unit of a part outweighs all that the parts after it can differ by. */
export function levelsOf(capacities: readonly Capacity[], permissions: readonly Permission[], previous: number): Levels {
  const requests = permissions.length;
  const steepest = Math.max(0, ...capacities.map(({ booked, expert }) => 2 * (booked + new Set(expert.free.map((slot) => slot.date + slot.half)).size) - 1));
  const preferred = requests * steepest + 1;
  const kept = previous === 0 ? 0 : preferred * (requests + 1);
  return { weighted: kept * Math.min(requests, previous) + preferred * (requests + 1), kept, preferred };
}

export const scoreOf = (objective: Objective, levels: Levels): number =>
  levels.weighted * objective.weighted + levels.kept * objective.kept + levels.preferred * objective.preferred - objective.load;
