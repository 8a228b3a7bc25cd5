import { ms, quantile, say } from '../figures';
import { makePeople } from './people';
import { run, type BenchPostgres } from './postgres';
import { runLoad } from './run-load';
import { startServer } from './server-process';

const PEOPLE = 5_000;

/** Everybody at once: five thousand start within ten seconds and hand in within the minute. */
export async function benchCrowd(postgres: BenchPostgres, template: string, contestId: string): Promise<void> {
  const url = await postgres.create('bench_crowd', template);
  for (const statement of makePeople) await run(url, statement, [PEOPLE]);
  const server = await startServer(url);
  const { now: idle } = server.memory();
  const { errors, took } = await runLoad({ kind: 'crowd', port: server.port, people: PEOPLE });
  const { most } = server.memory();
  const cpu = server.cpu();
  await server.stop();
  say(`${PEOPLE} people start in ten seconds, save thrice, hand in within the minute: errors`, `${errors.length}${errors.length > 0 ? ` (${errors[0]})` : ''}`);
  for (const [action, times] of Object.entries(took)) {
    say(`  ${action}, ${times.length} calls`, `${ms(quantile(times, 0.5))} p50, ${ms(quantile(times, 0.95))} p95, ${ms(quantile(times, 0.99))} p99`);
  }
  const [kept] = await run(
    url,
    `select count(*) filter (where state = 'submitted' and closed_by = 'person') as attempts,
       count(*) filter (where (select count(*) from jsonb_object_keys(answers)) = 20) as whole,
       (select sum(entrants) from contest_rank_score where contest_id = $1) as ranked from contest_attempt`,
    [contestId],
  );
  say('  in the database: handed in, with all twenty answers, ranked', `${String(kept?.attempts)}, ${String(kept?.whole)}, ${String(kept?.ranked)}`);
  say('  memory of the server process: idle, at most; its CPU time', `${idle} MB, ${most} MB; ${cpu.toFixed(1)} s`);
}
