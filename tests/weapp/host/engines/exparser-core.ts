import { readFileSync } from 'node:fs';
import { createContext, Script } from 'node:vm';
import type { AppPackage } from '../app-package';
import type { Exparser } from './exparser-types';
import { compileWithWcc, type Draw } from './wcc';

/** The component core and the compiled WXML in a JavaScript world of their own. */
export interface Core {
  readonly exparser: Exparser;
  /** A copy of plain data that belongs to this world. */
  adopt<T>(value: T): T;
  /** `String`, `Object` … of this world. */
  type(name: string): unknown;
  find(path: string): Draw | undefined;
}

let coreScript: Script | null = null;

function exparserScript(): Script {
  coreScript ??= new Script(
    `(function (module) { ${readFileSync(require.resolve('miniprogram-exparser'), 'utf8')}\nreturn module.exports; })`,
    { filename: 'exparser.js' },
  );
  return coreScript;
}

/**
 * A world apart for two reasons: wcc's output puts methods on the prototypes of Array, Function and their like, and
 * both tell arrays from objects by `instanceof`, so they must share built-ins with each other and with the data.
 * What either logs, a missing template or a failing expression, goes to `report`.
 */
export function createCore(pkg: AppPackage, report: (message: string) => void): Core {
  const context = createContext({ console: { log: report, warn: report, error: report } });
  const load = exparserScript().runInContext(context) as (module: { exports: unknown }) => Exparser;
  const exparser = load({ exports: {} });
  const { script, error } = compileWithWcc(pkg);
  if (error !== null) report(error);
  // The compiled code asks for this version before it draws components. The core must not see a window: it would want a DOM.
  Object.assign(context, { window: context, __webview_engine_version__: 0.02 });
  const find = script?.runInContext(context) as ((file: string) => Draw | undefined) | undefined;
  const parse = new Script('JSON.parse').runInContext(context) as (json: string) => unknown;
  return {
    exparser,
    adopt: <T>(value: T): T => parse(JSON.stringify(value)) as T,
    type: (name) => new Script(name).runInContext(context) as unknown,
    find: (path) => (pkg.has(`${path}.wxml`) ? find?.(`${path}.wxml`) : undefined),
  };
}
