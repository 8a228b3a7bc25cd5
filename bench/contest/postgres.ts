import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

export interface BenchPostgres {
  readonly version: string;
  /** Makes a database, a copy of another one if that is named, and gives its URL. */
  readonly create: (name: string, template?: string) => Promise<string>;
  /** Runs pgbench and gives what it says. */
  readonly pgbench: (url: string, args: readonly string[]) => string;
  readonly stop: () => Promise<void>;
}

/** Says in one sentence what is missing. */
export class BenchTrouble extends Error {}

const ROOT = '/usr/lib/postgresql';

function binaries(): string {
  const newest = existsSync(ROOT) ? readdirSync(ROOT).sort((a, b) => Number(b) - Number(a))[0] : undefined;
  const folder = newest === undefined ? '' : join(ROOT, newest, 'bin');
  if (newest === undefined || !existsSync(join(folder, 'pgbench'))) {
    throw new BenchTrouble(`This benchmark needs PostgreSQL with pgbench in ${ROOT}; on Debian: apt-get install postgresql.`);
  }
  return folder;
}

// A server's memory, not a laptop's; durability stays as it is.
const settings = ['shared_buffers=1GB', 'max_wal_size=4GB', 'checkpoint_timeout=30min'];

/** A PostgreSQL of its own, gone when stopped; or databases of their own on the one that DATABASE_URL names. */
export async function openBenchPostgres(): Promise<BenchPostgres> {
  const bin = binaries();
  const given = process.env.DATABASE_URL;
  const { url, end } = given ? { url: given, end: () => undefined } : await startOwn(bin);
  const made: string[] = [];
  const [row] = await run(url, 'show server_version');
  return {
    version: String(row?.server_version),
    create: async (name, template = 'template0') => {
      await run(url, `drop database if exists ${name} with (force)`);
      await run(url, `create database ${name} template ${template} encoding 'UTF8'`);
      made.push(name);
      const own = new URL(url);
      own.pathname = `/${name}`;
      return own.href;
    },
    pgbench: (database, args) => {
      const { stdout, stderr, status } = spawnSync(join(bin, 'pgbench'), [...args, database], { encoding: 'utf8' });
      if (status !== 0) throw new Error(`pgbench: ${stderr}`);
      return stdout;
    },
    stop: async () => {
      for (const name of given ? made : []) await run(url, `drop database ${name} with (force)`);
      end();
    },
  };
}

async function startOwn(bin: string): Promise<{ url: string; end: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-postgres-'));
  const root = process.getuid?.() === 0;
  if (root) {
    const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    chownSync(folder, id('-u'), id('-g'));
  }
  // PostgreSQL does not run as root.
  const as = (command: string, ...args: string[]) =>
    root ? execFileSync('runuser', ['-u', 'postgres', '--', join(bin, command), ...args]) : execFileSync(join(bin, command), args);
  const data = join(folder, 'data');
  const port = await freePort();
  as('initdb', '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8');
  const options = [`-p ${port}`, `-k ${folder}`, '-h 127.0.0.1', ...settings.map((setting) => `-c ${setting}`)].join(' ');
  as('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-o', options, '-w', 'start');
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    end: () => {
      as('pg_ctl', '-D', data, '-m', 'immediate', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

/** Runs one statement on a connection of its own. */
export async function run(url: string, statement: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}
