import type { Transaction } from 'kysely';
import { flagsOf } from '../../src/domain/contest/flags';
import { rankMoves } from '../../src/domain/contest/rank-moves';
import { compareResults } from '../../src/domain/contest/ranking';
import type { ContestSettings } from '../campaign/schema';
import { findKeyVersion } from '../storage/contest/appeal-store';
import { listEntrantsGradedBy, listOutdatedEntrants, lockEntrant, lockGradedAttempts, markRescored, passUntouched, saveBest, saveGrade, type GradedAttempt } from '../storage/contest/rescore-store';
import type { Database } from '../storage/tables';
import type { Bank } from './bank';
import type { Chore } from './chores';
import { gradeAttempt } from './grade-attempt';

/** Grades what is outdated among an entrant's attempts, and finds the best again. Returns how many were outdated. */
async function rescoreEntrant(trx: Transaction<Database>, contest: ContestSettings, bank: Bank, entrantId: string): Promise<number> {
  const { keyVersion } = bank;
  const entrant = await lockEntrant(trx, entrantId);
  const attempts = await lockGradedAttempts(trx, entrantId);
  let rescored = 0;
  const graded: GradedAttempt[] = [];
  for (const attempt of attempts) {
    // Another process may have been here, with this version or a newer one.
    if (attempt.keyVersion >= keyVersion) {
      graded.push(attempt);
      continue;
    }
    const { passed, ...score } = gradeAttempt(attempt, bank, contest);
    const flags = flagsOf({ ...attempt, questionCount: attempt.paper.length, passed }, contest.flags);
    await saveGrade(trx, { ...score, id: attempt.id, flags, keyVersion });
    graded.push({ ...attempt, ...score });
    rescored += 1;
  }
  const [best] = graded.sort(compareResults);
  if (rescored > 0 && best) {
    const moves = entrant.ranked ? rankMoves(entrant.best, best) : [];
    await saveBest(trx, { contestId: contest.id, entrantId, best, passed: best.score >= contest.passMark, rankMoves: moves });
  }
  return rescored;
}

/**
 * Grades anew what was graded by an older key. Each entrant is a transaction of its own, so whenever this stops, what is
 * done is done and the rest is still marked by its version. Returns how many attempts.
 */
export const rescoreAttempts: Chore = async ({ db, contest, readBank }) => {
  const inForce = await findKeyVersion(db, contest.id);
  const bank = await readBank(db, { keyVersion: inForce.keyVersion });
  const grading = { contestId: contest.id, keyVersion: bank.keyVersion };
  let rescored = 0;
  for (let older = 1; older < bank.keyVersion; older += 1) {
    const next = (after?: string) => listEntrantsGradedBy(db, { ...grading, keyVersion: older }, after);
    for (let entrantIds = await next(); entrantIds.length > 0; entrantIds = await next(entrantIds.at(-1))) {
      rescored += await passUntouched(db, grading, entrantIds);
      for (const id of await listOutdatedEntrants(db, grading, entrantIds)) {
        rescored += await db.transaction().execute((trx) => rescoreEntrant(trx, contest, bank, id));
      }
    }
  }
  await markRescored(db, grading);
  return rescored;
};
