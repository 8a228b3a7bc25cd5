import type { Kysely } from 'kysely';
import type { LineId } from '../../../src/contract/campaign';
import type { StoredWay } from '../activity-tables';
import type { Database } from '../tables';

export interface StoredActivity {
  readonly id: string;
  readonly number: number;
  readonly lineId: LineId;
  readonly title: string;
  readonly shortTitle: string;
  readonly audience: readonly string[];
  readonly summary: string;
  readonly when: string;
  readonly howTo: string | null;
  readonly ways: readonly StoredWay[];
}

const columns = ['id', 'number', 'lineId', 'title', 'shortTitle', 'audience', 'summary', 'when', 'howTo', 'ways'] as const;

/** In the campaign's own numbering. */
export async function listActivities(db: Kysely<Database>, campaignId: string): Promise<StoredActivity[]> {
  return db.selectFrom('activity').select(columns).where('campaignId', '=', campaignId).orderBy('number').execute();
}

export async function findActivity(db: Kysely<Database>, campaignId: string, id: string): Promise<StoredActivity | undefined> {
  return db.selectFrom('activity').select(columns).where('campaignId', '=', campaignId).where('id', '=', id).executeTakeFirst();
}
