import type { Kysely } from 'kysely';
import * as v from 'valibot';
import type { Database } from '../storage/tables';
import { campaignDocument, type Campaign, type ContestSettings } from './schema';

/**
 * The campaign as it was loaded into the database, for functions that carry no content files.
 *
 * @throws when it was never loaded, or loaded by another version of the schema
 */
export async function readCampaign(db: Kysely<Database>, id: string): Promise<Campaign> {
  const row = await db.selectFrom('campaign').select('document').where('id', '=', id).executeTakeFirst();
  if (!row) throw new Error(`The campaign ${id} is not in the database; load its folder.`);
  const result = v.safeParse(campaignDocument, row.document);
  if (!result.success) throw new Error(`The campaign ${id} was loaded by another version; load its folder again.`);
  return result.output;
}

/** The contest's settings as they were loaded, by whatever version of the schema; nothing where there were none. */
export async function findStoredContest(db: Kysely<Database>, campaignId: string): Promise<Partial<ContestSettings>> {
  const row = await db.selectFrom('campaign').select('document').where('id', '=', campaignId).executeTakeFirst();
  const document = (row?.document ?? {}) as { readonly contest?: Partial<ContestSettings> | null };
  return document.contest ?? {};
}
