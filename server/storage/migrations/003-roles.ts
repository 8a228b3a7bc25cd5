import { sql, type Kysely } from 'kysely';

/** Roles and how one comes by them, the audit log, and signing in at a desktop. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // The id of a grant is that of the invitation it came from, so that the audit log tells of one thing from end to end.
  `create table role_grant (
    id uuid primary key,
    person_id uuid not null references person on delete cascade,
    campaign_id text not null references campaign,
    role text not null check (role in ('officer', 'dispatcher', 'expert', 'editor', 'administrator')),
    office_id text,
    name text,
    granted_at timestamptz not null,
    granted_by uuid references person on delete set null,
    foreign key (campaign_id, office_id) references office,
    check ((office_id is not null) = (role in ('officer', 'editor')))
  )`,
  // Two, because a null differs from every other null.
  `create unique index role_grant_of_office on role_grant (person_id, campaign_id, role, office_id) where office_id is not null`,
  `create unique index role_grant_of_campaign on role_grant (person_id, campaign_id, role) where office_id is null`,
  `create index role_grant_newest on role_grant (campaign_id, granted_at desc, id desc)`,
  `create index role_grant_by on role_grant (granted_by)`,
  `insert into role_grant (id, person_id, campaign_id, role, office_id, granted_at)
    select gen_random_uuid(), person_id, campaign_id, 'officer', office_id, granted_at from officer`,
  `drop table officer`,
  `create table role_invitation (
    id uuid primary key,
    token_hash text not null unique,
    campaign_id text not null references campaign,
    role text not null check (role in ('officer', 'dispatcher', 'expert', 'editor', 'administrator')),
    office_id text,
    name text not null,
    made_by uuid references person on delete set null,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_by uuid references person on delete cascade,
    used_at timestamptz,
    revoked_at timestamptz,
    foreign key (campaign_id, office_id) references office,
    check ((office_id is not null) = (role in ('officer', 'editor'))),
    check ((used_by is null) = (used_at is null)),
    check (used_at is null or revoked_at is null)
  )`,
  `create index role_invitation_open on role_invitation (campaign_id, made_at desc, id desc) where used_at is null and revoked_at is null`,
  `create index role_invitation_expiry on role_invitation (expires_at)`,
  `create index role_invitation_made_by on role_invitation (made_by)`,
  `create index role_invitation_used_by on role_invitation (used_by)`,
  // No foreign keys: what the log says outlives what it is about.
  `create table audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    campaign_id text not null,
    person_id uuid,
    roles jsonb not null,
    action text not null,
    about uuid,
    key text
  )`,
  `create index audit_newest on audit (campaign_id, id desc)`,
  `create index audit_of_group on audit (campaign_id, split_part(action, '.', 1), id desc)`,
  `create index audit_of_person on audit (person_id, id desc)`,
  `create index audit_about on audit (about, id desc) where about is not null`,
  `create function refuse_audit_change() returns trigger language plpgsql as $$
    begin
      raise exception 'The audit log only grows.' using errcode = 'insufficient_privilege';
    end
  $$`,
  `create trigger audit_rows_stay before update or delete on audit for each row execute function refuse_audit_change()`,
  `create trigger audit_stays before truncate on audit for each statement execute function refuse_audit_change()`,
  `create table pairing (
    id uuid primary key,
    secret_hash text not null,
    code text unique,
    started_at timestamptz not null,
    expires_at timestamptz not null,
    confirmed_by uuid references person on delete cascade,
    check ((code is null) = (confirmed_by is not null))
  )`,
  `create index pairing_expiry on pairing (expires_at)`,
  `create index pairing_confirmed_by on pairing (confirmed_by)`,
  `create table pairing_failure (
    id bigint generated always as identity primary key,
    person_id uuid not null references person on delete cascade,
    at timestamptz not null
  )`,
  `create index pairing_failure_recent on pairing_failure (person_id, at)`,
];
