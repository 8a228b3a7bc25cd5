import type { Clock } from '../clock';
import type { ProblemLog } from '../problems';
import type { Realm } from '../realm';
import { asFunction, asRecord } from '../values';

/** A refusal as WeChat reports it: `fail({ errMsg: 'name:fail reason', ...extra })`. */
export class ApiFailure extends Error {
  constructor(
    readonly reason: string,
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(reason);
  }
}

export type Options = Record<string, unknown>;
/** What a test says the platform answers; throwing an ApiFailure (or any error) makes the call fail. */
export type Answer = (options: Options) => unknown;
export type ApiTable = Record<string, (...args: never[]) => unknown>;

/** What every part of `wx` may use. */
export interface WxHost {
  readonly realm: Realm;
  readonly clock: Clock;
  readonly problems: ProblemLog;
  readonly answers: Map<string, Answer>;
  /** Counts an operation that `settle` must wait for. */
  track<T>(work: Promise<T>): Promise<T>;
}

const errorText = (name: string, error: unknown): Options =>
  error instanceof ApiFailure
    ? { errMsg: `${name}:fail ${error.reason}`, ...error.extra }
    : { errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}` };

/** Delivers an outcome WeChat's way: later, to the callbacks when there are any, else to the returned promise. */
export function deliver(host: WxHost, name: string, options: Options, work: Promise<unknown>): unknown {
  const callbacks = { success: asFunction(options.success), fail: asFunction(options.fail) };
  const complete = asFunction(options.complete);
  const finish = (isOk: boolean, result: Options) => {
    const adopted = host.realm.adopt(result);
    (isOk ? callbacks.success : callbacks.fail)?.(adopted);
    complete?.(adopted);
    return adopted;
  };
  const outcome = host.track(
    work.then(
      (result) => ({ isOk: true, result: { errMsg: `${name}:ok`, ...asRecord(result) } }),
      (error: unknown) => ({ isOk: false, result: errorText(name, error) }),
    ),
  );
  if (callbacks.success || callbacks.fail || complete) {
    void outcome.then(({ isOk, result }) => host.clock.setTimeout(() => finish(isOk, result)));
    return undefined;
  }
  return host.realm.promise<unknown>((resolve, reject) => {
    void outcome.then(({ isOk, result }) => {
      const adopted = host.realm.adopt(result);
      host.clock.setTimeout(() => (isOk ? resolve(adopted) : reject(adopted)));
    });
  });
}

/** An asynchronous API. An answer given by the test comes before the built-in behaviour. */
export function asyncApi(host: WxHost, name: string, run: Answer = () => ({})): (options?: Options) => unknown {
  return (options = {}) => {
    const answer = host.answers.get(name) ?? run;
    const work = new Promise<unknown>((resolve) => resolve(answer(options)));
    return deliver(host, name, options, work);
  };
}

/** A family of asynchronous APIs that need nothing but to succeed: the record of the call is what a test asks for. */
export function acceptingApis(host: WxHost, names: readonly string[]): ApiTable {
  return Object.fromEntries(names.map((name) => [name, asyncApi(host, name)]));
}

/** `onX` and `offX` for platform events, and the way to raise one. */
export function createEvents(host: WxHost, names: readonly string[]) {
  const listeners = new Map<string, Set<(event: unknown) => unknown>>(names.map((name) => [name, new Set()]));
  const table = Object.fromEntries(
    names.flatMap((name) => {
      const own = listeners.get(name);
      return [
        [`on${name}`, (listener: (event: unknown) => unknown) => void own?.add(listener)],
        [
          `off${name}`,
          (listener?: (event: unknown) => unknown) => {
            if (listener) own?.delete(listener);
            else own?.clear();
          },
        ],
      ];
    }),
  ) as ApiTable;
  const emit = (name: string, event: unknown): void => {
    for (const listener of [...(listeners.get(name) ?? [])]) {
      host.problems.guard(`wx.on${name}`, () => listener(host.realm.adopt(event)));
    }
  };
  return { table, emit };
}
