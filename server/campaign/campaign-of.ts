import type { Kysely } from 'kysely';
import type { Campaign } from './schema';
import { readCampaign } from './stored';
import type { Database } from '../storage/tables';

/** The campaign that something belongs to: the running one, or an earlier one whose pages stay. */
export const campaignOf = async (
  { db, campaign }: { readonly db: Kysely<Database>; readonly campaign: Campaign },
  campaignId: string,
): Promise<Campaign> => (campaignId === campaign.id ? campaign : readCampaign(db, campaignId));
