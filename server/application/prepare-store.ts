import { loadCampaign } from '../campaign/load';
import type { Configuration } from './configuration';
import type { Store } from '../storage/engine/connection';
import { clockOf } from './clock-of';
import { migrate } from '../storage/migrate';

/**
 * Brings the schema up to date and loads the campaign's files; doing it again changes nothing.
 *
 * @returns whether the campaign's content was new
 */
export async function prepareStore({ db }: Store, { campaignFolder, clock }: Pick<Configuration, 'campaignFolder' | 'clock'>): Promise<{ changed: boolean }> {
  await migrate(db);
  return loadCampaign(db, campaignFolder, (campaign) => clockOf(clock, campaign).now());
}
