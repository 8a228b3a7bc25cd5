import { sql, type Kysely } from 'kysely';
import { openPostgres } from '../../server/storage/engine/postgres';
import { findStanding } from '../../server/storage/contest/rank-store';
import type { Database } from '../../server/storage/tables';
import { LONG_SPAN_MS, SHORT_SPAN_MS } from '../../src/domain/contest/rank-moves';
import { median, ms, quantile, say, timed } from '../figures';
import { run, type BenchPostgres } from './postgres';

const PEOPLE = 400;
const NAIVE = 40;
const ROUNDS = 5;

/** Best results as a bell around 76 points and seven minutes, in the tables as hand-ins would have left them. */
async function fill(url: string, people: number): Promise<void> {
  await run(
    url,
    `insert into contest_entrant (id, contest_id, code, ranked, best_attempt_id, best_score, best_correct, best_ms, best_at, passed)
     select gen_random_uuid(), contest.id, lpad(to_hex(n), 16, '0'), true, gen_random_uuid(), score, score / 5, used, opens_at + random() * interval '20 days', score >= 60
     from contest, (select n, sqrt(-2 * ln(1 - random())) as radius, 2 * pi() * random() as angle from generate_series(1, $1::integer) n) bell,
       lateral (select least(100, greatest(0, round(76 + 13 * radius * cos(angle))))::integer as score,
         least(900000, greatest(20000, round(420000 + 150000 * radius * sin(angle))))::integer as used) result`,
    [people],
  );
  await run(url, `insert into contest_rank_score select contest_id, best_score, count(*) from contest_entrant group by 1, 2`);
  await run(
    url,
    `insert into contest_rank_cell select contest_id, best_score, span, best_ms / span, count(*)
     from contest_entrant, unnest(array[${LONG_SPAN_MS}, ${SHORT_SPAN_MS}]) span group by 1, 2, 3, 4`,
  );
  for (const table of ['contest_entrant', 'contest_rank_score', 'contest_rank_cell']) await run(url, `vacuum analyze ${table}`);
}

/** What one would write without the counts. */
async function naiveRank(db: Kysely<Database>, contestId: string, entrantId: string): Promise<number | undefined> {
  const { rows } = await sql<{ rank: number }>`
    select 1 + count(*) as "rank" from contest_entrant other, contest_entrant own
    where own.id = ${entrantId} and other.contest_id = ${contestId} and other.ranked and (other.best_score > own.best_score or other.best_score = own.best_score
      and (other.best_ms < own.best_ms or other.best_ms = own.best_ms and other.best_at < own.best_at))`.execute(db);
  return rows[0]?.rank;
}

interface Field {
  readonly db: Kysely<Database>;
  readonly ids: readonly string[];
  readonly took: number[];
}

async function openField(url: string, people: number): Promise<Field> {
  await fill(url, people);
  const { db } = openPostgres(url, { poolSize: 1, onIdleError: () => undefined });
  const rows = await db.selectFrom('contestEntrant').select('id').orderBy(sql`random()`).limit(PEOPLE).execute();
  return { db, ids: rows.map(({ id }) => id), took: [] };
}

/** Exact rank: what it costs at ten thousand and at a million results, and against counting. */
export async function benchRank(postgres: BenchPostgres, template: string, contestId: string): Promise<void> {
  const small = await openField(await postgres.create('bench_rank_small', template), 10_000);
  const large = await openField(await postgres.create('bench_rank_large', template), 1_000_000);
  const ratios: number[] = [];
  // The first round warms both up and is not counted. Turn by turn, so that both meet the same machine.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const now = { small: [] as number[], large: [] as number[] };
    for (const [index, id] of large.ids.entries()) {
      const pair = [
        async () => now.large.push((await timed(() => findStanding(large.db, contestId, id))).took),
        async () => now.small.push((await timed(() => findStanding(small.db, contestId, small.ids[index] ?? ''))).took),
      ];
      for (const one of index % 2 === 0 ? pair : pair.reverse()) await one();
    }
    if (round === 0) continue;
    small.took.push(...now.small);
    large.took.push(...now.large);
    ratios.push(median(now.large) / median(now.small));
  }
  const naive: number[] = [];
  for (const id of large.ids.slice(0, NAIVE)) {
    const { value, took } = await timed(() => naiveRank(large.db, contestId, id));
    const standing = await findStanding(large.db, contestId, id);
    if (standing?.rank !== value) throw new Error(`The rank ${standing?.rank} is not the counted ${value}.`);
    naive.push(took);
  }
  const figures = ({ took }: Field) => `${ms(median(took))} median, ${ms(quantile(took, 0.99))} p99`;
  say('my rank among 10,000, through the server’s client', figures(small));
  say('my rank among 1,000,000', figures(large));
  say(`the same, 1,000,000 ÷ 10,000 (median of ${ROUNDS} rounds of ${PEOPLE}; aim ≤ 1.1)`, `${median(ratios).toFixed(2)} (${ratios.map((ratio) => ratio.toFixed(2)).join(' ')})`);
  say('counting everyone who is better among 1,000,000 (same answers)', `${ms(median(naive))} median`);
  say('counting ÷ my rank at 1,000,000 (aim ≥ 300)', Math.round(median(naive) / median(large.took)).toString());
  for (const { db } of [small, large]) await db.destroy();
}
