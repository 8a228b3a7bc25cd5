import { sql, type Kysely } from 'kysely';

/** The audit log names articles of the campaign's folder too, whose ids are words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table audit alter column about type text using about::text`.execute(db);
}
