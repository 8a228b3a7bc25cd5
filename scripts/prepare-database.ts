import { readConfiguration } from '../server/application/configuration';
import { logFailureToStderr } from '../server/failure-log';
import { openStore } from '../server/application/open-store';
import { prepareStore } from '../server/application/prepare-store';

async function prepare(): Promise<void> {
  const configuration = readConfiguration(process.env);
  const store = await openStore(configuration, logFailureToStderr);
  try {
    const { changed } = await prepareStore(store, configuration);
    console.log(`The schema is up to date; the campaign ${configuration.campaignId} ${changed ? 'has been loaded' : 'was loaded already'}.`);
  } finally {
    await store.close();
  }
}

prepare().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
