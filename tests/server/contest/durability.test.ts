import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript } from '../../support/processes/child';
import { makePostgresDatabase } from '../../support/test-database';

const KILLS = 2;
const PEOPLE = 100;
const QUESTIONS = 20;

/** The answers after so many savings, as the script gives them one after another: option 0 in the first round, 1 in the next. */
const answersAfter = (savings: number): string =>
  Array.from({ length: QUESTIONS }, (_, question) => {
    const rounds = Math.ceil((savings - question) / QUESTIONS);
    return rounds <= 0 ? '' : String((rounds - 1) % 2);
  }).join();

/** Lets a hundred people answer for a moment, then kills the server. */
async function answerAndKill(environment: Record<string, string>, moment: number): Promise<{ found: Map<number, number>; acknowledged: Map<number, number> }> {
  const child = runScript('tests/support/processes/answer-until-killed.ts', environment);
  await child.says(new RegExp(`saved ${PEOPLE - 1} \\d+\\n`));
  await new Promise((resume) => setTimeout(resume, 200 + moment));
  child.kill('SIGKILL');
  expect(await child.ended).toBe('SIGKILL');
  const said = child.said();
  const found = new Map<number, number>();
  for (const [, person, revision, chosen] of said.matchAll(/found (\d+) (\d+) (\S*)\n/g)) {
    expect(chosen).toBe(answersAfter(Number(revision)));
    found.set(Number(person), Number(revision));
  }
  // A line that was cut off was not acknowledged to anybody.
  const acknowledged = new Map([...said.matchAll(/saved (\d+) (\d+)\n/g)].map(([, person, revision]) => [Number(person), Number(revision)]));
  return { found, acknowledged };
}

async function expectNothingLost(environment: Record<string, string>): Promise<void> {
  const acknowledged = new Map<number, number>();
  for (let kill = 0; kill <= KILLS; kill += 1) {
    const run = await answerAndKill(environment, kill * 37);
    expect(run.found.size).toBe(PEOPLE);
    for (const [person, revision] of acknowledged) expect(run.found.get(person)).toBeGreaterThanOrEqual(revision);
    for (const [person, revision] of run.acknowledged) acknowledged.set(person, revision);
  }
  expect(acknowledged.size).toBe(PEOPLE);
}

interface Place {
  readonly environment: Record<string, string>;
  readonly leave: () => Promise<void>;
}

const engines: [string, () => Promise<Place>][] = [
  [
    'the embedded database',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'quality-month-'));
      return Promise.resolve({ environment: { DATA_DIR: join(folder, 'data') }, leave: () => rm(folder, { recursive: true }) });
    },
  ],
];
const url = process.env.DATABASE_URL;
if (url !== undefined) {
  engines.push([
    'PostgreSQL',
    async () => {
      const own = await makePostgresDatabase(url);
      return { environment: { DATABASE_URL: own.url }, leave: own.drop };
    },
  ]);
}

test.each(engines)(`on %s ${KILLS} × kill -9 of the server lose no saved answer of ${PEOPLE} running attempts`, async (_, open) => {
  const place = await open();
  await expectNothingLost(place.environment);
  await place.leave();
}, 180_000);
