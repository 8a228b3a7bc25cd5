import { CamelCasePlugin, Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import { Pool, types, type CustomTypesConfig, type PoolConfig } from 'pg';
import type { Database } from '../tables';

/** An open database. `close` waits for what is under way and may be called more than once. */
export interface Store {
  readonly db: Kysely<Database>;
  close(): Promise<void>;
}

const safeInteger = (text: string): number | string => {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : text;
};

// A calendar date stays the text it is: pg would make it midnight in the machine's own time zone.
const parsers = new Map<number, (text: string) => unknown>([
  [types.builtins.DATE, (text) => text],
  [types.builtins.INT8, safeInteger],
]);

const typeParsers: CustomTypesConfig = {
  getTypeParser: (oid, format): unknown => (format === 'binary' ? undefined : parsers.get(oid)) ?? types.getTypeParser(oid, format),
};

/**
 * A pool of pg's clients that reads values as `tables.ts` says: dates as `YYYY-MM-DD`, instants as `Date`, `bigint`
 * as a number where it is exact and as text where not, `jsonb` parsed. Both engines are opened through it.
 */
export const openPool = (config: PoolConfig): Pool => new Pool({ ...config, types: typeParsers });

/** Kysely over a pool, camelCase above and snake_case below; keys inside `jsonb` values are left alone. */
export const kyselyOver = (pool: PostgresPool): Kysely<Database> =>
  new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true, underscoreBetweenUppercaseLetters: true })],
  });
