import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Query {
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** The statements that reach PostgreSQL from this process while `work` runs, as they are sent. */
export async function capture(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const prototype = Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const real = prototype.query;
  prototype.query = function (this: Client, ...args: unknown[]) {
    const [query, values] = args as [string | Query, readonly unknown[] | undefined];
    statements.push(typeof query === 'string' ? { text: query, values: values ?? [] } : { text: query.text, values: query.values ?? [] });
    return real.apply(this, args);
  };
  try {
    await work();
  } finally {
    prototype.query = real;
  }
  return statements;
}

/**
 * Says how a captured value is written in a script: what differs from call to call as an expression of the script's
 * variables; undefined for what stays as it was.
 */
export type Write = (value: unknown) => string | undefined;

export interface Script {
  /** pgbench's meta commands, one a line, before the statements. */
  readonly head: string;
  readonly statements: readonly Statement[];
  readonly write: Write;
}

/** pgbench's arguments for these scripts, each as likely as another, and how to remove their files. */
export function scriptArguments(scripts: readonly Script[]): { readonly args: string[]; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'bench-scripts-'));
  const args: string[] = [];
  for (const [index, { head, statements, write }] of scripts.entries()) {
    const lines = statements.map(({ text, values }, statement) => {
      const written = values.map((value, place) => {
        const expression = value === null ? 'null' : write(value);
        if (expression !== undefined) return expression;
        // A variable's text is sent as a parameter, as the server's client does.
        const name = `v${index}_${statement}_${place}`;
        args.push('-D', `${name}=${value instanceof Date ? value.toISOString() : String(value)}`);
        return `:${name}`;
      });
      return `${text.replace(/\$(\d+)/g, (_, place: string) => written[Number(place) - 1] ?? '').replace(/\s+/g, ' ')};`;
    });
    const file = join(folder, `${index}.sql`);
    writeFileSync(file, `${head}\n${lines.join('\n')}\n`);
    args.push('-f', file);
  }
  return {
    args,
    remove: () => {
      rmSync(folder, { recursive: true });
    },
  };
}
