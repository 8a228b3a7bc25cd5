import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { LoadJob, LoadReport } from './load';

/** Drives the server from a process of its own. */
export function runLoad(job: LoadJob): Promise<LoadReport> {
  const child = fork(join(__dirname, 'load.ts'), { execArgv: ['--import', 'tsx'] });
  return new Promise((resolve, reject) => {
    child.once('message', (report) => {
      resolve(report as LoadReport);
      // It has nothing else to wait for, and ends.
      child.disconnect();
    });
    child.once('exit', (code) => {
      reject(new Error(`The load ended with ${code}.`));
    });
    child.send(job);
  });
}
