import { sql, type Kysely } from 'kysely';
import type { SavedAnswers } from '../../../src/domain/contest/answers';
import type { Flag } from '../../../src/domain/contest/flags';
import type { PaperQuestion } from '../../../src/domain/contest/paper';
import type { RankMove } from '../../../src/domain/contest/rank-moves';
import type { Result } from '../../../src/domain/contest/ranking';
import type { Score } from '../../../src/domain/contest/score';
import type { Database } from '../tables';
import { movingRanks } from './rank-store';

export interface StoredAttempt {
  readonly id: string;
  readonly entrantId: string;
  readonly number: number;
  readonly state: 'open' | 'submitted';
  readonly paper: readonly PaperQuestion[];
  readonly answers: SavedAnswers;
  readonly hiddenCount: number;
  readonly startedAt: Date;
  readonly deadlineAt: Date;
  readonly submittedAt: Date | null;
  readonly closedBy: 'person' | 'deadline' | null;
  readonly score: number | null;
  readonly correctCount: number | null;
  readonly usedMs: number | null;
  readonly earned: readonly number[] | null;
  readonly keyVersion: number | null;
  /** Of the entrant, as of now. */
  readonly ranked: boolean;
  readonly passed: boolean;
  readonly best: (Result & { readonly attemptId: string }) | null;
  /** By which the contest is graded now. */
  readonly contestKeyVersion: number;
}

const attempts = (db: Kysely<Database>, contestId: string) =>
  db
    .selectFrom('contestAttempt')
    .innerJoin('contestEntrant', 'contestEntrant.id', 'contestAttempt.entrantId')
    .innerJoin('contest', 'contest.id', 'contestAttempt.contestId')
    .select(['contestAttempt.id', 'entrantId', 'number', 'state', 'paper', 'answers', 'hiddenCount', 'startedAt', 'deadlineAt', 'submittedAt', 'closedBy'])
    .select(['score', 'correctCount', 'usedMs', 'earned', 'contestAttempt.keyVersion'])
    .select(['ranked', 'passed', 'bestAttemptId', 'bestScore', 'bestMs', 'bestAt', 'contest.keyVersion as contestKeyVersion'])
    .where('contestAttempt.contestId', '=', contestId);

type AttemptRow = Omit<StoredAttempt, 'best'> & {
  readonly bestAttemptId: string | null;
  readonly bestScore: number | null;
  readonly bestMs: number | null;
  readonly bestAt: Date | null;
};

const storedAttempt = ({ bestAttemptId, bestScore, bestMs, bestAt, ...attempt }: AttemptRow): StoredAttempt => ({
  ...attempt,
  best: bestAttemptId === null || bestScore === null || bestMs === null || bestAt === null ? null : { attemptId: bestAttemptId, score: bestScore, usedMs: bestMs, finishedAt: bestAt },
});

/** One's own attempt; undefined when it is somebody else's or of another contest. */
export async function findOwnAttempt(db: Kysely<Database>, contestId: string, personId: string, id: string): Promise<StoredAttempt | undefined> {
  const row = await attempts(db, contestId).where('contestAttempt.id', '=', id).where('personId', '=', personId).executeTakeFirst();
  return row && storedAttempt(row);
}

const BATCH = 100;

/** Open attempts whose deadline lay before, the oldest first, a hundred at most. */
export async function listOverdueAttempts(db: Kysely<Database>, contestId: string, before: Date, after: Pick<StoredAttempt, 'id' | 'deadlineAt'> | undefined): Promise<StoredAttempt[]> {
  const rows = await attempts(db, contestId)
    .where('state', '=', 'open')
    .where('deadlineAt', '<', before)
    .$if(after !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('deadlineAt', 'contestAttempt.id'), '>', eb.tuple(after?.deadlineAt ?? new Date(0), after?.id ?? ''))),
    )
    .orderBy('deadlineAt')
    .orderBy('contestAttempt.id')
    .limit(BATCH)
    .execute();
  return rows.map(storedAttempt);
}

export interface NewAttempt {
  readonly id: string;
  readonly contestId: string;
  readonly number: number;
  readonly nonce: string;
  readonly paper: readonly PaperQuestion[];
  readonly startedAt: Date;
  readonly deadlineAt: Date;
  /** Of the bank that the paper was drawn from. */
  readonly bankHash: string;
}

/** An entrant that is made with its first attempt. */
export interface NewEntrant {
  readonly id: string;
  readonly personId: string;
  readonly code: string;
  readonly ranked: boolean;
}

/**
 * Starts an attempt, and makes the entrant where there is none, in one statement.
 *
 * @returns false when another call was first: with this number or nonce, with an open attempt or with the entrant; or when
 * the contest has got another bank than the paper was drawn from
 */
export async function insertAttempt(db: Kysely<Database>, { id, contestId, number, nonce, paper, startedAt, deadlineAt, bankHash }: NewAttempt, entrant: { readonly id: string } | NewEntrant): Promise<boolean> {
  const entrantId =
    'personId' in entrant
      ? sql`insert into contest_entrant (id, contest_id, person_id, code, ranked)
          select ${entrant.id}::uuid, bank.contest_id, person.id, ${entrant.code}, ${entrant.ranked}::boolean
          from bank, person where person.id = ${entrant.personId} for key share of person
          on conflict do nothing returning id, contest_id`
      : sql`select ${entrant.id}::uuid as id, bank.contest_id from bank`;
  const { rows } = await sql`
    with bank as (
      select id as contest_id from contest where id = ${contestId} and bank_hash = ${bankHash} for key share
    ), entrant as (${entrantId})
    insert into contest_attempt (id, entrant_id, contest_id, number, nonce, state, paper, started_at, deadline_at)
    select ${id}::uuid, entrant.id, entrant.contest_id, ${number}::integer, ${nonce}, 'open', ${JSON.stringify(paper)}::jsonb, ${startedAt}::timestamptz, ${deadlineAt}::timestamptz
    from entrant
    on conflict do nothing
    returning id`.execute(db);
  return rows.length === 1;
}

export interface Saving {
  readonly contestId: string;
  readonly personId: string;
  readonly attemptId: string;
  readonly answers: SavedAnswers;
  readonly hiddenCount: number;
  /** Attempts whose deadline lay before take no answer any more. */
  readonly notBefore: Date;
}

/**
 * Keeps of each question the newer answer, as `isNewer` says it, in one statement.
 *
 * @returns undefined when it is not one's own open attempt, or when its paper lacks one of the questions
 */
export async function saveAnswers(
  db: Kysely<Database>,
  { contestId, personId, attemptId, answers, hiddenCount, notBefore }: Saving,
): Promise<{ deadlineAt: Date; answers: SavedAnswers } | undefined> {
  const asked = Object.keys(answers).map((id) => ({ id }));
  const { rows } = await sql<{ deadlineAt: Date; answers: SavedAnswers }>`
    update contest_attempt
    set hidden_count = greatest(hidden_count, ${hiddenCount}::integer),
      answers = answers || coalesce((
        select jsonb_object_agg(given.key, given.value) from jsonb_each(${JSON.stringify(answers)}::jsonb) given
        where answers -> given.key is null or answers -> given.key < given.value
      ), '{}')
    from contest_entrant
    where contest_attempt.id = ${attemptId} and contest_attempt.contest_id = ${contestId} and state = 'open' and deadline_at >= ${notBefore}
      and contest_entrant.id = entrant_id and person_id = ${personId} and paper @> ${JSON.stringify(asked)}::jsonb
    returning deadline_at as "deadlineAt", answers`.execute(db);
  return rows[0];
}

export interface HandIn extends Score, Result {
  readonly passed: boolean;
  readonly answers: SavedAnswers;
  readonly hiddenCount: number;
  readonly closedBy: 'person' | 'deadline';
  readonly flags: readonly Flag[];
  readonly keyVersion: number;
  /** Whether it becomes the entrant's best result. */
  readonly isBest: boolean;
  readonly rankMoves: readonly RankMove[];
}

/**
 * Closes an attempt with its grade, moves the entrant's best result and the counts of ranks: one statement, which does
 * all of it or nothing.
 *
 * @param attempt as it was read; what the grade and the moves depend on must still be so
 * @returns false when it is not
 */
export async function handIn(db: Kysely<Database>, attempt: StoredAttempt, done: HandIn): Promise<boolean> {
  const best = done.isBest
    ? sql`, best as (
        update contest_entrant
        set best_attempt_id = closed.id, best_score = closed.score, best_correct = closed.correct_count, best_ms = closed.used_ms,
          best_at = closed.submitted_at, passed = ${done.passed}::boolean
        from closed where contest_entrant.id = closed.entrant_id
        returning contest_entrant.contest_id
      )`
    : sql``;
  const counted = done.rankMoves.length > 0 ? sql`, ${movingRanks(done.rankMoves, sql`best`)}` : sql``;
  const { rows } = await sql`
    with entrant as (
      select id from contest_entrant
      where id = ${attempt.entrantId} and best_attempt_id is not distinct from ${attempt.best?.attemptId ?? null}::uuid
        and best_score is not distinct from ${attempt.best?.score ?? null}::integer
      for update
    ), closed as (
      update contest_attempt
      set state = 'submitted', answers = ${JSON.stringify(done.answers)}::jsonb, hidden_count = ${done.hiddenCount}::integer,
        submitted_at = ${done.finishedAt}::timestamptz, closed_by = ${done.closedBy}, score = ${done.score}::integer,
        correct_count = ${done.correctCount}::integer, used_ms = ${done.usedMs}::integer, earned = ${JSON.stringify(done.earned)}::jsonb,
        flags = ${done.flags.length > 0 ? JSON.stringify(done.flags) : null}::jsonb, key_version = ${done.keyVersion}::integer
      from entrant
      where contest_attempt.id = ${attempt.id} and entrant_id = entrant.id and state = 'open'
        and answers = ${JSON.stringify(attempt.answers)}::jsonb and hidden_count = ${attempt.hiddenCount}
        and exists (select from contest where contest.id = contest_attempt.contest_id and contest.key_version = ${done.keyVersion})
      returning contest_attempt.id, contest_attempt.entrant_id, score, correct_count, used_ms, submitted_at
    )${best}${counted}
    select id from closed`.execute(db);
  return rows.length === 1;
}
