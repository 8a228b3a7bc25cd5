import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type { Pool, PoolClient } from 'pg';

// Statements whose text grows with a list are many; those beyond the first few hundred go unprepared.
const MOST = 500;
const EVERY_COLUMN = /(?:select |returning |\.)\*/i;

/**
 * A pool whose connections parse and plan each statement once: a name tells PostgreSQL that it knows the text already.
 * A statement that reads every column is left out, because its kept plan would fail once a migration adds one.
 */
export function preparing(pool: Pool): PostgresPool {
  const names = new Map<string, string>();
  const nameOf = (text: string, values: readonly unknown[]): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || values.length === 0 || names.size >= MOST || EVERY_COLUMN.test(text)) return known;
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
  const wrapped = new WeakMap<PoolClient, PostgresPoolClient>();
  const wrap = (client: PoolClient): PostgresPoolClient => {
    const query = (text: string, values: readonly unknown[]): Promise<unknown> => client.query({ name: nameOf(text, values), text, values: [...values] });
    // The other signature is of cursors, for streams, which nothing here asks for.
    return { query: query as PostgresPoolClient['query'], release: () => { client.release(); } };
  };
  return {
    connect: async () => {
      const client = await pool.connect();
      const known = wrapped.get(client) ?? wrap(client);
      wrapped.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}
