import { sql, type Kysely, type Transaction } from 'kysely';
import type { NameChoice } from '../../../src/domain/contest/shown-name';
import type { Database } from '../tables';
import type { NewEntrant } from './attempt-store';

export interface StoredEntry {
  readonly nameChoice: NameChoice;
  readonly name: string | null;
  readonly enterpriseCode: string | null;
  readonly enterpriseName: string | null;
  readonly officeId: string | null;
  readonly groupId: string | null;
}

export interface StoredBest {
  readonly attemptId: string;
  readonly score: number;
  readonly correctCount: number;
  readonly usedMs: number;
}

export interface AttemptOutline {
  readonly id: string;
  readonly number: number;
  readonly nonce: string;
  readonly state: 'open' | 'submitted';
  readonly startedAt: Date;
  readonly deadlineAt: Date;
  readonly submittedAt: Date | null;
  readonly score: number | null;
}

/** A person's part in a contest. */
export interface StoredEntrant extends StoredEntry {
  readonly id: string;
  readonly code: string;
  readonly ranked: boolean;
  readonly passed: boolean;
  readonly best: StoredBest | null;
  /** Oldest first. */
  readonly attempts: readonly AttemptOutline[];
}

/** A person's part in a contest with all attempts, which are few; undefined for whoever has not taken part yet. */
export async function findEntrant(db: Kysely<Database>, contestId: string, personId: string): Promise<StoredEntrant | undefined> {
  const rows = await db
    .selectFrom('contestEntrant')
    .leftJoin('contestAttempt', 'contestAttempt.entrantId', 'contestEntrant.id')
    .select(['contestEntrant.id', 'code', 'ranked', 'passed', 'nameChoice', 'name', 'enterpriseCode', 'enterpriseName', 'officeId', 'groupId'])
    .select(['bestAttemptId', 'bestScore', 'bestCorrect', 'bestMs'])
    .select(['contestAttempt.id as attemptId', 'number', 'nonce', 'state', 'startedAt', 'deadlineAt', 'submittedAt', 'score'])
    .where('contestEntrant.contestId', '=', contestId)
    .where('personId', '=', personId)
    .orderBy('number')
    .execute();
  const [first] = rows;
  if (!first) return undefined;
  const { id, code, ranked, passed, nameChoice, name, enterpriseCode, enterpriseName, officeId, groupId } = first;
  const { bestAttemptId, bestScore, bestCorrect, bestMs } = first;
  return {
    ...{ id, code, ranked, passed, nameChoice, name, enterpriseCode, enterpriseName, officeId, groupId },
    best:
      bestAttemptId === null || bestScore === null || bestCorrect === null || bestMs === null
        ? null
        : { attemptId: bestAttemptId, score: bestScore, correctCount: bestCorrect, usedMs: bestMs },
    attempts: rows.flatMap(({ attemptId, number, nonce, state, startedAt, deadlineAt, submittedAt, score }) =>
      attemptId === null || number === null || nonce === null || state === null || startedAt === null || deadlineAt === null
        ? []
        : [{ id: attemptId, number, nonce, state, startedAt, deadlineAt, submittedAt, score }],
    ),
  };
}

export type EntryToSave = Omit<StoredEntry, 'groupId'>;

/** Keeps how a person takes part, and makes the entrant where there is none. The group stays as it is. */
export async function saveEntry(trx: Transaction<Database>, contestId: string, entrant: NewEntrant, entry: EntryToSave): Promise<StoredEntry> {
  return trx
    .insertInto('contestEntrant')
    .values({ ...entrant, ...entry, contestId })
    .onConflict((conflict) => conflict.columns(['contestId', 'personId']).doUpdateSet(entry))
    .returning(['nameChoice', 'name', 'enterpriseCode', 'enterpriseName', 'officeId', 'groupId'])
    .executeTakeFirstOrThrow();
}

/** Keeps a person's group, and makes the entrant where there is none. False when the person is gone. */
export async function saveGroup(db: Kysely<Database>, contestId: string, { id, personId, code, ranked }: NewEntrant, groupId: string): Promise<boolean> {
  const { rows } = await sql`
    insert into contest_entrant (id, contest_id, person_id, code, ranked, group_id)
    select ${id}::uuid, ${contestId}, person.id, ${code}, ${ranked}::boolean, ${groupId} from person where person.id = ${personId} for key share
    on conflict (contest_id, person_id) do update set group_id = excluded.group_id
    returning id`.execute(db);
  return rows.length === 1;
}
