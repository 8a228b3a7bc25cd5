import { posix } from 'node:path';
import type { template } from 'glass-easel';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { AppPackage } from '../app-package';
import { evaluate } from './evaluate';

export type Templates = NonNullable<template.ComponentTemplate['groupList']>;

/** What the compiler says of one place in the WXML. */
interface TemplateWarning {
  readonly level: string;
  readonly message: string;
  readonly path: string;
  readonly startLine: number;
}

interface Compiled {
  readonly warnings: readonly string[];
  readonly evaluate: (onMissing: (name: unknown) => void) => Templates;
}

const withoutExtension = (file: string): string => file.replace(/\.\w+$/, '');

/** The engine draws nothing for a template that does not exist; this line of its output is where it looks one up. */
const LOOK_UP = 'return S[P]};';
const REPORTING_LOOK_UP = 'return P&&!S[P]?missing(P):S[P]};';

const cache = new Map<string, Compiled>();

/**
 * All WXML and WXS of a package as one group. Cached by content, since every launch of every test needs it; the
 * compiler's warnings are part of the result and must be reported each time.
 */
export function compileTemplates(pkg: AppPackage): Compiled {
  const wxml = pkg.files('.wxml').map((file): [string, string] => [withoutExtension(file), pkg.read(file)]);
  const wxs = pkg.files('.wxs').map((file): [string, string] => [withoutExtension(file), pkg.read(file)]);
  const key = JSON.stringify([wxml, wxs]);
  const known = cache.get(key);
  if (known) return known;
  const compiled = compile(wxml, wxs);
  cache.set(key, compiled);
  return compiled;
}

function compile(wxml: readonly [string, string][], wxs: readonly [string, string][]): Compiled {
  const group = new TmplGroup();
  const warnings = wxml.flatMap(([path, source]) =>
    (group.addTmpl(path, source) as TemplateWarning[]).map(
      (warning) => `${warning.path}.wxml:${warning.startLine + 1}: ${warning.level}: ${warning.message}`,
    ),
  );
  for (const [path, source] of wxs) group.addScript(path, source);
  const source = group.getTmplGenObjectGroups();
  if (!source.includes(LOOK_UP)) throw new Error('glass-easel-template-compiler changed its output: see LOOK_UP');
  const make = evaluate(['missing'], `return ${source.replaceAll(LOOK_UP, REPORTING_LOOK_UP)}`) as Compiled['evaluate'];
  const missingFiles = findMissingFiles(group, wxml, wxs);
  group.free();
  return { warnings: [...warnings, ...missingFiles], evaluate: make };
}

/** An `<import>` or `<wxs src>` of a file that is not there compiles without a word. */
function findMissingFiles(
  group: TmplGroup,
  wxml: readonly [string, string][],
  wxs: readonly [string, string][],
): string[] {
  const known = new Set([...wxml, ...wxs].map(([path]) => path));
  return wxml.flatMap(([path]) => {
    const imports = group.getDirectDependencies(path) as string[];
    const needed = imports.concat(group.getScriptDependencies(path) as string[]);
    return needed
      .map((target) => posix.normalize(target))
      .filter((target) => !known.has(target))
      .map((target) => `${path}.wxml: needs ${target}, which is not in the package`);
  });
}
