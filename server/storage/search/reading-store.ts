import { sql, type Kysely } from 'kysely';
import type { Database } from '../tables';

export async function countReaders(db: Kysely<Database>, articleId: string): Promise<number> {
  const row = await db.selectFrom('articleReadership').select('readers').where('articleId', '=', articleId).executeTakeFirst();
  return row?.readers ?? 0;
}

/** One statement, so that of two calls at once one counts. */
export async function addReader(db: Kysely<Database>, articleId: string, personId: string): Promise<void> {
  await sql`
    with new as (
      insert into article_reader (article_id, person_id) values (${articleId}, ${personId}) on conflict do nothing returning article_id
    )
    insert into article_readership (article_id, readers) select article_id, 1 from new
    on conflict (article_id) do update set readers = article_readership.readers + 1`.execute(db);
}

/** The titles of what a person has read, as far as it is still there. */
export async function listReadTitles(db: Kysely<Database>, personId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('articleReader')
    .innerJoin('article', 'article.id', 'articleReader.articleId')
    .select('article.title')
    .where('articleReader.personId', '=', personId)
    .orderBy('article.title')
    .execute();
  return rows.map(({ title }) => title);
}

interface Around {
  readonly id: string;
  readonly campaignId: string;
  readonly activityId: string | null;
  readonly officeId: string;
  readonly tags: readonly string[];
}

// Older ones than so many are not offered; each branch has its index.
const NEAR = 200;

/** Ids of what goes on from an article, the nearest first, then the newest. */
export async function listRelated(db: Kysely<Database>, { id, campaignId, activityId, officeId, tags }: Around, limit: number): Promise<string[]> {
  const common = sql<number>`(select count(*) from jsonb_array_elements_text(tags) as tag where tag = any(${sql.val([...tags])}::text[]))`;
  const { rows } = await sql<{ id: string }>`
    select id from (
      (select id, sort_on, activity_id, office_id, tags from article where campaign_id = ${campaignId} and activity_id = ${activityId} and kind in ('news', 'advisory') and withdrawn_at is null order by sort_on desc, id desc limit ${sql.lit(NEAR)})
      union
      (select id, sort_on, activity_id, office_id, tags from article where campaign_id = ${campaignId} and kind = 'news' and withdrawn_at is null order by sort_on desc, id desc limit ${sql.lit(NEAR)})
    ) as near
    where id <> ${id} and (activity_id = ${activityId} or office_id = ${officeId} or ${common} > 0)
    order by (activity_id is not distinct from ${activityId} and activity_id is not null) desc, ${common} desc, (office_id = ${officeId}) desc, sort_on desc, id desc
    limit ${sql.lit(limit)}`.execute(db);
  return rows.map((row) => row.id);
}
