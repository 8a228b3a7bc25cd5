import { sql, type Kysely } from 'kysely';

/** Who has read what, and how many have. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Beside the article, which the folder's loading replaces: the number of its readers outlives that, and their leaving.
  `create table article_readership (
    article_id text primary key,
    readers integer not null check (readers >= 0)
  )`,
  `create table article_reader (
    article_id text not null,
    person_id uuid not null references person on delete cascade,
    primary key (article_id, person_id)
  )`,
  `create index article_reader_of_person on article_reader (person_id)`,
];
