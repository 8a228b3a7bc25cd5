import { sql, type Kysely } from 'kysely';

/** Files that people attach, the bytes that are to be removed, and the secret that links to files are signed with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table attachment (
    id uuid primary key,
    campaign_id text not null references campaign,
    person_id uuid references person on delete set null,
    upload_key text not null,
    request_id uuid references service_request on delete cascade,
    place text check (place in ('request', 'message', 'visit')),
    place_id text,
    position integer,
    name text not null,
    media_type text not null check (media_type in ('image/jpeg', 'image/png', 'image/webp', 'application/pdf')),
    byte_length integer not null check (byte_length > 0),
    sha256 text not null,
    storage_key text not null unique,
    created_at timestamptz not null,
    unique (person_id, upload_key),
    check ((request_id is null) = (place is null) and (request_id is null) = (position is null))
  )`,
  `create index attachment_of_request on attachment (request_id, place, place_id, position) where request_id is not null`,
  `create index attachment_unbound on attachment (created_at) where request_id is null`,
  `create table file_removal (
    storage_key text primary key,
    due_at timestamptz not null,
    tries integer not null default 0
  )`,
  `create index file_removal_due on file_removal (due_at)`,
  // However a row goes, alone or with its request: its bytes follow.
  `create function queue_file_removal() returns trigger language plpgsql as $$
  begin
    insert into file_removal (storage_key, due_at) values (old.storage_key, old.created_at);
    return null;
  end $$`,
  `create trigger attachment_removed after delete on attachment for each row execute function queue_file_removal()`,
  `create table secret (
    name text primary key,
    value text not null
  )`,
];
