import { createContext, Script, type Context } from 'node:vm';
import type { Clock } from './clock';
import { toJson } from './values';

/** WeChat wraps each module in a function whose extra parameters hide the browser's globals: they read `undefined`. */
const WRAPPER_PARAMETERS = [
  'require', 'module', 'exports', 'window', 'document', 'frames', 'self', 'location', 'navigator', 'localStorage',
  'history', 'Caches', 'screen', 'alert', 'confirm', 'prompt', 'XMLHttpRequest', 'WebSocket', 'Reporter', 'webkit',
  'WeixinJSCore',
];

export type ModuleFunction = (require: (id: string) => unknown, module: { exports: unknown }, exports: unknown) => void;

/** The JavaScript world of the logic layer: its own built-ins, no DOM, no code from strings. */
export interface Realm {
  readonly globals: Context;
  /** Makes a module function in this world; a syntax error throws. */
  compile(file: string, source: string): ModuleFunction;
  /** A copy that belongs to this world, by way of JSON: functions and `undefined` fields are lost, as on the bridge. */
  adopt<T>(value: T): T;
  object(): Record<string, unknown>;
  array(items: readonly unknown[]): unknown[];
  promise<T>(executor: (resolve: (value: T) => void, reject: (reason: unknown) => void) => void): Promise<T>;
  owns(promise: unknown): boolean;
}

// Source of the two exceptions: "JavaScript 支持情况" in WeChat's documentation. `eval` and `new Function` are refused,
// `new Function('return this')` is not. Date follows the host's clock.
const PREPARE = `(function (now) {
  const { Reflect, Proxy, EvalError, Date: NativeDate, Function: NativeFunction } = globalThis;
  const fromSource = (args) => {
    if (String(args[args.length - 1]).trim().replace(/;$/, '') === 'return this') return () => globalThis;
    throw new EvalError('Code generation from strings is not allowed in a mini-program');
  };
  globalThis.Function = new Proxy(NativeFunction, { apply: (_t, _s, args) => fromSource(args), construct: (_t, args) => fromSource(args) });
  globalThis.Date = new Proxy(NativeDate, {
    construct: (target, args, self) => Reflect.construct(target, args.length ? args : [now()], self),
    apply: () => new NativeDate(now()).toString(),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  });
  delete globalThis.WebAssembly;
  delete globalThis.SharedArrayBuffer;
  delete globalThis.Atomics;
  return { parse: JSON.parse, array: (items) => Array.from(items), object: () => ({}), promise: (e) => new Promise(e), owns: (p) => p instanceof Promise };
})`;

interface RealmTools {
  parse(json: string): unknown;
  array(items: readonly unknown[]): unknown[];
  object(): Record<string, unknown>;
  promise: Realm['promise'];
  owns(promise: unknown): boolean;
}

export function createRealm(clock: Clock, globals: Record<string, unknown>): Realm {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  const prepare = new Script(PREPARE, { filename: 'host:prepare' }).runInContext(context) as (
    now: () => number,
  ) => RealmTools;
  const tools = prepare(() => clock.now());
  Object.assign(context, {
    global: context,
    setTimeout: (callback: () => void, delay?: number, ...args: unknown[]) => clock.setTimeout(callback, delay, ...args),
    setInterval: (callback: () => void, delay?: number, ...args: unknown[]) =>
      clock.setInterval(callback, delay, ...args),
    clearTimeout: (id: number) => clock.clear(id),
    clearInterval: (id: number) => clock.clear(id),
    ...globals,
  });
  return {
    globals: context,
    compile: (file, source) => {
      const wrapped = `(function (${WRAPPER_PARAMETERS.join(', ')}) {${source}\n})`;
      return new Script(wrapped, { filename: file }).runInContext(context) as ModuleFunction;
    },
    adopt: <T>(value: T): T => {
      const json = toJson(value);
      return (json === undefined ? undefined : tools.parse(json)) as T;
    },
    ...tools,
  };
}
