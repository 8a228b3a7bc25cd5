import { runInThisContext } from 'node:vm';
import { describeError, type ProblemLog } from './problems';
import type { Realm } from './realm';

interface Watched {
  readonly realm: Realm;
  readonly problems: ProblemLog;
}

type Listener = (reason: unknown, promise: Promise<unknown>) => void;

/** The process itself: what Jest shows a test as `process` is a copy that hears no events. */
const realProcess = runInThisContext('process') as NodeJS.Process;
const watched = new Set<Watched>();
let others: Listener[] = [];

/** Rejections of a hosted app's own promises become its problems; all others go where they went before. */
const onRejection: Listener = (reason, promise) => {
  for (const { realm, problems } of watched) {
    if (realm.owns(promise)) {
      problems.add('unhandled rejection', describeError(reason));
      return;
    }
  }
  for (const listener of others) listener(reason, promise);
};

/** Jest swaps the process's listeners around every test, so each launch looks again. */
export function watchRejections(realm: Realm, problems: ProblemLog): () => void {
  const entry = { realm, problems };
  watched.add(entry);
  const present = realProcess.listeners('unhandledRejection') as Listener[];
  if (!present.includes(onRejection)) {
    others = present;
    realProcess.removeAllListeners('unhandledRejection');
    realProcess.on('unhandledRejection', onRejection);
  }
  return () => {
    watched.delete(entry);
    if (watched.size > 0) return;
    realProcess.removeListener('unhandledRejection', onRejection);
    for (const listener of others.splice(0)) realProcess.on('unhandledRejection', listener);
  };
}
