import type { HostedApp } from '../weapp/host/hosted-app';
import { launch, type LaunchOptions } from '../weapp/host/launch';
import { startTestServer, type TestServer } from './server';

interface RunningApp {
  readonly app: HostedApp;
  readonly server: TestServer;
  readonly sharesServer: boolean;
}

const running: RunningApp[] = [];

type Start = Partial<Pick<LaunchOptions, 'path' | 'scene' | 'storage'>>;

interface Run extends Pick<LaunchOptions, 'engine' | 'layout'>, Start {
  readonly offline?: boolean;
  /** One that outlives the test; by default each app has a server of its own. */
  readonly server?: TestServer;
}

/**
 * The compiled mini-program in front of the real backend, with a database of its own. Ends after the test.
 *
 * @param prepare makes what the app is to find, and says where and as whom it starts
 */
export async function run({ engine, offline = false, server: shared, ...start }: Run, prepare?: (server: TestServer) => Promise<Start>): Promise<RunningApp> {
  const server = shared ?? (await startTestServer());
  const prepared = prepare ? await prepare(server) : {};
  const fetch = (request: Request) => (offline ? Promise.reject(new Error('no network')) : server.fetch(request));
  const app = await launch({ engine, ...start, ...prepared, fetch });
  const runningApp = { app, server, sharesServer: shared !== undefined };
  running.push(runningApp);
  return runningApp;
}

// A test that failed half-way must not leave its server behind, nor hide what went wrong in the app.
afterEach(async () => {
  for (const { app, server, sharesServer } of running.splice(0)) {
    if (!sharesServer) await server.close();
    app.close();
  }
});
