import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileStore } from './file-store';

/** Keys become names of files; nothing else may. */
const KEY = /^[a-z0-9][a-z0-9-]{7,}$/;

/**
 * Files in a folder of this machine, spread over sub-folders by the first two letters of their keys. The folder is made
 * with the first file. A file is there whole or not at all: it is written beside, made durable, and moved into place.
 */
export function diskFiles(folder: string): FileStore {
  const pathOf = (key: string): string => {
    if (!KEY.test(key)) throw new Error(`Not a key of a file: ${key}`);
    return join(folder, key.slice(0, 2), key);
  };
  return {
    put: async (key, bytes) => {
      const path = pathOf(key);
      await mkdir(dirname(path), { recursive: true });
      await writeDurably(partOf(path), bytes);
      await rename(partOf(path), path);
      await syncFolder(dirname(path));
    },
    get: async (key) => {
      try {
        return await readFile(pathOf(key));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    delete: async (key) => {
      await rm(partOf(pathOf(key)), { force: true });
      await rm(pathOf(key), { force: true });
    },
  };
}

const partOf = (path: string): string => `${path}.part`;

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

// Windows opens no folder; its rename is durable by itself.
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
