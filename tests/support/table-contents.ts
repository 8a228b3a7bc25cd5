import { sql, type Kysely } from 'kysely';
import type { Database } from '../../server/storage/tables';

/** Every row of every table by its name (`serviceRequest`), in an order of its own, to be compared before and after. */
export async function tableContents(db: Kysely<Database>): Promise<Record<string, string[]>> {
  const contents: Record<string, string[]> = {};
  for (const { name } of await db.introspection.getTables()) {
    const { rows } = await sql`select * from ${sql.table(name)}`.execute(db);
    contents[name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return contents;
}
