import type { Kysely } from 'kysely';
import type { ActivityContent } from '../stores/content-store';
import type { Database } from '../tables';

const columns = ['id', 'number', 'lineId', 'title', 'shortTitle', 'audience', 'summary', 'when', 'howTo', 'ways'] as const;

/** In the campaign's own numbering. */
export async function listActivities(db: Kysely<Database>, campaignId: string): Promise<ActivityContent[]> {
  return db.selectFrom('activity').select(columns).where('campaignId', '=', campaignId).orderBy('number').execute();
}

export async function findActivity(db: Kysely<Database>, campaignId: string, id: string): Promise<ActivityContent | undefined> {
  return db.selectFrom('activity').select(columns).where('campaignId', '=', campaignId).where('id', '=', id).executeTakeFirst();
}
