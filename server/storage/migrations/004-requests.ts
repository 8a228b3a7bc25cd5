import { sql, type Kysely } from 'kysely';

/** Kinds of request as content, the whole way of a case, its messages, followers and surveys. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table service_request
    drop constraint service_request_state_check,
    drop constraint service_request_check,
    drop constraint service_request_check1,
    alter column firm_name drop not null,
    alter column credit_code drop not null,
    alter column area_id drop not null,
    alter column subject_id drop not null,
    alter column credit_code_doubtful set default false,
    alter column preferred_dates set default '[]',
    add column answers jsonb not null default '{}',
    add column personal_answers jsonb not null default '{}',
    add column retention_days integer not null default 90,
    add column anonymous boolean not null default false,
    add column outcome text check (outcome in ('resolved', 'advised', 'not-our-duty')),
    add column paused_for text check (paused_for in ('completion', 'visit', 'firm-asked', 'testing', 'other-authority')),
    add column missed boolean not null default false,
    add column transfer_count integer not null default 0,
    add column reopened_count integer not null default 0,
    add column awaiting_reply boolean not null default false,
    add column merged_into uuid references service_request,
    add column expert_id uuid,
    add column warned_at timestamptz,
    add column escalated_at timestamptz,
    add column survey_at timestamptz,
    add column erased boolean not null default false`,
  // Of what was accepted before, no day was promised for the conclusion; its contact data stay until it is concluded.
  `update service_request set missed = coalesce(answered_on > due_on, false), due_on = null, closed_at = null where state = 'accepted'`,
  `update service_request set due_on = null, working_days_left = null where state = 'withdrawn'`,
  `update service_request set erased = true where person_id is null or (closed_at is not null and phone is null)`,
  `update service_request set paused_for = 'completion' where state = 'returned'`,
  `alter table service_request
    add constraint request_state check (state in ('submitted', 'returned', 'reopened', 'accepted', 'assigned', 'scheduled', 'visited', 'concluded', 'confirmed', 'declined', 'withdrawn', 'merged')),
    add constraint request_clock check ((working_days_left is null) = (paused_for is null) and (due_on is null or working_days_left is null)),
    add constraint request_outcome check ((outcome is not null) = (state in ('concluded', 'confirmed'))),
    add constraint request_merged check ((merged_into is not null) = (state = 'merged')),
    add column due_order date generated always as (coalesce(due_on, date '9999-12-31')) stored`,
  `drop index service_request_waiting`,
  `drop index service_request_closed`,
  `create index service_request_to_erase on service_request (closed_at) where closed_at is not null and not erased`,
  `drop index service_request_of_office`,
  // Lists take a page of each state they show and merge them, so that they touch rows by the page.
  `create index service_request_inbox on service_request (campaign_id, office_id, state, due_order, id)`,
  `create index service_request_inbox_kind on service_request (campaign_id, office_id, kind, state, due_order, id)`,
  `create index service_request_closed_inbox on service_request (campaign_id, office_id, state, submitted_at desc, id desc) where state in ('concluded', 'confirmed', 'declined', 'withdrawn', 'merged')`,
  `create index service_request_closed_inbox_kind on service_request (campaign_id, office_id, kind, state, submitted_at desc, id desc) where state in ('concluded', 'confirmed', 'declined', 'withdrawn', 'merged')`,
  `create index service_request_same_firm on service_request (campaign_id, credit_code, kind) where credit_code is not null`,
  // What the timer looks for each minute: each index holds what was not done yet.
  `create index service_request_to_warn on service_request (due_on) where due_on is not null and warned_at is null`,
  `create index service_request_to_escalate on service_request (due_on) where due_on is not null and escalated_at is null`,
  `create index service_request_to_survey on service_request (survey_at) where survey_at is not null`,
  `create index service_request_merged on service_request (merged_into) where merged_into is not null`,
  `update request_event set kind = case kind
      when 'submitted' then 'submit' when 'accepted' then 'accept' when 'returned' then 'return'
      when 'completed' then 'complete' when 'transferred' then 'transfer' when 'withdrawn' then 'withdraw' else kind end`,
  `alter table request_event add column detail jsonb not null default '{}'`,
  `create table request_message (
    id uuid primary key,
    position bigint generated always as identity,
    request_id uuid not null references service_request on delete cascade,
    at timestamptz not null,
    audience text not null check (audience in ('everyone', 'inside')),
    side text not null check (side in ('firm', 'office', 'expert')),
    office_id text,
    person_id uuid references person on delete set null,
    text text not null,
    check (audience = 'everyone' or side <> 'firm')
  )`,
  `create index request_message_of_request on request_message (request_id, position)`,
  `create table request_follower (
    request_id uuid not null references service_request on delete cascade,
    person_id uuid not null references person on delete cascade,
    since timestamptz not null,
    primary key (request_id, person_id)
  )`,
  `create index request_follower_of_person on request_follower (person_id)`,
  `create table request_invitation (
    token_hash text primary key,
    request_id uuid not null references service_request on delete cascade,
    made_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,
  `create index request_invitation_of_request on request_invitation (request_id)`,
  `create table request_survey (
    request_id uuid not null references service_request on delete cascade,
    round integer not null check (round in (30, 90)),
    asked_at timestamptz not null,
    answered_at timestamptz,
    helped text check (helped in ('yes', 'partly', 'no')),
    comment text,
    primary key (request_id, round),
    check ((answered_at is null) = (helped is null))
  )`,
];
