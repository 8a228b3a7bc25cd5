import { listOverdueAttempts, type StoredAttempt } from '../storage/contest/attempt-store';
import { eraseMarks } from '../storage/contest/former-entrant-store';
import type { Chore } from './chores';
import { closeAttempt } from './close-attempt';

/**
 * Hands in what was left behind: grades attempts whose deadline and grace have passed with what was saved. After the
 * closing the marks of deleted people go too. Returns how many attempts.
 */
export const closeOverdueAttempts: Chore = async (context) => {
  const { db, contest, now } = context;
  const before = new Date(now.getTime() - contest.graceSeconds * 1000);
  await eraseMarks(db, contest.id, now);
  let closed = 0;
  let last: StoredAttempt | undefined;
  do {
    const overdue = await listOverdueAttempts(db, contest.id, before, last);
    // What another process or the person closes meanwhile is not closed again; what an erratum meets stays for the next time.
    for (const attempt of overdue) if (await closeAttempt(context, attempt, null)) closed += 1;
    last = overdue.at(-1);
  } while (last);
  return closed;
};
