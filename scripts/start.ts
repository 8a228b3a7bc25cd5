import { runNode } from '../server/entries/node-main';
import { buildSite } from './site';

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

if (buildSite()) void runNode();
else {
  console.error('The H5 site could not be built; see above. "npm run build:h5" builds it alone.');
  process.exit(1);
}
