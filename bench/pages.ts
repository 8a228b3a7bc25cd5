import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startTestServer } from '../tests/support/server';
import { mainPackageBytes, openPackage, subPackageBytes } from '../tests/weapp/host/app-package';
import { firstScreen, largestSetData } from '../tests/weapp/host/budgets';
import { glassEasel } from '../tests/weapp/host/engines/glass-easel-engine';
import { DEFAULT_DIST, launch } from '../tests/weapp/host/launch';
import { say } from './figures';

// What the built mini-program and H5 weigh: one line a figure. Needs `npm run build:weapp` and `npm run build:h5`.

async function miniProgram(): Promise<void> {
  say('mini-program: main package, bytes', mainPackageBytes(DEFAULT_DIST));
  for (const [name, bytes] of Object.entries(subPackageBytes(DEFAULT_DIST))) say(`mini-program: sub-package ${name}, bytes`, bytes);
  const server = await startTestServer();
  const { token } = await server.as('citizen');
  for (const route of openPackage(DEFAULT_DIST).pages) {
    const path = `${route}?id=baodi-wechat-group&topic=quality-basics`;
    const app = await launch({ engine: glassEasel, fetch: (request) => server.fetch(request), path, storage: { session: token } });
    const { requests, setDatas, nodes } = firstScreen(app);
    say(`${route}: requests, setDatas, largest bytes, nodes`, [requests, setDatas, largestSetData(app), nodes].join('  '));
  }
  await server.close();
}

/** The scripts and styles that index.html names, and those of the home page's own chunk, as the browser would fetch them. */
function h5(): void {
  const folder = 'dist/h5';
  const named = [...readFileSync(join(folder, 'index.html'), 'utf8').matchAll(/(?:src|href)="\.\/((?:js|css)\/[^"]+)"/g)].map((match) => match[1] ?? '');
  const gzipped = (file: string): number => gzipSync(readFileSync(join(folder, file))).length;
  say('H5: scripts and styles in index.html, bytes gzipped', named.reduce((sum, file) => sum + gzipped(file), 0));
  const all = ['js', 'css'].flatMap((kind) => readdirSync(join(folder, kind)).map((file) => `${kind}/${file}`)).filter((file) => /\.(js|css)$/.test(file));
  say('H5: the whole site, bytes gzipped', all.reduce((sum, file) => sum + gzipped(file), 0));
}

miniProgram().then(h5, (error: unknown) => {
  console.error(error);
  process.exit(1);
});
