import { sql, type Kysely } from 'kysely';

/** The picture library: a picture and the sizes in which its bytes are kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table picture (
    id uuid primary key,
    campaign_id text not null references campaign,
    office_id text not null,
    attachment_id uuid not null unique,
    alt text not null check (alt <> ''),
    width integer not null check (width > 0),
    height integer not null check (height > 0),
    version integer not null default 1,
    added_at timestamptz not null,
    foreign key (campaign_id, office_id) references office
  )`,
  `create index picture_newest on picture (campaign_id, office_id, added_at desc, id desc)`,
  `create table picture_size (
    picture_id uuid not null references picture on delete cascade,
    width integer not null check (width > 0),
    sha256 text not null,
    storage_key text not null unique,
    created_at timestamptz not null,
    primary key (picture_id, width)
  )`,
  // Bytes follow their row, as an attachment's do.
  `create trigger picture_size_removed after delete on picture_size for each row execute function queue_file_removal()`,
];
