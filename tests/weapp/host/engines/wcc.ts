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

export interface CompiledWxml {
  /** Leaves `$gwx` behind where it runs: from a file's name to its drawing. `null` when the WXML is broken. */
  readonly script: Script | null;
  readonly error: string | null;
}

const cache = new Map<string, CompiledWxml>();

/** All WXML and WXS of a package through WeChat's own compiler; cached by content. */
export function compileWithWcc(pkg: AppPackage): CompiledWxml {
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

function runCompiler(cwd: string, args: readonly string[]): CompiledWxml {
  const { status, stdout, stderr, error } = spawnSync(runnableCompiler(), args, { cwd, maxBuffer: OUTPUT_LIMIT });
  if (error) throw error;
  if (status !== 0) return { script: null, error: `wcc: ${stderr.toString().trim()}` };
  return { script: new Script(`${stdout.toString()};$gwx`, { filename: 'wcc-output.js' }), error: null };
}
