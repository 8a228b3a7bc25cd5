import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundleForCloud } from '../../../scripts/cloud-bundle';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cloud-bundle-'));
  await bundleForCloud(folder, { index: 'server/entries/cloud-event.ts', solver: 'server/visit-plan/solver.ts' });
});
afterAll(() => rm(folder, { recursive: true }));

/** What a script prints that runs beside the bundle, where nothing is installed. */
async function run(script: string): Promise<unknown> {
  await writeFile(join(folder, 'script.js'), script);
  // Port 1 refuses at once.
  const { stdout } = await promisify(execFile)(process.execPath, ['script.js'], { cwd: folder, env: { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' } });
  return JSON.parse(stdout);
}

test('the function loads and answers', async () => {
  const reply = await run(`require('./index.js').main({ action: 'home.get' }, {}).then((reply) => console.log(JSON.stringify(reply)));`);
  expect(reply).toEqual({ ok: false, error: { code: 'unavailable', message: '服务暂时繁忙，请稍后重试。' } });
});

test('the solver finds its WebAssembly', async () => {
  const values = await run(`
    const columns = [[3, 2], [2, 1], [2, 1]].map(([value, size]) => ({ value, upper: 1, entries: [[0, size]] }));
    require('./solver.js').openSolver(performance.now() + 60_000).then(({ maximise }) => {
      console.log(JSON.stringify([...maximise(columns, [{ lower: 0, upper: 2 }], true).values]));
    });`);
  expect(values).toEqual([0, 1, 1]);
});
