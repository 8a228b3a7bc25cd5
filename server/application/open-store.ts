import type { Configuration } from './configuration';
import type { LogFailure } from '../failure-log';
import type { Store } from '../storage/engine/connection';
import { openEmbedded } from '../storage/engine/embedded';
import { openPostgres } from '../storage/engine/postgres';

/**
 * Opens the configured database.
 *
 * @throws FolderInUse
 */
export async function openStore({ database }: Pick<Configuration, 'database'>, logFailure: LogFailure): Promise<Store> {
  const onError = (error: Error) => {
    logFailure('the database, outside any call', error);
  };
  if (database.kind === 'embedded') return openEmbedded(database.folder, { onError });
  return openPostgres(database.url, { poolSize: database.poolSize, onIdleError: onError });
}
