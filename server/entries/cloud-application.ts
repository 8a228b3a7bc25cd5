import { openApplication, type Application } from '../application/application';
import { ConfigurationError, readConfiguration } from '../application/configuration';
import { logFailureToStderr } from '../failure-log';
import { openPostgres } from '../storage/engine/postgres';

// An instance serves one request at a time; many instances share one PostgreSQL.
const POOL_SIZE = 2;

let opening: Promise<Application> | undefined;

/**
 * The application of this function instance, opened at the first call and kept. A failed opening is tried again at
 * the next call. It needs DATABASE_URL: a cloud function has no disk for the embedded engine.
 */
export function cloudApplication(): Promise<Application> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function open(): Promise<Application> {
  // Production whatever the platform sets: no personas, no demo clock.
  const configuration = readConfiguration({ ...process.env, NODE_ENV: 'production' }, { poolSize: POOL_SIZE });
  const { database } = configuration;
  if (database.kind !== 'postgres') throw new ConfigurationError('DATABASE_URL', 'expected; a cloud function has no disk for the embedded database');
  const onIdleError = (error: Error) => {
    logFailureToStderr('the database, outside any call', error);
  };
  const store = openPostgres(database.url, { poolSize: database.poolSize, onIdleError });
  try {
    return await openApplication(configuration, { store, logFailure: logFailureToStderr, ...(configuration.files.kind === 'disk' && withoutFiles()) });
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** A function forgets its disk: uploads are refused rather than lost. */
function withoutFiles(): { files: null } {
  logFailureToStderr('no object storage is configured (S3_ENDPOINT …)', 'uploads are refused until it is');
  return { files: null };
}
