import type { Kysely } from 'kysely';
import type { Database } from '../tables';

/** Of these ids those that the public can open, in one query. The list is never empty. */
export type FindOpen = (db: Kysely<Database>, campaignId: string, ids: readonly string[]) => Promise<readonly { readonly id: string }[]>;

export const findOpenArticles: FindOpen = (db, _campaignId, ids) => db.selectFrom('article').select('id').where('id', 'in', ids).where('withdrawnAt', 'is', null).execute();

export const findActivities: FindOpen = (db, campaignId, ids) => db.selectFrom('activity').select('id').where('campaignId', '=', campaignId).where('id', 'in', ids).execute();

export const findTopics: FindOpen = (db, campaignId, ids) => db.selectFrom('topic').select('id').where('campaignId', '=', campaignId).where('id', 'in', ids).execute();

export const findEvents: FindOpen = (db, campaignId, ids) => db.selectFrom('event').select('id').where('campaignId', '=', campaignId).where('id', 'in', ids).execute();

export const findAcceptedEssays: FindOpen = (db, campaignId, ids) =>
  db.selectFrom('essay').select('id').where('campaignId', '=', campaignId).where('id', 'in', ids).where('state', '=', 'accepted').execute();
