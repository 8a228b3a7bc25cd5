import { objectiveOf } from '../../../src/domain/visit-plan/objective';
import { verifyPlan } from '../../../src/domain/visit-plan/verify';
import type { Assignment, Certificate, Optimal, PlanInput, Prices, Proof } from '../../../src/domain/visit-plan/types';
import { scoreOf } from '../../../server/visit-plan/levels';
import { planVisits } from '../../../server/visit-plan/plan-visits';
import { seededInput } from '../../../bench/visit-plan/seeded-input';

const small = { experts: 30, requests: 30, halfDays: 10 };

async function optimal(input: PlanInput, previous?: readonly Assignment[]): Promise<Optimal> {
  const result = await planVisits(input, { previous });
  if (result.kind !== 'optimal') throw new Error(result.kind);
  return result;
}

const input = seededInput(8, small);

const kinds = (result: Optimal, of = input) => verifyPlan(of, result).map(({ kind }) => kind);

const pricesOf = (proof: Proof): Prices => {
  if ('filter' in proof) throw new Error('The plan needs a split.');
  return proof;
};

const withPrices = (result: Optimal, change: (prices: Prices) => Partial<Prices>): Optimal => {
  const prices = pricesOf(result.certificate.proof);
  return { ...result, certificate: { ...result.certificate, proof: { ...prices, ...change(prices) } } };
};

const withCertificate = (result: Optimal, change: Partial<Certificate>): Optimal => ({
  ...result,
  certificate: { ...result.certificate, ...change },
});

describe('the checker refuses', () => {
  let plan: Optimal;
  beforeAll(async () => {
    plan = await optimal(input);
    expect(kinds(plan)).toEqual([]);
    expect(plan.assignments.length).toBeGreaterThan(4);
  });

  it('a plan that serves one request less than the best, whatever it says about itself', () => {
    const assignments = plan.assignments.slice(1);
    expect(kinds({ ...plan, assignments })).toEqual(['objective']);
    const objective = objectiveOf(input, assignments, []);
    const score = scoreOf(objective, plan.certificate.levels);
    expect(kinds({ ...plan, assignments, objective, score })).toEqual(['bound']);
    expect(kinds({ ...plan, assignments, objective, score, bound: score })).toEqual(['bound']);
  });

  it('a plan that breaks a constraint', () => {
    const [first, ...others] = plan.assignments;
    if (!first) throw new Error('The plan is empty.');
    expect(kinds({ ...plan, assignments: [{ ...first, slot: { date: '2017-12-01', half: 'am' } }, ...others] })).toContain('violation');
    expect(kinds({ ...plan, assignments: [first, ...plan.assignments] })).toContain('violation');
  });

  it('a plan that says it is worth more', () => {
    expect(kinds({ ...plan, objective: { ...plan.objective, preferred: plan.objective.preferred + 1 } })).toEqual(['objective']);
    expect(kinds({ ...plan, score: plan.score + 1 })).toEqual(['objective']);
  });

  it('a bound that its prices do not prove', () => {
    expect(kinds({ ...plan, bound: plan.bound - 1 })).toEqual(['bound']);
  });

  it.each(['requests', 'experts'] as const)('any price of %s that is lower than it has to be', (part) => {
    const prices = pricesOf(plan.certificate.proof)[part];
    expect(Object.keys(prices)).not.toHaveLength(0);
    for (const id of Object.keys(prices)) {
      const rest = Object.fromEntries(Object.entries(prices).filter(([other]) => other !== id));
      expect(kinds(withPrices(plan, () => ({ [part]: rest })))).not.toEqual([]);
    }
  });

  it('a price that pays somebody to be visited', () => {
    const [id] = Object.keys(pricesOf(plan.certificate.proof).requests);
    expect(kinds(withPrices(plan, ({ requests }) => ({ requests: { ...requests, [id ?? '']: -1 } })))).toEqual(['certificate']);
  });

  it('prices that are no whole numbers', () => {
    const [id = ''] = Object.keys(pricesOf(plan.certificate.proof).requests);
    for (const price of [0.5, Number.NaN, Infinity]) {
      expect(kinds(withPrices(plan, ({ requests }) => ({ requests: { ...requests, [id]: price } })))).toEqual(['certificate']);
    }
  });

  it('levels so close that a few preferred dates outweigh a request', () => {
    const { levels } = plan.certificate;
    expect(kinds(withCertificate(plan, { levels: { ...levels, weighted: levels.preferred } }))).toEqual(['levels']);
    expect(kinds(withCertificate(plan, { levels: { ...levels, preferred: 1 } }))).toEqual(['levels']);
    expect(kinds(withCertificate(plan, { scale: 0 }))).toEqual(['levels']);
  });

  it('a proof that leaves out one side of a split', () => {
    const { proof } = plan.certificate;
    const filter = { requestIds: [plan.assignments[0]?.requestId ?? ''] };
    const leaf = { ...pricesOf(proof), splits: [0] };
    expect(kinds(withCertificate(plan, { proof: { filter, count: 0, atMost: leaf, more: leaf } }))).toEqual([]);
    expect(kinds(withCertificate(plan, { proof: { filter, count: 0, atMost: leaf, more: { ...leaf, requests: {} } } }))).toEqual(['certificate']);
    expect(kinds(withCertificate(plan, { proof: { filter, count: 0, atMost: proof, more: proof } }))).toEqual(['certificate']);
    expect(kinds(withCertificate(plan, { proof: { filter, count: 0, atMost: { ...leaf, splits: [-1] }, more: leaf } }))).toEqual(['certificate']);
  });

  it('the proof of another input, in which somebody has time after all', () => {
    const other = {
      ...input,
      experts: input.experts.map((expert) => ({ ...expert, areaIds: [], weeklyLimit: 9, booked: {}, free: input.slots })),
    };
    expect(kinds(plan, other)).not.toEqual([]);
  });

  it('a plan that kept less of the previous one than it could', async () => {
    const first = plan.assignments;
    const replanned = await optimal(input, first);
    expect(verifyPlan(input, replanned, first)).toEqual([]);
    expect(verifyPlan(input, plan, first)).not.toEqual([]);
  });
});
