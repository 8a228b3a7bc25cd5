import { posix } from 'node:path';
import type { AppPackage } from './app-package';
import type { Realm } from './realm';

/** WeChat's `require`: relative paths inside the package only, each file once. */
export interface Modules {
  /** Runs a file unless it has run. What it throws while running is the caller's, and the file counts as not run. */
  run(path: string): unknown;
}

export function createModules(pkg: AppPackage, realm: Realm): Modules {
  const loaded = new Map<string, { exports: unknown }>();

  const resolve = (from: string, id: string): string => {
    const path = id.startsWith('/') ? id.slice(1) : posix.join(posix.dirname(from), id);
    const found = [path, `${path}.js`, `${path}/index.js`].find((file) => file.endsWith('.js') && pkg.has(file));
    if (!found) throw new Error(`module '${path}' is not defined, require args is '${id}' (from ${from})`);
    const target = pkg.subPackageOf(found);
    // A sub-package is downloaded on its own, so its files exist only for itself.
    if (target !== null && target !== pkg.subPackageOf(from)) {
      throw new Error(`${from} requires '${found}' of the sub-package '${target}', which may not be downloaded`);
    }
    return found;
  };

  const load = (file: string): unknown => {
    const known = loaded.get(file);
    if (known) return known.exports;
    const module = realm.object() as { exports: unknown };
    module.exports = realm.object();
    loaded.set(file, module);
    try {
      realm.compile(file, pkg.read(file))((id) => load(resolve(file, id)), module, module.exports);
    } catch (error) {
      loaded.delete(file);
      throw error;
    }
    return module.exports;
  };

  return {
    run: (path) => {
      if (!pkg.has(`${path}.js`)) throw new Error(`${path}.js is not in the package`);
      return load(`${path}.js`);
    },
  };
}
