import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';

export interface PageConfig {
  readonly navigationBarTitleText?: string;
  readonly enablePullDownRefresh?: boolean;
  readonly usingComponents?: Readonly<Record<string, string>>;
}

export interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[];
  readonly subpackages?: AppConfig['subPackages'];
  readonly window?: PageConfig;
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly tabBar?: { readonly custom?: boolean; readonly list: readonly { readonly pagePath: string }[] };
}

/** A built mini-program folder, read lazily. Every path is relative to the folder, with `/` and no extension. */
export interface AppPackage {
  readonly dist: string;
  readonly config: AppConfig;
  readonly pages: readonly string[];
  readonly tabs: readonly string[];
  has(file: string): boolean;
  read(file: string): string;
  files(extension: string): string[];
  /** A page's own JSON over the `window` of app.json. */
  pageConfig(route: string): PageConfig;
  /** Tag name → component path, app.json's first. */
  usingComponents(path: string): Record<string, string>;
  /** The sub-package root that holds the path; `null` is the main package. */
  subPackageOf(path: string): string | null;
}

export const MAIN_PACKAGE_LIMIT = 2 * 1024 * 1024;

export function listFiles(folder: string, prefix = ''): string[] {
  return readdirSync(join(folder, prefix), { withFileTypes: true }).flatMap((entry) => {
    const path = posix.join(prefix, entry.name);
    return entry.isDirectory() ? listFiles(folder, path) : [path];
  });
}

const trimSlashes = (path: string): string => path.replace(/^\/+|\/+$/g, '');

export function openPackage(dist: string): AppPackage {
  const read = (file: string): string => readFileSync(join(dist, file), 'utf8');
  if (!existsSync(join(dist, 'app.json'))) throw new Error(`No app.json in ${dist}: build the mini-program first (npm run build:weapp)`);
  const config = JSON.parse(read('app.json')) as AppConfig;
  const ownConfig = (path: string): PageConfig =>
    existsSync(join(dist, `${path}.json`)) ? (JSON.parse(read(`${path}.json`)) as PageConfig) : {};
  const subPackages = subPackagesOf(config);
  const subPackageOf = (path: string): string | null =>
    subPackages.find(({ root }) => path.startsWith(`${root}/`))?.root ?? null;
  const absolute = (from: string, target: string): string =>
    target.startsWith('/') ? trimSlashes(target) : posix.join(posix.dirname(from), target);
  const resolveAll = (from: string, using: Readonly<Record<string, string>> = {}): [string, string][] =>
    Object.entries(using).map(([tag, target]) => [tag, absolute(from, target)]);
  return {
    dist,
    config,
    pages: [...config.pages, ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))],
    tabs: config.tabBar?.list.map(({ pagePath }) => trimSlashes(pagePath)) ?? [],
    has: (file) => existsSync(join(dist, file)),
    read,
    files: (extension) => listFiles(dist).filter((file) => file.endsWith(extension)),
    pageConfig: (route) => ({ ...config.window, ...ownConfig(route) }),
    usingComponents: (path) =>
      Object.fromEntries([
        ...resolveAll('app', config.usingComponents),
        ...resolveAll(path, ownConfig(path).usingComponents),
      ]),
    subPackageOf,
  };
}

function subPackagesOf(config: AppConfig): { root: string; pages: readonly string[] }[] {
  const declared = config.subPackages ?? config.subpackages ?? [];
  return declared.map(({ root, pages }) => ({ root: trimSlashes(root), pages: pages.map(trimSlashes) }));
}

/** WeChat uploads code, styles, templates and media; licence texts, source maps and project files stay behind. */
function isUploaded(file: string): boolean {
  return !/\.(txt|map|md)$|^project\.[\w.]*json$/.test(file);
}

function bytesOf(dist: string, files: readonly string[]): number {
  return files.filter(isUploaded).reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
}

/** Bytes as they lie on disk; WeChat's 2 MB limit is on these, not on the compressed ones. */
export function mainPackageBytes(dist: string): number {
  const pkg = openPackage(dist);
  return bytesOf(dist, listFiles(dist).filter((file) => pkg.subPackageOf(file) === null));
}

export function subPackageBytes(dist: string): Record<string, number> {
  const roots = subPackagesOf(openPackage(dist).config).map(({ root }) => root);
  const files = listFiles(dist);
  return Object.fromEntries(
    roots.map((root) => [root, bytesOf(dist, files.filter((file) => file.startsWith(`${root}/`)))]),
  );
}
