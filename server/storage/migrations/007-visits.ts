import { sql, type Kysely } from 'kysely';

/** Experts, their leave, visits, what was promised on site, and the plans that propose visits. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table expert (
    id uuid primary key,
    campaign_id text not null,
    office_id text not null,
    person_id uuid references person on delete set null,
    name text not null,
    subject_ids jsonb not null,
    area_ids jsonb not null,
    weekly_limit integer not null check (weekly_limit between 1 and 10),
    active boolean not null default true,
    version integer not null default 1,
    foreign key (campaign_id, office_id) references office,
    unique (campaign_id, person_id)
  )`,
  // An invitation into the role may carry the profile that whoever accepts it takes up.
  `alter table role_invitation
    add column expert_id uuid references expert on delete cascade,
    add constraint role_invitation_expert check (expert_id is null or role = 'expert')`,
  `create index role_invitation_of_expert on role_invitation (expert_id) where expert_id is not null`,
  `create table expert_leave (
    expert_id uuid not null references expert on delete cascade,
    date date not null,
    half text not null check (half in ('am', 'pm')),
    primary key (expert_id, date, half)
  )`,
  `create table visit_plan (
    id uuid primary key,
    campaign_id text not null references campaign,
    made_by uuid references person on delete set null,
    made_at timestamptz not null,
    from_on date not null,
    to_on date not null,
    basis jsonb not null,
    result jsonb not null,
    published_at timestamptz
  )`,
  `create index visit_plan_latest on visit_plan (campaign_id, made_at desc, id desc)`,
  // One expert, one half-day, one district; several firms of it may share the visit.
  `create table visit (
    id uuid primary key,
    campaign_id text not null references campaign,
    expert_id uuid not null references expert,
    date date not null,
    half text not null check (half in ('am', 'pm')),
    area_id text not null,
    plan_id uuid references visit_plan,
    unique (expert_id, date, half)
  )`,
  `create table visit_stop (
    id uuid primary key,
    visit_id uuid not null references visit on delete cascade,
    request_id uuid not null references service_request on delete cascade,
    state text not null check (state in ('booked', 'done')),
    findings text,
    policies text,
    written_at timestamptz,
    written_by uuid references person on delete set null,
    confirmed_at timestamptz,
    check ((state = 'done') = (written_at is not null)),
    check (confirmed_at is null or state = 'done')
  )`,
  // A request is under way to one visit at most.
  `create unique index visit_stop_booked on visit_stop (request_id) where state = 'booked'`,
  `create index visit_stop_of_request on visit_stop (request_id)`,
  `create index visit_stop_of_visit on visit_stop (visit_id)`,
  `create table visit_promise (
    id uuid primary key,
    stop_id uuid not null references visit_stop on delete cascade,
    position integer not null,
    text text not null,
    by text not null check (by in ('firm', 'expert', 'office')),
    due_on date not null,
    done_on date,
    unique (stop_id, position)
  )`,
  `alter table service_request add constraint service_request_expert foreign key (expert_id) references expert`,
  `create index service_request_of_expert on service_request (expert_id) where expert_id is not null`,
];
