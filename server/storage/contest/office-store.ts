import { sql, type Kysely } from 'kysely';
import type { Flag } from '../../../src/domain/contest/flags';
import type { NameChoice } from '../../../src/domain/contest/shown-name';
import { cursorKinds, PAGE_SIZE, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';

export interface StoredFlagged {
  readonly id: string;
  readonly code: string;
  readonly nameChoice: NameChoice;
  readonly name: string | null;
  readonly score: number;
  readonly usedMs: number;
  readonly questionCount: number;
  readonly submittedAt: Date;
  readonly hiddenCount: number;
  readonly flags: readonly Flag[];
}

/** A page of the attempts that have a flag, newest first. */
export async function listFlaggedAttempts(db: Kysely<Database>, contestId: string, after: Position<Date> | null): Promise<Page<StoredFlagged>> {
  const rows = await db
    .selectFrom('contestAttempt')
    .innerJoin('contestEntrant', 'contestEntrant.id', 'contestAttempt.entrantId')
    .select(['contestAttempt.id', 'contestEntrant.code', 'contestEntrant.nameChoice', 'contestEntrant.name', 'contestAttempt.hiddenCount'])
    .select((eb) => [
      eb.ref('contestAttempt.score').$notNull().as('score'),
      eb.ref('contestAttempt.usedMs').$notNull().as('usedMs'),
      eb.ref('contestAttempt.submittedAt').$notNull().as('submittedAt'),
      eb.ref('contestAttempt.flags').$notNull().as('flags'),
      sql<number>`jsonb_array_length(paper)`.as('questionCount'),
    ])
    .where('contestAttempt.contestId', '=', contestId)
    .where('contestAttempt.flags', 'is not', null)
    .$if(after !== null, (query) =>
      query.where((eb) => eb(eb.refTuple('contestAttempt.submittedAt', 'contestAttempt.id'), '<', eb.tuple(after?.sort ?? new Date(0), after?.id ?? ''))),
    )
    .orderBy('contestAttempt.submittedAt', 'desc')
    .orderBy('contestAttempt.id', 'desc')
    .limit(PAGE_SIZE + 1)
    .execute();
  return pageOf(cursorKinds.instantAndRecordId, rows, ({ submittedAt, id }) => ({ sort: submittedAt, id }));
}

export interface StoredStatistics {
  readonly questionId: string;
  readonly askedCount: number;
  readonly correctShare: number;
  readonly discrimination: number | null;
}

const ATTEMPTS_COUNTED = 20_000;

/**
 * How each question did over the latest attempts that were handed in, the hardest first. `discrimination` is the
 * corrected item-total correlation: of the points for the question with the points for the rest of the same paper, since
 * a question correlates with a total that it is part of (S. Henrysson, Correction of item-total correlations in item
 * analysis, Psychometrika 28, 1963). Null where all had the same points.
 */
export async function readStatistics(db: Kysely<Database>, contestId: string): Promise<{ attemptCount: number; questions: StoredStatistics[] }> {
  const latest = db
    .selectFrom('contestAttempt')
    .select('id')
    .where('contestId', '=', contestId)
    .where('state', '=', 'submitted')
    .orderBy('submittedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(ATTEMPTS_COUNTED);
  const { rows: questions } = await sql<StoredStatistics>`
    select asked.question ->> 'id' as "questionId", count(*) as "askedCount",
      avg((asked.points = asked.question -> 'points')::integer)::float8 as "correctShare",
      corr(asked.points::integer, score - asked.points::integer) as discrimination
    from contest_attempt, rows from (jsonb_array_elements(paper), jsonb_array_elements(earned)) as asked (question, points)
    where id in (${latest})
    group by 1
    order by 3, 1`.execute(db);
  const { attemptCount } = await db
    .selectFrom(latest.as('attempt'))
    .select(({ fn }) => fn.countAll<number>().as('attemptCount'))
    .executeTakeFirstOrThrow();
  return { attemptCount, questions };
}
