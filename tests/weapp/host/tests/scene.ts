import { join } from 'node:path';
import type { engines } from '../engines';
import type { HostedApp } from '../hosted-app';
import { launch, type LaunchOptions } from '../launch';

/** A small mini-program of native pages, each of which tries one thing. */
export const dist = join(__dirname, '../../fixture');

/** Runs the fixture, one app at a time: `start` at a path, `run` what the lab page does under a name. To be called inside a `describe`. */
export function fixtureOver(engine: (typeof engines)[number]) {
  let app: HostedApp | null = null;

  afterEach(() => {
    app?.close();
    app = null;
  });

  const start = async (path: string, options: Partial<LaunchOptions> = {}): Promise<HostedApp> => {
    app?.close();
    app = await launch({ engine, dist, path, ...options });
    return app;
  };
  const run = (name: string, options: Partial<LaunchOptions> = {}) => start(`pages/lab/index?do=${name}`, options);
  return { start, run };
}

export const out = (hosted: HostedApp) => hosted.page().text().split('\n')[0];
export const messages = (hosted: HostedApp) => hosted.takeProblems().map(({ kind, message }) => `${kind}: ${message.split('\n')[0] ?? ''}`);
