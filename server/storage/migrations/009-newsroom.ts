import { sql, type Kysely } from 'kysely';

/** What editors work on before the public reads it, with its versions and its trace. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  // Its id is the article's. What is looked for of the content are columns of their own, so that it is kept once and still guarded.
  `create table manuscript (
    id text primary key,
    campaign_id text not null references campaign,
    content jsonb not null,
    office_id text not null generated always as (content ->> 'officeId') stored,
    activity_id text generated always as (content ->> 'activityId') stored,
    topic_id text generated always as (content -> 'details' ->> 'topicId') stored,
    area_id text generated always as (content -> 'details' ->> 'areaId') stored,
    kind text not null generated always as (content ->> 'kind') stored check (kind in ('news', 'lesson', 'exhibit', 'advisory', 'listing')),
    title text not null generated always as (content ->> 'title') stored,
    state text not null check (state in ('draft', 'in-review', 'approved', 'scheduled', 'published', 'withdrawn')),
    revision integer not null check (revision >= 0),
    version integer not null default 0,
    published_version integer,
    written_from integer not null default 0,
    edited_by uuid references person on delete set null,
    edited_at timestamptz not null,
    submitted_by uuid references person on delete set null,
    submitted_at timestamptz,
    reviewed_by uuid references person on delete set null,
    reviewed_at timestamptz,
    decision text check (decision in ('approve', 'return')),
    review_note text,
    publish_at timestamptz,
    pin_until timestamptz,
    foreign key (campaign_id, office_id) references office,
    foreign key (campaign_id, activity_id) references activity,
    foreign key (campaign_id, topic_id) references topic,
    check (state <> 'in-review' or submitted_at is not null),
    check (state not in ('approved', 'scheduled') or (submitted_at is not null and decision = 'approve')),
    check (state not in ('published', 'withdrawn') or published_version is not null),
    check ((reviewed_at is null) = (decision is null) and (reviewed_at is null) = (review_note is null)),
    check (reviewed_by <> submitted_by),
    check ((state = 'scheduled') = (publish_at is not null)),
    check (pin_until is null or (publish_at is not null and pin_until > publish_at)),
    check (version >= coalesce(published_version, 0) and version >= written_from)
  )`,
  `create index manuscript_latest on manuscript (campaign_id, edited_at desc, id desc)`,
  `create index manuscript_in_review on manuscript (campaign_id, office_id) where state = 'in-review'`,
  `create index manuscript_due on manuscript (publish_at) where state = 'scheduled'`,
  `create table manuscript_version (
    manuscript_id text not null references manuscript,
    number integer not null check (number >= 1),
    kind text not null check (kind in ('folder', 'saved', 'restored', 'submitted', 'published')),
    content jsonb not null,
    saved_by uuid references person on delete set null,
    begun_at timestamptz not null,
    saved_at timestamptz not null,
    primary key (manuscript_id, number)
  )`,
  `alter table manuscript add foreign key (id, published_version) references manuscript_version (manuscript_id, number) deferrable initially deferred`,
  // Only what one is still writing changes; everything else stays word for word.
  `create function refuse_version_change() returns trigger language plpgsql as $$
    begin
      raise exception 'A version of a manuscript stays as it was saved.' using errcode = 'insufficient_privilege';
    end
  $$`,
  `create trigger manuscript_versions_stay before update on manuscript_version for each row
    when (new.content is distinct from old.content and (old.kind <> 'saved' or new.saved_by is distinct from old.saved_by))
    execute function refuse_version_change()`,
  `create table manuscript_event (
    id bigint primary key generated always as identity,
    manuscript_id text not null references manuscript,
    at timestamptz not null,
    kind text not null,
    person_id uuid references person on delete set null,
    note text
  )`,
  `create index manuscript_event_newest on manuscript_event (manuscript_id, id desc)`,
  `create index article_pinned on article (campaign_id, kind, pinned_until) where pinned_until is not null and withdrawn_at is null`,
  // What a person's export and deletion look for.
  `create index manuscript_version_of_person on manuscript_version (saved_by) where saved_by is not null`,
  `create index manuscript_event_of_person on manuscript_event (person_id) where person_id is not null`,
];
