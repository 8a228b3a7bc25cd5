import type { HostedApp } from '../weapp/host/hosted-app';
import { launch, type LaunchOptions } from '../weapp/host/launch';
import { startTestServer, type TestServer } from './server';

interface RunningApp {
  readonly app: HostedApp;
  readonly server: TestServer;
}

const running: RunningApp[] = [];

type Start = Partial<Pick<LaunchOptions, 'path' | 'scene' | 'storage'>>;

interface Run extends Pick<LaunchOptions, 'engine'>, Start {
  readonly offline?: boolean;
}

/**
 * The compiled mini-program in front of the real backend, with a database of its own. Ends after the test.
 *
 * @param prepare makes what the app is to find, and says where and as whom it starts
 */
export async function run({ engine, offline = false, ...start }: Run, prepare?: (server: TestServer) => Promise<Start>): Promise<RunningApp> {
  const server = await startTestServer();
  const prepared = prepare ? await prepare(server) : {};
  const fetch = (request: Request) => (offline ? Promise.reject(new Error('no network')) : server.fetch(request));
  const app = await launch({ engine, ...start, ...prepared, fetch });
  running.push({ app, server });
  return { app, server };
}

// A test that failed half-way must not leave its server behind, nor hide what went wrong in the app.
afterEach(async () => {
  for (const { app, server } of running.splice(0)) {
    await server.close();
    app.close();
  }
});
