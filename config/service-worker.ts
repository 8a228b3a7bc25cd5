import { createHash } from 'node:crypto';
import { build } from 'esbuild';
import type { Compilation, Compiler } from 'webpack';

const NAME = 'service-worker.js';

/**
 * Pages that are kept from the first visit on: the tabs, and where the public reads what the device keeps. They open
 * without a network after a release too. Other pages are kept once they were opened.
 */
const PAGES = [
  'pages/home/index',
  'pages/news/index',
  'pages/contest/index',
  'pages/service/index',
  'pages/me/index',
  'pages/activities/index',
  'pages/article/index',
  'activities/lesson/index',
  'booking/mine/index',
  'booking/ticket/index',
  'reading/saved/index',
];

/** Puts the service worker, bundled with the list of what it keeps from the start, beside index.html. */
export class ServiceWorkerPlugin {
  apply({ hooks, webpack }: Compiler): void {
    hooks.thisCompilation.tap(NAME, (compilation) => {
      // The last stage: by then every name has its hash, and index.html has the names.
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_REPORT;
      compilation.hooks.processAssets.tapPromise({ name: NAME, stage }, async () => {
        compilation.emitAsset(NAME, new webpack.sources.RawSource(await bundle(precached(compilation))));
      });
    });
  }
}

interface PrecacheEntry {
  readonly url: string;
  /** Null where the name holds the content's hash. */
  readonly revision: string | null;
}

/** @throws {Error} when a page is not in the build */
function precached({ entrypoints, chunkGroups, assets }: Compilation): PrecacheEntry[] {
  const pages = PAGES.map((page) => {
    const group = chunkGroups.find(({ origins }) => origins.some(({ request }) => request === `./${page}`));
    if (group === undefined) throw new Error(`The service worker is to keep ${page}, which the build does not have.`);
    return group;
  });
  const index = assets['index.html'];
  if (index === undefined) throw new Error('The service worker is to keep index.html, which the build does not have.');
  const files = new Set([...entrypoints.values(), ...pages].flatMap((group) => group.getFiles()));
  return [
    { url: 'index.html', revision: createHash('sha256').update(index.source()).digest('hex').slice(0, 16) },
    ...[...files].sort().map((url) => ({ url, revision: null })),
  ];
}

async function bundle(entries: readonly PrecacheEntry[]): Promise<Buffer> {
  const { outputFiles } = await build({
    entryPoints: ['src/service-worker.ts'],
    bundle: true,
    write: false,
    minify: true,
    legalComments: 'none',
    // What Chrome 80 and iOS 12 both know; esbuild takes the latter to know less than it does.
    target: 'es2018',
    define: { PRECACHED: JSON.stringify(entries), 'process.env.NODE_ENV': '"production"' },
    logLevel: 'warning',
  });
  return Buffer.concat(outputFiles.map(({ contents }) => contents));
}
