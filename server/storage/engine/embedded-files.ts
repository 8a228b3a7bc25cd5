import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** An open file as the engine's file layer knows it; `nfd` is Node's descriptor. */
interface Stream {
  readonly nfd: number;
  readonly node: { readonly mode: number };
}

interface FileLayer {
  NODEFS: { stream_ops: { fsync?: (stream: Stream) => number } };
  FS: { isDir(mode: number): boolean };
}

/**
 * PGlite's file system on a folder, with the one operation it lacks: without `fsync`, a commit is acknowledged
 * before it is on the disk. A failing `fsync` of a file ends the engine, as it ends PostgreSQL.
 */
export class DurableFiles extends NodeFS {
  override async init(...[pglite, options]: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const addFsync = (module: unknown) => {
      const { NODEFS, FS } = module as FileLayer;
      NODEFS.stream_ops.fsync = (stream) => {
        try {
          fsyncSync(stream.nfd);
        } catch (error) {
          // Not every system can sync a directory; PostgreSQL lets that pass too.
          if (!FS.isDir(stream.node.mode)) throw error;
        }
        return 0;
      };
    };
    return super.init(pglite, { ...options, preRun: [...(options.preRun ?? []), addFsync] });
  }
}

/**
 * Where the engine's files go inside the data folder. What an interrupted first start left is thrown away: nothing
 * was acknowledged from it, and the engine would take it for a whole database.
 */
export function prepareFiles(folder: string): { files: string; isNew: boolean } {
  const files = join(folder, 'database');
  const isNew = !existsSync(markOf(folder));
  if (isNew) rmSync(files, { recursive: true, force: true });
  mkdirSync(files, { recursive: true });
  return { files, isNew };
}

/** Says that the first start is complete, once everything it wrote is on the disk. */
export function markComplete(folder: string): void {
  syncAll(join(folder, 'database'));
  const mark = openSync(markOf(folder), 'w');
  writeSync(mark, 'The folder "database" beside this file is a whole PostgreSQL data folder of the embedded engine.\n');
  fsyncSync(mark);
  closeSync(mark);
  syncOne(folder);
}

const markOf = (folder: string): string => join(folder, 'database.complete');

function syncAll(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncAll(path);
    else if (entry.isFile()) syncOne(path);
  }
  syncOne(folder);
}

function syncOne(path: string): void {
  // On Windows a directory cannot be opened, and a file only for writing; the engine's own commits are synced there.
  if (process.platform === 'win32') return;
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
