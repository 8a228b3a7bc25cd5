import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from '../server/entries/node-main';

function hasSite(): boolean {
  if (existsSync(join('dist', 'h5', 'index.html'))) return true;
  console.log('Building the H5 site, once …');
  return spawnSync('npm', ['run', 'build:h5'], { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

/** npm passes a signal on to its shell alone, which dies of it and leaves this process behind: stop with it. */
function stopWithNpm(): void {
  const shell = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 300);
  watch.unref();
}

if (process.env.npm_lifecycle_event === 'start') stopWithNpm();

if (hasSite()) void runNode();
else {
  console.error('The H5 site could not be built; see above. "npm run build:h5" builds it alone.');
  process.exit(1);
}
