import { sql, type Kysely, type RawBuilder, type Transaction } from 'kysely';
import { LONG_SPAN_MS, SHORT_SPAN_MS, type RankMove } from '../../../src/domain/contest/rank-moves';
import type { Database } from '../tables';

/**
 * Table expressions that move the counts of ranks, to be the last ones of a statement: many wait for the same few rows.
 * Every writer takes the rows in this one order: cells, then scores, each in ascending order.
 *
 * @param source a table expression with the column `contest_id`: with one row the counts move, with none they stay
 */
export const movingRanks = (moves: readonly RankMove[], source: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  rank_move as (
    select source.contest_id, move.score, move."spanMs" as span_ms, move.cell, move.entrants
    from ${source} source, jsonb_to_recordset(${JSON.stringify(moves)}::jsonb) as move (score integer, "spanMs" integer, cell integer, entrants integer)
  ), counted_cells as (
    insert into contest_rank_cell (contest_id, score, span_ms, cell, entrants)
    select contest_id, score, span_ms, cell, entrants from rank_move where span_ms > 0 order by score, span_ms, cell
    on conflict (contest_id, score, span_ms, cell) do update set entrants = contest_rank_cell.entrants + excluded.entrants
    returning contest_id
  ), counted_scores as (
    insert into contest_rank_score (contest_id, score, entrants)
    select contest_id, score, entrants from rank_move where span_ms = 0 and (select count(*) from counted_cells) >= 0 order by score
    on conflict (contest_id, score) do update set entrants = contest_rank_score.entrants + excluded.entrants
  )`;

/** Moves the counts of ranks by themselves, within the transaction that moves the results. */
export async function moveRanks(trx: Transaction<Database>, contestId: string, moves: readonly RankMove[]): Promise<void> {
  if (moves.length === 0) return;
  await sql`with contest_of as (select ${contestId}::text as contest_id), ${movingRanks(moves, sql`contest_of`)} select from rank_move`.execute(trx);
}

export interface StoredStanding {
  /** 1 + the number of ranked entrants with a better result. */
  readonly rank: number;
  readonly of: number;
  readonly score: number;
  readonly correctCount: number;
  readonly usedMs: number;
}

const longSpan = sql.lit(LONG_SPAN_MS);
const shortSpan = sql.lit(SHORT_SPAN_MS);

/**
 * An entrant's rank, exact and of one moment: the counts of higher scores, of the earlier long spans of the own score, of
 * the earlier short spans within the own long one, and a look into the own short span. It reads about as many rows among
 * ten thousand as among a million.
 *
 * @returns undefined for an entrant who is not ranked or has no result
 */
export async function findStanding(db: Kysely<Database>, contestId: string, entrantId: string): Promise<StoredStanding | undefined> {
  const { rows } = await sql<StoredStanding>`
    select 1 + scores.above + long_spans.above + short_spans.above + own_span.above as "rank", scores.entrants as "of",
      own.best_score as score, own.best_correct as "correctCount", own.best_ms as "usedMs"
    from contest_entrant own,
      lateral (
        select coalesce(sum(entrants) filter (where score > own.best_score), 0) as above, coalesce(sum(entrants), 0) as entrants
        from contest_rank_score where contest_id = ${contestId}
      ) scores,
      lateral (
        select coalesce(sum(entrants), 0) as above from contest_rank_cell
        where contest_id = ${contestId} and score = own.best_score and span_ms = ${longSpan} and cell < own.best_ms / ${longSpan}
      ) long_spans,
      lateral (
        select coalesce(sum(entrants), 0) as above from contest_rank_cell
        where contest_id = ${contestId} and score = own.best_score and span_ms = ${shortSpan}
          and cell >= own.best_ms / ${longSpan} * (${longSpan} / ${shortSpan}) and cell < own.best_ms / ${shortSpan}
      ) short_spans,
      lateral (
        select count(*) as above from contest_entrant
        where contest_id = ${contestId} and ranked and best_score = own.best_score
          and best_ms >= own.best_ms / ${shortSpan} * ${shortSpan} and (best_ms, best_at) < (own.best_ms, own.best_at)
      ) own_span
    where own.id = ${entrantId} and own.contest_id = ${contestId} and own.ranked and own.best_score is not null`.execute(db);
  return rows[0];
}
