import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dependencies } from '../package.json';
import { bundleForCloud } from './cloud-bundle';

// One function serves every action: `index.js` is the event function's handler, for the mini-program and the timer;
// `scf_bootstrap` starts the same code as an HTTP function, for the H5 site. Everything is bundled, so nothing has
// to be installed in the cloud but sharp, whose library is native.

const folder = join('dist', 'cloudfunctions', 'api');

async function run(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { outputs } = await bundleForCloud(folder, { index: 'server/entries/cloud-event.ts', http: 'server/entries/cloud-http-main.ts' });
  write('package.json', JSON.stringify({ name: 'api', private: true, main: 'index.js', engines: { node: '>=18' }, dependencies: { sharp: dependencies.sharp } }, null, 2));
  // The timer of a WeChat cloud function, every minute; seven fields, seconds first.
  write('config.json', JSON.stringify({ triggers: [{ name: 'every-minute', type: 'timer', config: '0 * * * * * *' }] }, null, 2));
  // https://docs.cloudbase.net/cloud-function/develop/scf-bootstrap: absolute path of node, LF, executable.
  write('scf_bootstrap', '#!/bin/bash\ncd "$(dirname "$0")" && exec /var/lang/node18/bin/node http.js');
  chmodSync(join(folder, 'scf_bootstrap'), 0o755);
  for (const [file, { bytes }] of Object.entries(outputs)) console.log(`${file}  ${Math.round(bytes / 1024)} KB`);
}

const write = (name: string, text: string): void => {
  writeFileSync(join(folder, name), `${text}\n`);
};

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
