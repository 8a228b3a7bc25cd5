import { sql, type Kysely } from 'kysely';
import type { Database } from '../tables';

/** The activities in which one takes part by coming to an event, in the campaign's order. */
export const listActivityChoices = (db: Kysely<Database>, campaignId: string): Promise<{ readonly id: string; readonly number: number; readonly title: string }[]> =>
  db
    .selectFrom('activity')
    .select(['id', 'number', 'title'])
    .where('campaignId', '=', campaignId)
    .where(sql<boolean>`ways @> '[{"kind": "events"}]'`)
    .orderBy('number')
    .execute();
