import { sql, type Kysely } from 'kysely';

/** Messages inside the app, what WeChat may still send to a person, and the outbox to WeChat. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table message (
    id uuid primary key,
    person_id uuid not null references person on delete cascade,
    at timestamptz not null,
    kind text not null,
    title text not null,
    text text not null,
    route text,
    request_id uuid references service_request on delete set null,
    read_at timestamptz
  )`,
  `create index message_of_person on message (person_id, at desc, id desc)`,
  `create index message_unread on message (person_id) where read_at is null`,
  `create index message_of_request on message (request_id) where request_id is not null`,
  `create index message_read on message (read_at) where read_at is not null`,
  `create table subscription (
    person_id uuid not null references person on delete cascade,
    template text not null,
    usable integer not null check (usable between 0 and 20),
    granted_at timestamptz not null,
    primary key (person_id, template)
  )`,
  `create table outbox (
    message_id uuid primary key references message on delete cascade,
    person_id uuid not null references person on delete cascade,
    template text not null,
    state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'not-possible')),
    tries integer not null default 0 check (tries >= 0),
    unknown_tries integer not null default 0 check (unknown_tries between 0 and tries),
    next_try_at timestamptz not null,
    last_error text
  )`,
  `create index outbox_due on outbox (next_try_at) where state in ('waiting', 'sending')`,
  `create index outbox_under_way on outbox (person_id, template) where state in ('waiting', 'sending')`,
  `create index outbox_of_person on outbox (person_id)`,
];
