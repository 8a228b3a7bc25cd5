import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// The embedded engine locks nothing itself: a second process on one folder silently loses acknowledged rows.
//
// The lock is a file `in-use.<n>` that names its holder. Whoever finds the newest one without a living holder may
// create the next number; creating is exclusive, so of several starters one wins. Numbers only grow and the newest
// file is never removed, so a starter that was held up cannot bring an old number back to life.

const FILE = /^in-use\.(\d+)$/;

interface Holder {
  readonly pid: number;
  /** When the process started, in the system's own words: a later process with the same pid differs. */
  readonly started: string;
}

/** Another process has the folder open. */
export class FolderInUse extends Error {
  constructor(
    readonly folder: string,
    readonly pid: number,
  ) {
    super(`The data folder ${folder} is in use by process ${pid}. Stop that process, or set DATA_DIR to another folder.`);
    this.name = 'FolderInUse';
  }
}

/**
 * Takes the folder for this process, from a holder that died too. Held by the same process also counts as in use.
 *
 * @returns gives the folder back; doing so twice does nothing
 * @throws FolderInUse
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const mine = join(folder, `in-use-by-${process.pid}-${randomUUID()}`);
  writeFileSync(mine, JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? '' } satisfies Holder));
  try {
    for (;;) {
      const newest = Math.max(0, ...numbersIn(folder));
      const holder = newest > 0 ? holderOf(fileOf(folder, newest)) : null;
      if (holder !== null && isAlive(holder)) throw new FolderInUse(folder, holder.pid);
      const number = newest + 1;
      if (claim(mine, fileOf(folder, number)) && isNewest(folder, number)) return releaser(fileOf(folder, number));
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

const fileOf = (folder: string, number: number): string => join(folder, `in-use.${number}`);

const numbersIn = (folder: string): number[] =>
  readdirSync(folder).flatMap((name) => {
    const number = FILE.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });

// A link appears with its content or not at all, and never replaces a file.
function claim(mine: string, file: string): boolean {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function isNewest(folder: string, number: number): boolean {
  const numbers = numbersIn(folder);
  const newest = numbers.every((other) => other <= number);
  for (const other of newest ? numbers.filter((older) => older < number) : [number]) rmSync(fileOf(folder, other), { force: true });
  return newest;
}

// The file stays, empty, so that its number is not used again.
function releaser(file: string): () => void {
  let held = true;
  return () => {
    if (held) truncateSync(file);
    held = false;
  };
}

/** Null when the lock was given back, or was never whole. */
function holderOf(file: string): Holder | null {
  try {
    const holder: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isHolder(holder) ? holder : null;
  } catch {
    return null;
  }
}

const isHolder = (value: unknown): value is Holder =>
  typeof value === 'object' && value !== null && 'pid' in value && Number.isInteger(value.pid) && 'started' in value && typeof value.started === 'string';

function isAlive({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startOf(pid);
  return now === null || started === '' || now === started;
}

/** Null when the system does not say. */
function startOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') {
      // Field 22 of proc(5), in ticks since boot. The second field is a name in brackets that may hold spaces.
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
    }
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
