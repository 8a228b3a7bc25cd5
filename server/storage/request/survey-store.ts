import type { Kysely } from 'kysely';
import type { SurveyRound } from '../../../src/contract/request/case';
import type { Database } from '../tables';

/** The latest round that was asked and not answered; null when there is none. */
export async function findOpenSurvey(db: Kysely<Database>, requestId: string): Promise<SurveyRound | null> {
  const row = await db
    .selectFrom('requestSurvey')
    .select('round')
    .where('requestId', '=', requestId)
    .where('answeredAt', 'is', null)
    .orderBy('round', 'desc')
    .executeTakeFirst();
  return row?.round ?? null;
}
