import type { Kysely } from 'kysely';
import type { LineId } from '../../../src/contract/campaign';
import type { Database } from '../tables';

/** In the campaign's numbering. */
export const listActivityChoices = (db: Kysely<Database>, campaignId: string): Promise<{ readonly id: string; readonly number: number; readonly title: string; readonly lineId: LineId }[]> =>
  db.selectFrom('activity').select(['id', 'number', 'title', 'lineId']).where('campaignId', '=', campaignId).orderBy('number').execute();

/** Those that questions can be drawn from. */
export const listTopicChoices = (db: Kysely<Database>, campaignId: string): Promise<{ readonly id: string; readonly title: string }[]> =>
  db
    .selectFrom('topic')
    .select(['id', 'title'])
    .where('campaignId', '=', campaignId)
    .where((eb) => eb.exists(eb.selectFrom('question').whereRef('question.topicId', '=', 'topic.id').whereRef('question.campaignId', '=', 'topic.campaignId').where('question.active', '=', true)))
    .orderBy('position')
    .execute();

/** Undefined when there is no such activity. */
export async function findActivityLine(db: Kysely<Database>, campaignId: string, id: string): Promise<LineId | undefined> {
  const row = await db.selectFrom('activity').select('lineId').where('campaignId', '=', campaignId).where('id', '=', id).executeTakeFirst();
  return row?.lineId;
}

export async function hasTopic(db: Kysely<Database>, campaignId: string, id: string): Promise<boolean> {
  const row = await db.selectFrom('topic').select('id').where('campaignId', '=', campaignId).where('id', '=', id).executeTakeFirst();
  return row !== undefined;
}
