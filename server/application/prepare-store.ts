import { loadCampaign } from '../campaign/load';
import type { Configuration } from './configuration';
import type { Store } from '../storage/engine/connection';
import { migrate } from '../storage/migrate';

/**
 * Brings the schema up to date and loads the campaign's files; doing it again changes nothing.
 *
 * @returns whether the campaign's content was new
 */
export async function prepareStore({ db }: Store, { campaignFolder }: Pick<Configuration, 'campaignFolder'>): Promise<{ changed: boolean }> {
  await migrate(db);
  return loadCampaign(db, campaignFolder, new Date());
}
