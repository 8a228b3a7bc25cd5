import { sql, type Kysely, type Transaction } from 'kysely';
import type { SavedAnswers } from '../../../src/domain/contest/answers';
import type { Flag } from '../../../src/domain/contest/flags';
import type { PaperQuestion } from '../../../src/domain/contest/paper';
import type { RankMove } from '../../../src/domain/contest/rank-moves';
import type { Result } from '../../../src/domain/contest/ranking';
import type { Database } from '../tables';
import { moveRanks } from './rank-store';

/** By which key a contest's attempts are to be graded. */
export interface Grading {
  readonly contestId: string;
  readonly keyVersion: number;
}

const outdated = (db: Kysely<Database>, { contestId, keyVersion }: Grading) =>
  db.selectFrom('contestAttempt').where('contestId', '=', contestId).where('state', '=', 'submitted').where('keyVersion', '<', keyVersion);

const ENTRANTS_AT_ONCE = 500;

/** Entrants with an attempt that was graded by this very version, five hundred at most, in the order of their ids. */
export async function listEntrantsGradedBy(db: Kysely<Database>, { contestId, keyVersion }: Grading, after: string | undefined): Promise<string[]> {
  const rows = await db
    .selectFrom('contestAttempt')
    .select('entrantId')
    .distinct()
    .where('contestId', '=', contestId)
    .where('state', '=', 'submitted')
    .where('keyVersion', '=', keyVersion)
    .$if(after !== undefined, (query) => query.where('entrantId', '>', after ?? ''))
    .orderBy('entrantId')
    .limit(ENTRANTS_AT_ONCE)
    .execute();
  return rows.map(({ entrantId }) => entrantId);
}

/**
 * Gives the new version to those of the entrants' attempts that were asked none of the questions changed since theirs.
 *
 * @returns how many there were
 */
export async function passUntouched(db: Kysely<Database>, grading: Grading, entrantIds: readonly string[]): Promise<number> {
  const { contestId, keyVersion } = grading;
  const untouched = outdated(db, grading)
    .select('id')
    .where('entrantId', 'in', entrantIds)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('contestErratum')
            .select('contestErratum.keyVersion')
            .where('contestErratum.contestId', '=', contestId)
            .where('contestErratum.keyVersion', '<=', keyVersion)
            .whereRef('contestErratum.keyVersion', '>', 'contestAttempt.keyVersion')
            .where(sql<boolean>`contest_attempt.paper @> jsonb_build_array(jsonb_build_object('id', contest_erratum.question_id))`),
        ),
      ),
    )
    // Never waits, so it is in nobody's way, in whatever order it takes them.
    .forUpdate()
    .skipLocked();
  const { numUpdatedRows } = await db.updateTable('contestAttempt').set({ keyVersion }).where('id', 'in', untouched).executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Those of the entrants who have an outdated attempt. */
export async function listOutdatedEntrants(db: Kysely<Database>, grading: Grading, entrantIds: readonly string[]): Promise<string[]> {
  const rows = await outdated(db, grading).select('entrantId').distinct().where('entrantId', 'in', entrantIds).orderBy('entrantId').execute();
  return rows.map(({ entrantId }) => entrantId);
}

export interface EntrantToGrade {
  readonly id: string;
  readonly ranked: boolean;
  readonly best: Pick<Result, 'score' | 'usedMs'> | null;
}

/** Until the transaction ends nothing of this entrant is handed in or graded by anybody else. */
export async function lockEntrant(trx: Transaction<Database>, id: string): Promise<EntrantToGrade> {
  const { ranked, bestScore, bestMs } = await trx
    .selectFrom('contestEntrant')
    .select(['ranked', 'bestScore', 'bestMs'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { id, ranked, best: bestScore === null || bestMs === null ? null : { score: bestScore, usedMs: bestMs } };
}

export interface GradedAttempt extends Result {
  readonly id: string;
  readonly paper: readonly PaperQuestion[];
  readonly answers: SavedAnswers;
  readonly hiddenCount: number;
  readonly correctCount: number;
  readonly keyVersion: number;
}

/** All that an entrant has handed in, oldest first. */
export async function lockGradedAttempts(trx: Transaction<Database>, entrantId: string): Promise<GradedAttempt[]> {
  return trx
    .selectFrom('contestAttempt')
    .select(['id', 'paper', 'answers', 'hiddenCount'])
    .select((eb) => [
      eb.ref('score').$notNull().as('score'),
      eb.ref('correctCount').$notNull().as('correctCount'),
      eb.ref('usedMs').$notNull().as('usedMs'),
      eb.ref('submittedAt').$notNull().as('finishedAt'),
      eb.ref('keyVersion').$notNull().as('keyVersion'),
    ])
    .where('entrantId', '=', entrantId)
    .where('state', '=', 'submitted')
    .orderBy('number')
    .forUpdate()
    .execute();
}

export interface NewGrade {
  readonly id: string;
  readonly score: number;
  readonly correctCount: number;
  readonly earned: readonly number[];
  readonly flags: readonly Flag[];
  readonly keyVersion: number;
}

export async function saveGrade(trx: Transaction<Database>, { id, earned, flags, ...grade }: NewGrade): Promise<void> {
  await trx
    .updateTable('contestAttempt')
    .set({ ...grade, earned: JSON.stringify(earned), flags: flags.length > 0 ? JSON.stringify(flags) : null })
    .where('id', '=', id)
    .execute();
}

export interface NewBest {
  readonly contestId: string;
  readonly entrantId: string;
  readonly best: Pick<GradedAttempt, 'id' | 'score' | 'correctCount' | 'usedMs' | 'finishedAt'>;
  readonly passed: boolean;
  readonly rankMoves: readonly RankMove[];
}

export async function saveBest(trx: Transaction<Database>, { contestId, entrantId, best, passed, rankMoves }: NewBest): Promise<void> {
  await trx
    .updateTable('contestEntrant')
    .set({ bestAttemptId: best.id, bestScore: best.score, bestCorrect: best.correctCount, bestMs: best.usedMs, bestAt: best.finishedAt, passed })
    .where('id', '=', entrantId)
    .execute();
  await moveRanks(trx, contestId, rankMoves);
}

/** Says that every attempt is graded by this version, unless one is not, or a newer one is in force. */
export async function markRescored(db: Kysely<Database>, grading: Grading): Promise<void> {
  await db
    .updateTable('contest')
    .set({ rescoredVersion: grading.keyVersion })
    .where('id', '=', grading.contestId)
    .where('keyVersion', '=', grading.keyVersion)
    .where('rescoredVersion', '<', grading.keyVersion)
    .where((eb) => eb.not(eb.exists(outdated(db, grading).select('id'))))
    .execute();
}
