import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const SITE = join('dist', 'h5', 'index.html');

/** When it was last written, in milliseconds; 0 where there is nothing. */
const writtenAt = (path: string): number => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/** Folders count too: what was deleted from one leaves no other trace. */
const newestBelow = (folder: string): number =>
  Math.max(writtenAt(folder), ...readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => writtenAt(join(folder, name))));

/** Whether the H5 site was built from what is here now. */
const isUpToDate = (): boolean => Math.max(newestBelow('src'), newestBelow('config'), writtenAt('package-lock.json')) <= writtenAt(SITE);

/**
 * Builds the H5 site unless it is up to date.
 *
 * @returns whether it is there
 */
export function buildSite(): boolean {
  if (isUpToDate()) return true;
  console.log('Building the H5 site …');
  return spawnSync('npm', ['run', 'build:h5'], { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}
