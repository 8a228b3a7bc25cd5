import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';
import type { AppPackage } from '../app-package';

/** A node of what WeChat's compiled WXML returns for given data. `virtual` is a block, a template or a loop. */
export interface DrawnNode {
  readonly tag: string;
  readonly attr?: Readonly<Record<string, unknown>>;
  readonly children: readonly (DrawnNode | string | number)[];
  readonly wxKey?: unknown;
  /** 2 and 4 are loops, whose children are the items; 1 and 3 are conditions and templates. */
  readonly wxXCkey?: number;
  /** Which template or branch this is. */
  readonly wxVkey?: string;
}

export type Draw = (data: unknown) => DrawnNode;

const BINARIES: Readonly<Record<string, string>> = { linux: 'linux/wcc', darwin: 'mac/wcc', win32: 'windows/wcc.exe' };
const OUTPUT_LIMIT = 64 * 1024 * 1024;

/** npm installs the compiler without its run bit, so it runs from a copy; the rename keeps parallel workers apart. */
function runnableCompiler(): string {
  const name = BINARIES[process.platform];
  if (!name) throw new Error(`WeChat's wcc does not exist for ${process.platform}`);
  const source = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', name);
  const folder = join(tmpdir(), 'weapp-test-host');
  const target = join(folder, `wcc-${statSync(source).size}`);
  if (existsSync(target)) return target;
  mkdirSync(folder, { recursive: true });
  const temporary = `${target}-${process.pid}`;
  copyFileSync(source, temporary);
  chmodSync(temporary, 0o755);
  renameSync(temporary, target);
  return target;
}

type Find = (file: string) => Draw | undefined;

interface Compiled {
  readonly make: ((window: object, console: object) => Find) | null;
  readonly error: string | null;
}

/** wcc's output assigns these without declaring them. */
const ITS_GLOBALS = ['$gwx', '$gwn', '$gwl', '__WXML_GLOBAL__'];

const cache = new Map<string, Compiled>();

function compile(pkg: AppPackage): Compiled {
  const wxml = pkg.files('.wxml').sort();
  const wxs = pkg.files('.wxs').sort();
  const users = wxml
    .map((file): [string, string[]] => [file, Object.keys(pkg.usingComponents(file.replace(/\.wxml$/, '')))])
    .filter(([, tags]) => tags.length > 0);
  const components = [users.length, ...users.flatMap(([file, tags]) => [file, tags.length, ...tags])].join(' ');
  const key = JSON.stringify([components, [...wxml, ...wxs].map((file) => [file, pkg.read(file)])]);
  const known = cache.get(key);
  if (known) return known;
  const compiled = runCompiler(pkg.dist, ['-d', '-cc', components, ...wxml, ...wxs, '-gn', '$gwx']);
  cache.set(key, compiled);
  return compiled;
}

function runCompiler(cwd: string, args: readonly string[]): Compiled {
  const { status, stdout, stderr, error } = spawnSync(runnableCompiler(), args, { cwd, maxBuffer: OUTPUT_LIMIT });
  if (error) throw error;
  if (status !== 0) return { make: null, error: `wcc: ${stderr.toString().trim()}` };
  const body = `${stdout.toString()};return $gwx`;
  return { make: evaluate(['window', 'console', ...ITS_GLOBALS], body) as Compiled['make'], error: null };
}

/**
 * All WXML of a package through WeChat's own compiler. Its output logs a missing template or a failing expression to
 * the console; here all of that goes to `report`.
 */
export function compileWithWcc(pkg: AppPackage, report: (message: string) => void): (path: string) => Draw | undefined {
  const { make, error } = compile(pkg);
  if (!make) {
    report(error ?? 'wcc failed');
    return () => undefined;
  }
  // The compiled code asks for this version before it draws components.
  const find = make({ __webview_engine_version__: 0.02 }, { log: report, warn: report, error: report });
  return (path) => (pkg.has(`${path}.wxml`) ? find(`${path}.wxml`) : undefined);
}
