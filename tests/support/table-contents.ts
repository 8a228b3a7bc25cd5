import type { Kysely } from 'kysely';
import type { Database } from '../../server/storage/tables';

const tables = [
  'campaign',
  'office',
  'activity',
  'article',
  'topic',
  'question',
  'person',
  'identity',
  'session',
  'officer',
  'practice',
  'practiceQuestion',
  'wrongQuestion',
  'serviceRequest',
  'requestEvent',
  'lookupFailure',
  'replay',
] as const satisfies readonly (keyof Database)[];

/** Every row of every table, in an order of its own, to be compared before and after. */
export async function tableContents(db: Kysely<Database>): Promise<Record<string, string[]>> {
  const contents: Record<string, string[]> = {};
  for (const table of tables) {
    const rows = await db.selectFrom(table).selectAll().execute();
    contents[table] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return contents;
}
