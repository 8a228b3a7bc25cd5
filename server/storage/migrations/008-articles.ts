import { sql, type Kysely } from 'kysely';

/** Articles of every kind, written in the campaign's folder or in the newsroom. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

const statements = [
  `alter table article
    add column kind text not null default 'news' check (kind in ('news', 'lesson', 'exhibit', 'advisory', 'listing')),
    add column origin text not null default 'folder' check (origin in ('folder', 'newsroom')),
    add column markdown text not null default '',
    add column tags jsonb not null default '[]',
    add column details jsonb not null default '{"section": null, "topicId": null, "areaId": null, "minutes": null, "media": null}',
    add column published_at timestamptz,
    add column pinned_until timestamptz,
    add column withdrawn_at timestamptz,
    add column withdrawal_note text,
    add check ((withdrawn_at is null) = (withdrawal_note is null))`,
  `drop index article_newest`,
  `drop index article_newest_of_office`,
  `drop index article_newest_of_line`,
  `drop index article_newest_of_activity`,
  `create index article_newest on article (campaign_id, kind, sort_on desc, id desc) where withdrawn_at is null`,
  `create index article_newest_of_office on article (campaign_id, kind, office_id, sort_on desc, id desc) where withdrawn_at is null`,
  `create index article_newest_of_line on article (campaign_id, kind, line_id, sort_on desc, id desc) where withdrawn_at is null`,
  `create index article_newest_of_activity on article (campaign_id, activity_id, kind, sort_on desc, id desc) where withdrawn_at is null`,
];
