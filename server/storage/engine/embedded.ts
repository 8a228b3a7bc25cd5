import { resolve } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import type { Pool, PoolConfig } from 'pg';
import { kyselyOver, openPool, type Store } from './connection';
import { DurableFiles, markComplete, prepareFiles } from './embedded-files';
import { lockFolder } from './embedded-lock';

const MINUTE = 60_000;

export interface EmbeddedOptions {
  /** Told when the upkeep (checkpoint, vacuum) or the engine itself fails. */
  readonly onError: (error: Error) => void;
}

export interface MemoryStore extends Store {
  /** Everything in it, to open another one from. */
  dump(): Promise<Blob>;
}

/**
 * PostgreSQL inside this process, on a folder. A commit is on the disk before it is acknowledged; the folder is
 * locked against other processes. There is one connection, so transactions run one after another, and a query on the
 * store's own `db` from inside a transaction waits for ever.
 *
 * @throws FolderInUse
 */
export async function openEmbedded(folder: string, { onError }: EmbeddedOptions): Promise<Store> {
  const path = resolve(folder);
  const unlock = lockFolder(path);
  try {
    const { files, isNew } = prepareFiles(path);
    const pglite = await PGlite.create({ fs: new DurableFiles(files), startParams: durableStartParams() });
    if (isNew) markComplete(path);
    const pool = onePool(pglite, onError);
    const stopUpkeep = startUpkeep(pool, onError);
    return {
      db: kyselyOver(pool),
      close: once(async () => {
        stopUpkeep();
        await pool.query('checkpoint').catch(onError);
        await pool.end();
        await pglite.close();
        unlock();
      }),
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The same engine without a folder: gone when closed. For tests. */
export async function openInMemory(snapshot?: Blob): Promise<MemoryStore> {
  const pglite = await PGlite.create(snapshot ? { loadDataDir: snapshot } : {});
  const pool = onePool(pglite, (error) => {
    throw error;
  });
  return {
    db: kyselyOver(pool),
    dump: () => pglite.dumpDataDir('none'),
    close: once(async () => {
      await pool.end();
      await pglite.close();
    }),
  };
}

// PGlite starts with -F, which turns fsync off. The default method, fdatasync, is an empty call in its file layer.
const durableStartParams = (): string[] => [
  ...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

function onePool(pglite: PGlite, onError: (error: Error) => void): Pool {
  // The class says less than pg's types ask of a connection; it is made for exactly this use.
  const config = createPgConfig(pglite) as unknown as PoolConfig;
  // The one client is never given up: it cannot be made again beside itself.
  const pool = openPool({ ...config, max: 1, idleTimeoutMillis: 0, allowExitOnIdle: false });
  pool.on('error', onError);
  return pool;
}

// The embedded engine runs no checkpointer and no autovacuum: without these, its log grows and its plans age.
function startUpkeep(pool: Pool, onError: (error: Error) => void): () => void {
  const every = (milliseconds: number, statement: string) =>
    setInterval(() => {
      pool.query(statement).catch(onError);
    }, milliseconds).unref();
  const timers = [every(5 * MINUTE, 'checkpoint'), every(60 * MINUTE, 'vacuum (analyze)')];
  return () => {
    timers.forEach(clearInterval);
  };
}

function once(close: () => Promise<void>): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => (closing ??= close());
}
