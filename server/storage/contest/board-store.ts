import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { NameChoice } from '../../../src/domain/contest/shown-name';
import type { Database } from '../tables';

/** `overall`: points, then time; `correct`: right answers, then time; `fastest`: time alone, of those who passed. */
export type BoardOrder = 'overall' | 'correct' | 'fastest';
export type TeamKind = 'enterprises' | 'offices' | 'groups';

/** So many are listed of a board. */
export const LISTED = 100;

/** Which rows of the list: `limit` from `offset` on, the first being 0. */
export interface Slice {
  readonly offset: number;
  readonly limit: number;
}

interface Ordering {
  /** Who is on this board. */
  readonly counted: RawBuilder<unknown>;
  readonly by: RawBuilder<unknown>;
}

const orderings: Readonly<Record<BoardOrder, Ordering>> = {
  overall: { counted: sql`ranked and best_score is not null`, by: sql`best_score desc, best_ms, best_at` },
  correct: { counted: sql`ranked and best_score is not null`, by: sql`best_correct desc, best_ms, best_at` },
  fastest: { counted: sql`ranked and passed`, by: sql`best_ms, best_at` },
};

export interface StoredPlace {
  readonly rank: number;
  readonly id: string;
  readonly code: string;
  readonly nameChoice: NameChoice;
  readonly name: string | null;
  readonly score: number;
  readonly correctCount: number;
  readonly usedMs: number;
}

/** People in this order, of the first hundred; ties share a rank. */
export async function listPeople(db: Kysely<Database>, contestId: string, order: BoardOrder, { offset, limit }: Slice): Promise<StoredPlace[]> {
  const { counted, by } = orderings[order];
  const { rows } = await sql<StoredPlace>`
    select rank() over (order by ${by}) as "rank", id, code, name_choice, name, best_score as score, best_correct as correct_count, best_ms as used_ms
    from (select * from contest_entrant where contest_id = ${contestId} and ${counted} order by ${by}, id limit ${sql.lit(LISTED)}) listed
    order by ${by}, id offset ${offset} limit ${limit}`.execute(db);
  return rows;
}

// Only the overall rank is asked by everybody, so it alone is kept in cells; these two count by an index.
const before: Readonly<Record<Exclude<BoardOrder, 'overall'>, readonly RawBuilder<unknown>[]>> = {
  correct: [sql`best_correct > own.best_correct`, sql`best_correct = own.best_correct and (best_ms, best_at) < (own.best_ms, own.best_at)`],
  fastest: [sql`(best_ms, best_at) < (own.best_ms, own.best_at)`],
};

/** An entrant's exact rank in this order; undefined for one who is not on this board. */
export async function countRank(db: Kysely<Database>, contestId: string, entrantId: string, order: Exclude<BoardOrder, 'overall'>): Promise<number | undefined> {
  const { counted } = orderings[order];
  const counts = before[order].map((better) => sql`(select count(*) from contest_entrant where contest_id = ${contestId} and ${counted} and ${better})`);
  const { rows } = await sql<{ rank: number }>`
    select 1 + ${sql.join(counts, sql` + `)} as "rank"
    from contest_entrant own where id = ${entrantId} and contest_id = ${contestId} and ${counted}`.execute(db);
  return rows[0]?.rank;
}

/** How many ranked people have a best result of at least so many points. */
export async function countRanked(db: Kysely<Database>, contestId: string, minScore = 0): Promise<number> {
  const { count } = await db
    .selectFrom('contestRankScore')
    .select(({ fn }) => fn.coalesce(fn.sum<number>('entrants'), sql<number>`0`).as('count'))
    .where('contestId', '=', contestId)
    .where('score', '>=', minScore)
    .executeTakeFirstOrThrow();
  return count;
}

export interface BoardCaller {
  readonly id: string;
  readonly code: string;
  readonly nameChoice: NameChoice;
  readonly name: string | null;
  readonly ranked: boolean;
  readonly score: number | null;
  readonly correctCount: number | null;
  readonly usedMs: number | null;
  readonly enterpriseCode: string | null;
  readonly officeId: string | null;
  readonly groupId: string | null;
}

/** The caller as the boards know them; undefined for whoever has not taken part. */
export async function findBoardCaller(db: Kysely<Database>, contestId: string, personId: string): Promise<BoardCaller | undefined> {
  return db
    .selectFrom('contestEntrant')
    .select(['id', 'code', 'nameChoice', 'name', 'ranked', 'bestScore as score', 'bestCorrect as correctCount', 'bestMs as usedMs'])
    .select(['enterpriseCode', 'officeId', 'groupId'])
    .where('contestId', '=', contestId)
    .where('personId', '=', personId)
    .executeTakeFirst();
}

export interface StoredTeam {
  readonly rank: number;
  readonly teamId: string;
  readonly name: string;
  readonly memberCount: number;
  readonly meanScore: number;
  readonly meanMs: number;
}

const teams = (db: Kysely<Database>, contestId: string, kind: TeamKind) =>
  db.selectFrom('contestTeam').where('contestId', '=', contestId).where('kind', '=', kind);

const teamColumns = ['rank', 'teamId', 'name', 'memberCount', 'meanScore', 'meanMs'] as const;

/** Of the first hundred teams. */
export async function listTeams(db: Kysely<Database>, contestId: string, kind: TeamKind, { offset, limit }: Slice): Promise<StoredTeam[]> {
  return teams(db, contestId, kind).select(teamColumns).orderBy('rank').orderBy('teamId').offset(offset).limit(Math.min(limit, LISTED - offset)).execute();
}

/** Undefined for a team that does not reach the minimum, or did not when it was counted. */
export async function findTeam(db: Kysely<Database>, contestId: string, kind: TeamKind, teamId: string): Promise<StoredTeam | undefined> {
  return teams(db, contestId, kind).select(teamColumns).where('teamId', '=', teamId).executeTakeFirst();
}

/** How many teams are shown, and when they were counted. */
export async function readTeamCount(db: Kysely<Database>, contestId: string, kind: TeamKind): Promise<{ total: number; countedAt: Date | null }> {
  return db
    .selectFrom('contest')
    .select(['teamsCountedAt as countedAt', teams(db, contestId, kind).select(({ fn }) => fn.countAll<number>().as('total')).$asScalar().$notNull().as('total')])
    .where('id', '=', contestId)
    .executeTakeFirstOrThrow();
}
