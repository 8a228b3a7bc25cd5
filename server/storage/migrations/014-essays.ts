import { sql, type Kysely } from 'kysely';

/** Essays that people send in, and who appreciates the accepted ones. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table essay (
    id uuid primary key,
    campaign_id text not null references campaign,
    person_id uuid references person on delete set null,
    state text not null check (state in ('submitted', 'returned', 'accepted', 'declined', 'taken-down', 'withdrawn')),
    version integer not null default 1,
    title text not null,
    body text not null,
    author_name text not null,
    firm_name text,
    phone text,
    submitted_at timestamptz not null,
    decided_at timestamptz,
    decided_by uuid references person on delete set null,
    note text,
    appreciation_count integer not null default 0 check (appreciation_count >= 0)
  )`,
  `create index essay_gallery on essay (campaign_id, decided_at desc, id desc) where state = 'accepted'`,
  `create index essay_to_review on essay (campaign_id, state, submitted_at, id)`,
  `create index essay_of_person on essay (person_id, submitted_at desc, id desc)`,
  `create table essay_appreciation (
    essay_id uuid not null references essay on delete cascade,
    person_id uuid not null references person on delete cascade,
    at timestamptz not null,
    primary key (essay_id, person_id)
  )`,
  `create index essay_appreciation_of_person on essay_appreciation (person_id)`,
  // However an appreciation goes, taken back or with its person, the count goes with it.
  `create function count_appreciation() returns trigger language plpgsql as $$
  begin
    if tg_op = 'INSERT' then
      update essay set appreciation_count = appreciation_count + 1 where id = new.essay_id;
    else
      update essay set appreciation_count = appreciation_count - 1 where id = old.essay_id;
    end if;
    return null;
  end $$`,
  `create trigger appreciation_counted after insert or delete on essay_appreciation for each row execute function count_appreciation()`,
];
