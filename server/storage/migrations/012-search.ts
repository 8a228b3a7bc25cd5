import { sql, type Kysely } from 'kysely';

/** What the search looks through: rows for the title of each published article, for its beginning and for all of a longer one, with their words as `src/domain/search` makes them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const common = `
    article_id text primary key references article on delete cascade,
    campaign_id text not null references campaign,
    kind text not null,
    sort_on date not null,
    words tsvector not null`;

const indexes = (table: string): string[] => [
  `create index ${table}_newest on ${table} (campaign_id, sort_on desc, article_id desc)`,
  `create index ${table}_newest_of_kind on ${table} (campaign_id, kind, sort_on desc, article_id desc)`,
  `create index ${table}_words on ${table} using gin (words)`,
];

const statements = [
  // Titles stand alone and close together: they come first in every answer, and the newest are looked through one by one.
  `create table search_title (${common})`,
  ...indexes('search_title'),
  // Kept inside their rows for the same reason; elsewhere each would be fetched and unpacked.
  `create table search_text (${common},
    title_words tsvector not null
  ) with (toast_tuple_target = 8160)`,
  `alter table search_text alter column title_words set storage main, alter column words set storage main`,
  ...indexes('search_text'),
  `create table search_body (${common})`,
  ...indexes('search_body'),
];
