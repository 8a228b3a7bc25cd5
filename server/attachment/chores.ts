import type { Kysely } from 'kysely';
import type { FileStore } from '../files/file-store';
import type { LogFailure } from '../failure-log';
import { beginRemovals, endRemoval } from '../storage/attachment/removal-store';
import type { Database } from '../storage/tables';

const RETRY_AFTER = 10 * 60 * 1000;
const BATCH = 50;

/**
 * Removes the bytes that belong to no attachment any more, or whose upload did not end. Several processes may do it at
 * once. What the storage does not remove now is tried again later; the failure is logged once a run.
 *
 * @returns how many were removed
 */
export async function removeFiles(db: Kysely<Database>, files: FileStore, now: Date, logFailure: LogFailure): Promise<number> {
  let removed = 0;
  for (;;) {
    const keys = await beginRemovals(db, now, new Date(now.getTime() + RETRY_AFTER), BATCH);
    for (const key of keys) {
      try {
        await files.delete(key);
      } catch (error) {
        logFailure('a file could not be removed', error);
        return removed;
      }
      await endRemoval(db, key);
      removed += 1;
    }
    if (keys.length < BATCH) return removed;
  }
}
