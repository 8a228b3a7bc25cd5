import { join } from 'node:path';
import { readConfiguration } from '../server/application/configuration';
import { prepareStore } from '../server/application/prepare-store';
import { openPostgres } from '../server/storage/engine/postgres';
import { benchCrowd } from './contest/crowd';
import { say } from './figures';
import { BenchTrouble, openBenchPostgres, type BenchPostgres } from './contest/postgres';
import { benchRank } from './contest/rank';
import { benchSubmits } from './contest/submits';

// What the contest costs, on a PostgreSQL of its own (or on DATABASE_URL's): one line a figure. `npm run bench:contest`
// runs all; `npm run bench:contest -- rank submits crowd` only those named.

const TEMPLATE = 'bench_template';
const CONTEST = 'tianjin-2017-quiz';

const parts: Readonly<Record<string, (postgres: BenchPostgres, template: string, contestId: string) => Promise<void>>> = {
  rank: benchRank,
  submits: benchSubmits,
  crowd: benchCrowd,
};

/** The campaign in a database that the benchmarks copy. */
async function makeTemplate(postgres: BenchPostgres): Promise<void> {
  const store = openPostgres(await postgres.create(TEMPLATE), { poolSize: 1, onIdleError: () => undefined });
  await prepareStore(store, { ...readConfiguration({}), campaignFolder: join('campaigns', 'tianjin-2017') });
  await store.close();
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const postgres = await openBenchPostgres();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void postgres.stop().finally(() => process.exit(1)));
  try {
    say('PostgreSQL', postgres.version);
    await makeTemplate(postgres);
    for (const [name, bench] of Object.entries(parts)) {
      if (wanted.length === 0 || wanted.includes(name)) await bench(postgres, TEMPLATE, CONTEST);
    }
  } finally {
    await postgres.stop();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof BenchTrouble ? error.message : error);
  process.exit(1);
});
