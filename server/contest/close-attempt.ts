import { mergeAnswers, type SavedAnswers } from '../../src/domain/contest/answers';
import { flagsOf } from '../../src/domain/contest/flags';
import { rankMoves } from '../../src/domain/contest/rank-moves';
import { compareResults } from '../../src/domain/contest/ranking';
import { acceptsUntil, usedMs } from '../../src/domain/contest/window';
import { handIn, type StoredAttempt } from '../storage/contest/attempt-store';
import type { ContestChoreContext } from './chores';
import { gradeAttempt } from './grade-attempt';

/** What a person hands in beyond what was saved. */
export interface LastAnswers {
  readonly answers: SavedAnswers;
  readonly hiddenCount: number;
}

export interface ClosedAttempt {
  readonly id: string;
  readonly submittedAt: Date;
  readonly closedBy: 'person' | 'deadline';
}

export const isClosed = (attempt: StoredAttempt): attempt is StoredAttempt & ClosedAttempt => attempt.submittedAt !== null && attempt.closedBy !== null;

/** Whether an answer to it is still taken. */
export const isAccepting = ({ state, deadlineAt }: Pick<StoredAttempt, 'state' | 'deadlineAt'>, graceSeconds: number, now: Date): boolean =>
  state === 'open' && now <= acceptsUntil(deadlineAt, graceSeconds * 1000);

/**
 * Grades an open attempt and closes it, with the entrant's best result and the counts of ranks, in one statement.
 *
 * @param last in time only; null closes it as of its deadline with what was saved
 * @returns null when something that the grade depends on has changed since the attempt was read: read it again
 */
export async function closeAttempt({ db, contest, readBank, now }: ContestChoreContext, attempt: StoredAttempt, last: LastAnswers | null): Promise<ClosedAttempt | null> {
  const { paper, startedAt, deadlineAt, best } = attempt;
  const bank = await readBank(db, { keyVersion: attempt.contestKeyVersion });
  const answers = last ? mergeAnswers(attempt.answers, last.answers) : attempt.answers;
  const hiddenCount = Math.max(attempt.hiddenCount, last?.hiddenCount ?? 0);
  const submittedAt = last ? now : deadlineAt;
  const closedBy = last ? 'person' : 'deadline';
  const grade = gradeAttempt({ paper, answers }, bank, contest);
  const result = { score: grade.score, usedMs: usedMs(startedAt, submittedAt, deadlineAt), finishedAt: submittedAt };
  const flags = flagsOf({ hiddenCount, usedMs: result.usedMs, questionCount: paper.length, passed: grade.passed }, contest.flags);
  const isBest = best === null || compareResults(result, best) < 0;
  const done = await handIn(db, attempt, {
    ...grade,
    ...result,
    answers,
    hiddenCount,
    closedBy,
    flags,
    keyVersion: bank.keyVersion,
    isBest,
    rankMoves: isBest && attempt.ranked ? rankMoves(best, result) : [],
  });
  return done ? { id: attempt.id, submittedAt, closedBy } : null;
}
