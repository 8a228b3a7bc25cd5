import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';

/** What a function must never carry: the embedded engine needs a disk, and a campaign's files come from the database. */
const FORBIDDEN = ['node_modules/@electric-sql/', 'node_modules/yaml/'];

const SOLVER = join('node_modules', 'highs', 'build');

/**
 * Bundles entry points for a cloud function, where nothing is installed, into a folder that is there.
 * @throws {Error} when they reach what a function must not carry
 */
export async function bundleForCloud(folder: string, entryPoints: Readonly<Record<string, string>>): Promise<Metafile> {
  const { metafile } = await build({
    entryPoints: { ...entryPoints },
    outdir: folder,
    bundle: true,
    platform: 'node',
    target: 'node18',
    format: 'cjs',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'linked',
    // Node 18 has WebCrypto, not yet under its global name; requests to the object storage are signed with it.
    banner: { js: "globalThis.crypto ??= require('node:crypto').webcrypto;" },
    // pg asks for pg-native only when told to use libpq. sharp brings a native library for each platform: the cloud installs
    // it from the function's package.json.
    external: ['pg-native', 'sharp'],
    // Its module for `import` asks where it lies, which a bundle of the CommonJS kind cannot tell; this one looks beside itself.
    alias: { highs: `./${SOLVER}/highs.js` },
    metafile: true,
    logLevel: 'warning',
  });
  const found = Object.keys(metafile.inputs).filter((file) => FORBIDDEN.some((part) => file.includes(part)));
  if (found.length > 0) throw new Error(`The bundle holds what a cloud function must not carry:\n${found.join('\n')}`);
  copyFileSync(join(SOLVER, 'highs.wasm'), join(folder, 'highs.wasm'));
  return metafile;
}
