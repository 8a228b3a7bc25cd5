import { bookedInSpan, freeSlots, goesTo, hasField, isExcluded, isPreferred, isSame, roomInWeek, shareLimitOf } from './fit';
import { objectiveOf } from './objective';
import { leafBound, type Branch, type PossibleVisit } from './verify-prices';
import { mondayOf, slotKey } from './slots';
import type { Assignment, Certificate, Objective, Optimal, PlanInput, PlanRequest, Proof } from './types';
import { violations } from './violations';

/** What is wrong with a plan or its proof. */
export interface Problem {
  readonly kind: 'violation' | 'objective' | 'levels' | 'certificate' | 'bound';
  readonly detail: string;
}

/**
 * Verifies a plan that claims to be optimal, from the input alone and in exact arithmetic: the plan keeps every
 * constraint, is worth what it says, and its certificate's prices pay for every visit that is possible at all, so
 * that by weak duality no plan scores more.
 *
 * @param previous the plan that this one replaces, if it claims to have changed as little as possible
 * @returns empty: verified
 */
export function verifyPlan(input: PlanInput, result: Optimal, previous: readonly Assignment[] = []): Problem[] {
  const broken = violations(input, result.assignments);
  if (broken.length > 0) return broken.map(({ kind, requestId }) => ({ kind: 'violation', detail: `${kind} ${requestId}` }));
  const objective = objectiveOf(input, result.assignments, previous);
  for (const part of ['weighted', 'kept', 'preferred', 'load'] as const) {
    if (objective[part] !== result.objective[part]) return [{ kind: 'objective', detail: part }];
  }
  try {
    checkLevels(input, result.certificate, previous);
    const score = scoreOf(objective, result.certificate);
    const bound = provenBound(input, result.certificate, previous);
    if (BigInt(result.score) !== score) return [{ kind: 'objective', detail: 'score' }];
    if (BigInt(result.bound) !== bound) return [{ kind: 'bound', detail: `proves ${bound}, not ${result.bound}` }];
    return bound === score ? [] : [{ kind: 'bound', detail: `proves ${bound}, has ${score}` }];
  } catch (error) {
    // Anything that is not a number where one belongs ends here: a malformed certificate proves nothing.
    return [error instanceof Unproven ? error.problem : { kind: 'certificate', detail: String(error) }];
  }
}

class Unproven extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

function scoreOf(objective: Objective, { levels }: Certificate): bigint {
  const part = (level: number, value: number) => BigInt(level) * BigInt(value);
  return (
    part(levels.weighted, objective.weighted) + part(levels.kept, objective.kept) + part(levels.preferred, objective.preferred) - BigInt(objective.load)
  );
}

/** One unit of a part must outweigh all that the parts after it can add up to. */
function checkLevels(input: PlanInput, { levels, scale }: Certificate, previous: readonly Assignment[]): void {
  const requests = input.requests.length;
  const steepest = Math.max(0, ...input.experts.map((expert) => 2 * (bookedInSpan(input, expert) + freeSlots(input, expert).length) - 1));
  const load = BigInt(requests * steepest);
  const preferred = BigInt(levels.preferred) * BigInt(requests);
  const kept = BigInt(levels.kept) * BigInt(Math.min(requests, previous.length));
  const dominates =
    scale >= 1 &&
    BigInt(levels.preferred) > load &&
    BigInt(levels.kept) > (previous.length === 0 ? -1n : preferred + load) &&
    BigInt(levels.weighted) > kept + preferred + load;
  if (!dominates) throw new Unproven({ kind: 'levels', detail: JSON.stringify(levels) });
}

function provenBound(input: PlanInput, certificate: Certificate, previous: readonly Assignment[]): bigint {
  const visits = possibleVisits(input, certificate, previous);
  const leaves = leavesOf(certificate.proof, []);
  const bounds = leaves.map(([prices, branches]) => leafBound(input, visits, prices, branches, BigInt(certificate.scale)));
  return bounds.reduce((highest, bound) => (bound > highest ? bound : highest));
}

function leavesOf(proof: Proof, branches: readonly Branch[]): [Extract<Proof, { requests: unknown }>, readonly Branch[]][] {
  if (!('filter' in proof)) return [[proof, branches]];
  const { filter, count } = proof;
  return [
    ...leavesOf(proof.atMost, [...branches, { filter, atMost: BigInt(count) }]),
    ...leavesOf(proof.more, [...branches, { filter, atLeast: BigInt(count) + 1n }]),
  ];
}

/** Every visit that some plan may hold, with what it adds to the score before its half-day is counted. */
function possibleVisits(input: PlanInput, { levels }: Certificate, previous: readonly Assignment[]): PossibleVisit[] {
  const previousOf = new Map(previous.map((assignment) => [assignment.requestId, assignment]));
  return input.experts.flatMap((expert) => {
    const fitting = input.requests.filter((request) => hasField(expert, request) && goesTo(expert, request));
    return freeSlots(input, expert)
      .filter(({ date }) => roomInWeek(expert, mondayOf(date)) > 0)
      .flatMap((slot) => {
        const open = fitting.filter((request) => !isExcluded(input, request, expert.id, slot) && pinsAllow(input, request, expert.id, slotKey(slot)));
        return groups(open)
          .flatMap((group) => subsets(group, shareLimitOf(input)))
          .map((requests) => ({
            expertId: expert.id,
            slot,
            requestIds: requests.map(({ id }) => id),
            score: requests.reduce((sum, request) => {
              const before = previousOf.get(request.id);
              const stays = before && isSame(before, { requestId: request.id, expertId: expert.id, slot });
              return (
                sum +
                BigInt(levels.weighted) * BigInt(request.weight) +
                (stays ? BigInt(levels.kept) : 0n) +
                (isPreferred(request, slot) ? BigInt(levels.preferred) : 0n)
              );
            }, 0n),
          }));
      });
  });
}

const pinsAllow = (input: PlanInput, { id }: PlanRequest, expertId: string, slot: string): boolean =>
  input.pins.every(
    (pin) =>
      pin.requestId !== id || ((pin.expertId === undefined || pin.expertId === expertId) && (pin.slot === undefined || slotKey(pin.slot) === slot)),
  );

/** The requests that may share a visit. */
function groups(requests: readonly PlanRequest[]): PlanRequest[][] {
  const found = new Map<string, PlanRequest[]>();
  for (const request of requests) {
    const key = JSON.stringify([request.subjectId, request.areaId]);
    found.set(key, [...(found.get(key) ?? []), request]);
  }
  return [...found.values()];
}

/** The subsets of one to `most` members. */
function subsets<Member>(members: readonly Member[], most: number): Member[][] {
  if (most === 0) return [];
  return members.flatMap((member, at) => [[member], ...subsets(members.slice(at + 1), most - 1).map((rest) => [member, ...rest])]);
}
