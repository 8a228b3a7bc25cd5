import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Kysely } from 'kysely';
import { openApplication, type Application } from '../../server/application/application';
import type { UseCases } from '../../server/dispatch/call';
import type { Clock } from '../../server/clock';
import { readConfiguration, type Configuration } from '../../server/application/configuration';
import { createHttp } from '../../server/entries/http';
import type { FileStore } from '../../server/files/file-store';
import { prepareStore } from '../../server/application/prepare-store';
import type { Store } from '../../server/storage/engine/connection';
import type { Database } from '../../server/storage/tables';
import { actions, type ActionName, type Input, type Output } from '../../src/contract/actions';
import type { ErrorReply, Reply } from '../../src/contract/errors';
import type { PersonView } from '../../src/contract/session';
import { openTestDatabase } from './test-database';

export interface CallOptions {
  readonly token?: string;
  /** Of a change; a fresh one for each call when left out. */
  readonly key?: string;
}

type CallAction<Options> = <Name extends ActionName>(action: Name, input: Input<Name>, options?: Options) => Promise<Reply<Output<Name>>>;

export interface TestCaller {
  readonly token: string;
  readonly person: PersonView;
  readonly call: CallAction<Omit<CallOptions, 'token'>>;
}

export interface TestClock extends Clock {
  set(instant: Date | string): void;
  advance(milliseconds: number): void;
}

export interface TestServer {
  /** Through HTTP and back, as a client calls. */
  readonly call: CallAction<CallOptions>;
  /** Answers any request to `http://test/…`; can stand in for the global `fetch`. */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** Signs in as a persona: `citizen`, `firm`, `firm-2`, `officer-<office id>`. Asked again, the same person. */
  readonly as: (persona: string) => Promise<TestCaller>;
  /** A new person without any identity but the session. */
  readonly asGuest: () => Promise<TestCaller>;
  readonly clock: TestClock;
  readonly db: Kysely<Database>;
  readonly application: Application;
  /** What was logged as a failure. A test that expects one empties the list; `close` fails on what is left. */
  readonly failures: string[];
  readonly close: () => Promise<void>;
}

export interface TestServerOptions {
  /** Where the clock starts; the campaign's demo day by default. It stands still until it is moved. */
  readonly now?: string;
  readonly configuration?: Partial<Configuration>;
  /** In place of a new database; closed with the server. */
  readonly store?: Store;
  /** In place of the configured place for files. */
  readonly files?: FileStore | null;
  /** Replaces single use cases. */
  readonly useCases?: (real: UseCases) => UseCases;
}

/** The whole backend with the real campaign on a database of its own. */
export async function startTestServer({ now = '2017-09-07T09:00:00+08:00', configuration: changes, store: given, files, useCases: replace }: TestServerOptions = {}): Promise<TestServer> {
  const configuration: Configuration = {
    ...readConfiguration({ NODE_ENV: 'test' }),
    campaignFolder: join('campaigns', 'tianjin-2017'),
    ...changes,
  };
  const store = given ?? (await openTestDatabase());
  const failures: string[] = [];
  const logFailure = (what: string, error: unknown) => void failures.push(`${what}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  const clock = standingClock(now);
  await prepareStore(store, configuration);
  const useCases = replace?.((await import('../../server/use-cases')).useCases);
  const application = await openApplication(configuration, { store, logFailure, clock, ...(files !== undefined && { files }), ...(useCases && { useCases }) });
  const http = createHttp({ application: () => Promise.resolve(application), publicOrigin: configuration.publicOrigin, logFailure });
  const fetch: TestServer['fetch'] = async (input, init) => http.fetch(input instanceof Request ? input : new Request(new URL(input, 'http://test'), init));
  const call = callThrough(fetch);
  const callerOf = ({ token, person }: { token: string; person: PersonView }): TestCaller => ({
    token,
    person,
    call: (action, input, options) => call(action, input, { ...options, token }),
  });
  return {
    call,
    fetch,
    as: async (persona) => callerOf(dataOf(await call('session.demo', { persona }))),
    asGuest: async () => callerOf(dataOf(await call('session.guest', {}))),
    clock,
    db: store.db,
    application,
    failures,
    close: async () => {
      await application.close();
      if (failures.length > 0) throw new Error(`The server logged failures:\n${failures.join('\n')}`);
    },
  };
}

/** The data of a reply that must be a good one. */
export function dataOf<Data>(reply: Reply<Data>): Data {
  if (!reply.ok) throw new Error(`Refused with ${reply.error.code}: ${reply.error.message} ${JSON.stringify(reply.error.fields ?? {})}`);
  return reply.data;
}

/** The error of a reply that must be a refusal. */
export function errorOf(reply: Reply<unknown>): ErrorReply['error'] {
  if (reply.ok) throw new Error(`Not refused: ${JSON.stringify(reply.data)}`);
  return reply.error;
}

const callThrough =
  (fetch: TestServer['fetch']): TestServer['call'] =>
  async (action, input, { token, key } = {}) => {
    const headers = new Headers({ 'Content-Type': 'application/json' });
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
    if (actions[action].effect === 'change') headers.set('Idempotency-Key', key ?? randomUUID());
    const response = await fetch(`/api/${action}`, { method: 'POST', headers, body: JSON.stringify(input) });
    return (await response.json()) as Reply<Output<typeof action>>;
  };

function standingClock(start: string): TestClock {
  let now = new Date(start);
  return {
    demo: true,
    now: () => now,
    set: (instant) => {
      now = new Date(instant);
    },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds);
    },
  };
}
