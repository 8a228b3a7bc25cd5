import { sql, type Kysely } from 'kysely';

/** The first schema: content, people, practice, requests. Plain SQL at the PostgreSQL 14 level. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `create table campaign (
    id text primary key,
    content_hash text not null,
    document jsonb not null,
    loaded_at timestamptz not null
  )`,
  `create table office (
    campaign_id text not null references campaign,
    id text not null,
    name text not null,
    short_name text not null,
    is_bureau boolean not null,
    position integer not null,
    primary key (campaign_id, id)
  )`,
  `create unique index office_one_bureau on office (campaign_id) where is_bureau`,
  `create table activity (
    campaign_id text not null references campaign,
    id text not null,
    number integer not null,
    line_id text not null,
    title text not null,
    short_title text not null,
    audience jsonb not null,
    summary text not null,
    take_part jsonb not null,
    primary key (campaign_id, id),
    unique (campaign_id, number)
  )`,
  `create table article (
    id text primary key,
    campaign_id text not null references campaign,
    office_id text not null,
    line_id text not null,
    activity_id text,
    title text not null,
    summary text not null,
    place text,
    happened_on date,
    sort_on date not null,
    cover jsonb,
    blocks jsonb not null,
    foreign key (campaign_id, office_id) references office,
    foreign key (campaign_id, activity_id) references activity
  )`,
  `create index article_newest on article (campaign_id, sort_on desc, id desc)`,
  `create index article_newest_of_office on article (campaign_id, office_id, sort_on desc, id desc)`,
  `create index article_newest_of_line on article (campaign_id, line_id, sort_on desc, id desc)`,
  `create index article_newest_of_activity on article (campaign_id, activity_id, sort_on desc, id desc)`,
  `create table topic (
    campaign_id text not null references campaign,
    id text not null,
    title text not null,
    summary text not null,
    position integer not null,
    primary key (campaign_id, id)
  )`,
  `create table question (
    id text primary key,
    campaign_id text not null references campaign,
    topic_id text not null,
    type text not null check (type in ('single', 'multiple', 'judgement')),
    stem text not null,
    options jsonb not null,
    key jsonb not null,
    explanation text not null,
    source jsonb not null,
    difficulty integer not null check (difficulty between 1 and 3),
    reviewed_on date not null,
    active boolean not null,
    foreign key (campaign_id, topic_id) references topic
  )`,
  `create index question_of_topic on question (campaign_id, topic_id) where active`,
  `create table person (
    id uuid primary key,
    kind text not null check (kind in ('guest', 'wechat', 'demo')),
    label text not null,
    created_at timestamptz not null
  )`,
  `create table identity (
    provider text not null,
    subject text not null,
    person_id uuid not null references person on delete cascade,
    primary key (provider, subject)
  )`,
  `create index identity_of_person on identity (person_id)`,
  `create table session (
    token_hash text primary key,
    person_id uuid not null references person on delete cascade,
    created_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  `create index session_of_person on session (person_id)`,
  `create index session_expiry on session (expires_at)`,
  `create table officer (
    person_id uuid not null references person on delete cascade,
    campaign_id text not null,
    office_id text not null,
    granted_at timestamptz not null,
    primary key (person_id, campaign_id, office_id),
    foreign key (campaign_id, office_id) references office
  )`,
  `create table practice (
    id uuid primary key,
    person_id uuid not null references person on delete cascade,
    campaign_id text not null references campaign,
    topic_id text,
    title text not null,
    question_count integer not null,
    answered_count integer not null default 0 check (answered_count between 0 and question_count),
    correct_count integer not null default 0 check (correct_count between 0 and answered_count),
    started_at timestamptz not null,
    finished_at timestamptz
  )`,
  `create index practice_of_person on practice (person_id, started_at desc)`,
  `create table practice_question (
    practice_id uuid not null references practice on delete cascade,
    position integer not null,
    question_id text not null references question,
    option_order jsonb not null,
    chosen jsonb,
    correct boolean,
    answered_at timestamptz,
    primary key (practice_id, question_id),
    unique (practice_id, position),
    check ((answered_at is null) = (correct is null) and (answered_at is null) = (chosen is null))
  )`,
  `create index practice_question_of_question on practice_question (question_id)`,
  `create table wrong_question (
    person_id uuid not null references person on delete cascade,
    question_id text not null references question,
    times_wrong integer not null check (times_wrong > 0),
    last_wrong_at timestamptz not null,
    primary key (person_id, question_id)
  )`,
  `create index wrong_question_latest on wrong_question (person_id, last_wrong_at desc, question_id desc)`,
  `create table service_request (
    id uuid primary key,
    campaign_id text not null references campaign,
    kind text not null,
    receipt_number text not null unique,
    person_id uuid references person on delete set null,
    office_id text not null,
    state text not null check (state in ('submitted', 'returned', 'accepted', 'withdrawn')),
    version integer not null default 1,
    firm_name text not null,
    credit_code text not null,
    credit_code_doubtful boolean not null,
    contact_name text,
    phone text,
    area_id text not null,
    subject_id text not null,
    need text not null,
    preferred_dates jsonb not null,
    submitted_at timestamptz not null,
    due_on date,
    working_days_left integer,
    answered_on date,
    closed_at timestamptz,
    foreign key (campaign_id, office_id) references office,
    check ((due_on is not null) = (state in ('submitted', 'accepted')) or state = 'withdrawn'),
    check ((working_days_left is not null) = (state = 'returned') or state = 'withdrawn')
  )`,
  `create index service_request_of_person on service_request (person_id, submitted_at desc, id desc)`,
  `create index service_request_waiting on service_request (campaign_id, office_id, due_on, id) where state = 'submitted'`,
  `create index service_request_of_office on service_request (campaign_id, office_id, state, submitted_at desc, id desc)`,
  `create index service_request_closed on service_request (closed_at) where closed_at is not null and phone is not null`,
  `create table request_event (
    id bigint generated always as identity primary key,
    request_id uuid not null references service_request on delete cascade,
    at timestamptz not null,
    kind text not null,
    office_id text,
    to_office_id text,
    person_id uuid references person on delete set null,
    note text
  )`,
  `create index request_event_of_request on request_event (request_id, id)`,
  `create table lookup_failure (
    id bigint generated always as identity primary key,
    receipt_number text not null,
    at timestamptz not null
  )`,
  `create index lookup_failure_recent on lookup_failure (receipt_number, at)`,
  `create table replay (
    person_id uuid not null references person on delete cascade,
    key text not null,
    action text not null,
    input_hash text not null,
    reply jsonb not null,
    created_at timestamptz not null,
    primary key (person_id, key)
  )`,
  `create index replay_age on replay (created_at)`,
];
