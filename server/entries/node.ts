import { join } from 'node:path';
import { openApplication, type Application } from '../application/application';
import type { Configuration } from '../application/configuration';
import { logFailureToStderr } from '../failure-log';
import { openStore } from '../application/open-store';
import { prepareStore } from '../application/prepare-store';
import { createHttp } from './http';
import { listen } from './http-server';
import { repeat } from './repeat';
import { requestLog } from './request-log';
import { staticFiles } from './static-files';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export interface RunningServer {
  readonly application: Application;
  /** For a browser on this machine. */
  readonly url: string;
  /** Lets no new request in, waits for those under way, then closes the database and gives its folder back. */
  readonly close: () => Promise<void>;
}

/**
 * Runs the whole product on one machine: the API, the H5 site from dist/h5 and the campaign's pictures. The port is
 * taken first, so that a second start fails before it touches the data; until the database is ready, calls are
 * answered with 503.
 *
 * @throws PortTaken, FolderInUse, and what is wrong with the campaign's files
 */
export async function startNode(configuration: Configuration): Promise<RunningServer> {
  let running: Application | null = null;
  const http = createHttp({
    application: () => Promise.resolve(running),
    publicOrigin: configuration.publicOrigin,
    logFailure: logFailureToStderr,
    front: [
      ...(configuration.requestLog ? [requestLog] : []),
      staticFiles(join(configuration.campaignFolder, 'media'), '/media'),
      staticFiles(join('dist', 'h5')),
    ],
  });
  const listening = await listen(http.fetch, configuration);
  try {
    const application = await open(configuration);
    running = application;
    const stops = [repeat(() => application.keepHouse(), HOUR), repeat(() => application.runContest(), 10 * SECOND), repeat(() => application.runRequests(), MINUTE), repeat(() => application.runBookings(), MINUTE), repeat(() => application.runNewsroom(), 10 * SECOND), repeat(() => application.deliverMessages(), 5 * SECOND)];
    return {
      application,
      url: `http://${['0.0.0.0', '127.0.0.1'].includes(configuration.host) ? 'localhost' : configuration.host}:${listening.port}/`,
      close: async () => {
        await Promise.all([...stops.map((stop) => stop()), listening.stop()]);
        await application.close();
      },
    };
  } catch (error) {
    await listening.stop();
    throw error;
  }
}

async function open(configuration: Configuration): Promise<Application> {
  const store = await openStore(configuration, logFailureToStderr);
  try {
    await prepareStore(store, configuration);
    return await openApplication(configuration, { store, logFailure: logFailureToStderr });
  } catch (error) {
    await store.close();
    throw error;
  }
}
