import { objectiveOf } from '../src/domain/visit-plan/objective';
import { verifyPlan } from '../src/domain/visit-plan/verify';
import { violations } from '../src/domain/visit-plan/violations';
import { planVisits } from '../server/visit-plan/plan-visits';
import { ms, quantile, say, timed } from './figures';
import { firstCome } from './visit-plan/first-come';
import { seededInput } from './visit-plan/seeded-input';

// What a visit plan costs and is worth: 100 experts × 100 requests × 20 half-days, from seeds 1 to N.
// `npm run bench:plan` makes 1,000 of them; `npm run bench:plan -- 200` so many.

async function main(): Promise<void> {
  const count = Number(process.argv[2] ?? 1000);
  const took: number[] = [];
  const checking: number[] = [];
  const unproven: number[] = [];
  const visits = { planned: 0, firstCome: 0 };
  const weight = { planned: 0, firstCome: 0, all: 0 };
  let split = 0;
  let peak = 0;
  for (let seed = 1; seed <= count; seed += 1) {
    const input = seededInput(seed);
    const { value: result, took: planning } = await timed(() => planVisits(input));
    took.push(planning);
    peak = Math.max(peak, process.memoryUsage().rss);
    const { value: problems, took: verifying } = await timed(() => Promise.resolve(result.kind === 'optimal' ? verifyPlan(input, result) : null));
    checking.push(verifying);
    if (result.kind !== 'optimal' || problems?.length !== 0) {
      unproven.push(seed);
      if (process.env.BENCH_DETAILS) console.error(seed, result.kind, problems);
      continue;
    }
    if ('filter' in result.certificate.proof) split += 1;
    const greedy = firstCome(input);
    if (violations(input, greedy).length > 0) throw new Error('First-come assignment breaks a constraint.');
    visits.planned += result.assignments.length;
    visits.firstCome += greedy.length;
    weight.planned += result.objective.weighted;
    weight.firstCome += objectiveOf(input, greedy, []).weighted;
    weight.all += input.requests.reduce((sum, request) => sum + request.weight, 0);
  }
  say('plans that are optimal with a verified certificate', `${count - unproven.length} of ${count}`);
  if (unproven.length > 0) say('seeds of the others', unproven.join(', '));
  say('of them proven by one set of prices, without a split', count - unproven.length - split);
  for (const [name, times] of [['plan with its reasons', took], ['verifying its certificate', checking]] as const) {
    say(`time of a ${name}: p50`, ms(quantile(times, 0.5)));
    say(`time of a ${name}: p95`, ms(quantile(times, 0.95)));
    say(`time of a ${name}: longest`, ms(Math.max(...times)));
  }
  say('most memory of the process (resident)', `${Math.round(peak / 1024 / 1024)} MB`);
  say('requests served in all, planned and first come', `${visits.planned} and ${visits.firstCome}`);
  say('requests served, planned to first come', (visits.planned / visits.firstCome).toFixed(3));
  say('weight served, planned to first come', (weight.planned / weight.firstCome).toFixed(3));
  say('share of all weight that is served, planned', (weight.planned / weight.all).toFixed(3));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
