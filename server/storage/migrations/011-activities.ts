import { sql, type Kysely } from 'kysely';

/** Activities have several ways to take part; a person's progress in lessons is kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // What was loaded before is loaded anew with its folder.
  `alter table activity
    drop column take_part,
    add column ways jsonb not null default '[{"kind": "news"}]',
    add column "when" text not null default '',
    add column how_to text`,
  `alter table activity alter column ways drop default, alter column "when" drop default`,
  // No reference to article: loading the campaign's folder deletes its articles and puts them back.
  `create table lesson_progress (
    person_id uuid not null references person on delete cascade,
    article_id text not null,
    read_percent integer not null check (read_percent between 0 and 100),
    read_at timestamptz,
    check_id uuid references practice on delete cascade,
    checked_at timestamptz,
    begun_at timestamptz not null,
    primary key (person_id, article_id),
    check ((read_percent = 100) = (read_at is not null)),
    check (checked_at is null or check_id is not null)
  )`,
  `create index lesson_progress_of_check on lesson_progress (check_id) where check_id is not null`,
];
