import { kyselyOver, openPool, type Store } from './connection';
import { preparing } from './prepared';

export interface PostgresOptions {
  /** Connections kept at most. */
  readonly poolSize: number;
  /** Told of a connection that died while nobody used it; the pool replaces it by itself. */
  readonly onIdleError: (error: Error) => void;
}

/**
 * PostgreSQL 14 or newer. TLS is as the URL says (`sslmode`). Connects at the first query, which fails within
 * 10 seconds when nobody answers.
 */
export function openPostgres(url: string, { poolSize, onIdleError }: PostgresOptions): Store {
  const pool = openPool({
    connectionString: url,
    max: poolSize,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  pool.on('error', onIdleError);
  const db = kyselyOver(preparing(pool));
  let closing: Promise<void> | undefined;
  return { db, close: () => (closing ??= db.destroy()) };
}
