import type { Kysely } from 'kysely';
import type { Database } from '../tables';

export interface OwnAppeal {
  readonly questionId: string;
  readonly state: 'open' | 'kept' | 'upheld';
  readonly reason: string;
  readonly reply: string | null;
}

export async function listOwnAppeals(db: Kysely<Database>, contestId: string, personId: string): Promise<OwnAppeal[]> {
  return db.selectFrom('contestAppeal').select(['questionId', 'state', 'reason', 'reply']).where('personId', '=', personId).where('contestId', '=', contestId).execute();
}

/** By topic, the subject of an expert visit that goes on from it; a topic without one is missing. */
export async function readSubjectsOfTopics(db: Kysely<Database>, campaignId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('topic').select(['id', 'subjectId']).where('campaignId', '=', campaignId).execute();
  return new Map(rows.flatMap(({ id, subjectId }) => (subjectId === null ? [] : [[id, subjectId]])));
}
