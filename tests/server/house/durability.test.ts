import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runScript } from '../../support/processes/child';

// Each takes a start of the engine; KILLS=50 for a longer look.
const KILLS = Number(process.env.KILLS ?? 15);

const folder = mkdtempSync(join(tmpdir(), 'quality-month-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the folder after the last kill, lets it write for a moment and kills it. */
async function writeAndKill(batch: number): Promise<{ found: Set<string>; acknowledged: string[] }> {
  const child = runScript('tests/support/processes/write-until-killed.ts', {}, [folder, String(batch)]);
  await child.says(/wrote .*\n/);
  // From 0 to 150 ms, a different moment of the write each time.
  await new Promise((resume) => setTimeout(resume, (batch * 37) % 150));
  child.kill('SIGKILL');
  expect(await child.ended).toBe('SIGKILL');
  const said = child.said();
  return {
    found: new Set(/found (.*)\n/.exec(said)?.[1]?.split(',')),
    // A line that was cut off was not acknowledged to anybody.
    acknowledged: [...said.matchAll(/wrote (\S+)\n/g)].map((match) => match[1] ?? ''),
  };
}

it(`the embedded database loses no acknowledged write over ${KILLS} × kill -9`, async () => {
  const acknowledged: string[] = [];
  for (let batch = 0; batch < KILLS; batch += 1) {
    const run = await writeAndKill(batch);
    expect(acknowledged.filter((write) => !run.found.has(write))).toEqual([]);
    acknowledged.push(...run.acknowledged);
  }
  expect(acknowledged.length).toBeGreaterThan(KILLS * 5);
}, 400_000);
