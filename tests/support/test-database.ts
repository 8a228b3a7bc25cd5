import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Store } from '../../server/storage/engine/connection';
import { openInMemory } from '../../server/storage/engine/embedded';
import { migrate } from '../../server/storage/migrate';
import { openPostgres } from '../../server/storage/engine/postgres';

// Opening one takes about a second of work, and several suites may share few cores.
if (typeof jest !== 'undefined') jest.setTimeout(60_000);

/**
 * A database of its own with the schema in place: in memory, or, when DATABASE_URL is set, a new database on that
 * PostgreSQL, so that suites can run side by side. Gone once closed.
 */
export const openTestDatabase = (): Promise<Store> => {
  const url = process.env.DATABASE_URL;
  return url ? openOwnPostgres(url) : openFromSnapshot();
};

/** The same without any schema. */
export const openEmptyDatabase = (): Promise<Store> => {
  const url = process.env.DATABASE_URL;
  return url ? openEmptyPostgres(url) : openInMemory();
};

const migrationsFolder = join('server', 'storage', 'migrations');
const snapshotFolder = join('node_modules', '.cache', 'test-database');

// Making the engine's files takes seconds; a kept copy with the schema in place opens in less than one.
async function openFromSnapshot(): Promise<Store> {
  const file = join(snapshotFolder, `${hashOfSchema()}.tar`);
  if (!existsSync(file)) await makeSnapshot(file);
  return openInMemory(new Blob([readFileSync(file)]));
}

async function makeSnapshot(file: string): Promise<void> {
  const store = await openInMemory();
  await migrate(store.db);
  const dump = Buffer.from(await (await store.dump()).arrayBuffer());
  await store.close();
  mkdirSync(snapshotFolder, { recursive: true });
  // Several suites may make it at once; each moves a whole file into place.
  const own = `${file}.${randomUUID()}`;
  writeFileSync(own, dump);
  renameSync(own, file);
}

function hashOfSchema(): string {
  const hash = createHash('sha256').update(readFileSync(join('node_modules', '@electric-sql', 'pglite', 'package.json')));
  // A migration counts from the moment it is named there.
  hash.update(readFileSync(join('server', 'storage', 'migrate.ts')));
  for (const name of readdirSync(migrationsFolder).sort()) hash.update(name).update(readFileSync(join(migrationsFolder, name)));
  return hash.digest('hex').slice(0, 16);
}

async function openOwnPostgres(url: string): Promise<Store> {
  const store = await openEmptyPostgres(url);
  await migrate(store.db);
  return store;
}

async function openEmptyPostgres(url: string): Promise<Store> {
  const own = await makePostgresDatabase(url);
  const store = openPostgres(own.url, {
    poolSize: 5,
    onIdleError: (error) => {
      throw error;
    },
  });
  return {
    db: store.db,
    close: async () => {
      await store.close();
      await own.drop();
    },
  };
}

/** An empty database of its own on a PostgreSQL. */
export async function makePostgresDatabase(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await runOn(url, `create database ${name} template template0 encoding 'UTF8'`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => dropOnceLeft(url, name) };
}

// The pool's connections are closed on this side a moment before the server has let go of them.
async function dropOnceLeft(url: string, name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await runOn(url, `drop database ${name}`);
      return;
    } catch (error) {
      if (tries === 20) throw error;
      await new Promise((resume) => setTimeout(resume, 50));
    }
  }
}

async function runOn(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
