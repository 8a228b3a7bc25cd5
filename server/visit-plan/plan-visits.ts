import { objectiveOf } from '../../src/domain/visit-plan/objective';
import { shareLimitOf } from '../../src/domain/visit-plan/fit';
import { explain } from '../../src/domain/visit-plan/explain';
import type { Assignment, Pin, PlanInput, PlanResult } from '../../src/domain/visit-plan/types';
import { levelsOf, scoreOf } from './levels';
import { buildModel, type PlanModel } from './model';
import { optimise } from './optimise';
import { capacitiesOf, permissionsOf } from './permissions';
import { openSolver, type Solver } from './solver';

export interface PlanOptions {
  /** The plan that this one replaces: of the plans that serve as much, the one is found that keeps most of it. */
  readonly previous?: readonly Assignment[];
  /** Real time, from the call on. */
  readonly timeLimitMs?: number;
}

const TIME_LIMIT_MS = 20_000;

/** The best plan with its proof and its reasons. The solver holds the thread while it works. */
export async function planVisits(input: PlanInput, { previous = [], timeLimitMs = TIME_LIMIT_MS }: PlanOptions = {}): Promise<PlanResult> {
  const unknown = input.pins.find(({ requestId }) => !input.requests.some(({ id }) => id === requestId));
  if (unknown) return { kind: 'infeasible-pins', pins: [unknown] };
  const solver = await openSolver(performance.now() + timeLimitMs);
  const model = modelOf(input, previous);
  const score = (assignments: readonly Assignment[]) => scoreOf(objectiveOf(input, assignments, previous), model.levels);
  const found = optimise(solver, model, score);
  if (found === null) return { kind: 'not-proven', assignments: null, objective: null };
  if (found === 'broken-pins') {
    const pins = conflictingPins(solver, input);
    return pins ? { kind: 'infeasible-pins', pins } : { kind: 'not-proven', assignments: null, objective: null };
  }
  const { assignments, scale, proof } = found;
  const objective = objectiveOf(input, assignments, previous);
  if (!proof) return { kind: 'not-proven', assignments, objective };
  return {
    kind: 'optimal',
    assignments,
    objective,
    score: found.score,
    bound: found.score,
    certificate: { levels: model.levels, scale, proof },
    reasons: explain(input, assignments),
  };
}

function modelOf(input: PlanInput, previous: readonly Assignment[]): PlanModel {
  const capacities = capacitiesOf(input);
  const permissions = permissionsOf(input, capacities, previous);
  return buildModel(capacities, permissions, levelsOf(capacities, permissions, previous.length), shareLimitOf(input));
}

/** Leaves out one pin after the other, for good where the rest still conflict without it; null: the time ran out. */
function conflictingPins(solver: Solver, input: PlanInput): Pin[] | null {
  let pins = [...input.pins];
  for (const pin of input.pins) {
    const others = pins.filter((other) => other !== pin);
    const found = optimise(solver, modelOf({ ...input, pins: others }, []), () => Infinity);
    if (found === null) return null;
    if (found === 'broken-pins') pins = others;
  }
  return pins;
}
