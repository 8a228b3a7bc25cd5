import type { Kysely, Transaction } from 'kysely';
import type { PaperQuestion } from '../../../src/domain/contest/paper';
import type { NameChoice } from '../../../src/domain/contest/shown-name';
import { cursorKinds, pageOf, type Page, type Position } from '../cursor';
import type { Database } from '../tables';

export interface StoredOwnPapers {
  readonly code: string;
  readonly eligible: boolean;
  /** Of attempts that were handed in, oldest first. */
  readonly papers: readonly { readonly number: number; readonly nonce: string; readonly paper: readonly PaperQuestion[] }[];
}

/** Undefined for whoever has not taken part. */
export async function findOwnPapers(db: Kysely<Database>, contestId: string, personId: string): Promise<StoredOwnPapers | undefined> {
  const entrant = await db
    .selectFrom('contestEntrant')
    .select(['id', 'code', 'eligible'])
    .where('contestId', '=', contestId)
    .where('personId', '=', personId)
    .executeTakeFirst();
  if (!entrant) return undefined;
  const papers = await db
    .selectFrom('contestAttempt')
    .select(['number', 'nonce', 'paper'])
    .where('entrantId', '=', entrant.id)
    .where('state', '=', 'submitted')
    .orderBy('number')
    .execute();
  return { code: entrant.code, eligible: entrant.eligible, papers };
}

export interface StoredWinner {
  readonly place: number;
  readonly ticket: string;
  readonly code: string;
  readonly nameChoice: NameChoice;
  readonly name: string | null;
}

/** First prize first. */
export async function listWinners(db: Kysely<Database>, contestId: string): Promise<StoredWinner[]> {
  return db
    .selectFrom('contestWinner')
    .innerJoin('contestEntrant', 'contestEntrant.id', 'contestWinner.entrantId')
    .select(['contestWinner.place', 'contestWinner.ticket', 'contestEntrant.code', 'contestEntrant.nameChoice', 'contestEntrant.name'])
    .where('contestWinner.contestId', '=', contestId)
    .orderBy('contestWinner.place')
    .execute();
}

const CODES_A_PAGE = 2000;

/** A page of the public codes of all who took part in the draw, in ascending order. */
export async function listEligible(db: Kysely<Database>, contestId: string, after: Position<string> | null): Promise<Page<string>> {
  const rows = await db
    .selectFrom('contestEntrant')
    .select('code')
    .where('contestId', '=', contestId)
    .where('eligible', '=', true)
    .$if(after !== null, (query) => query.where('code', '>', after?.id ?? ''))
    .orderBy('code')
    .limit(CODES_A_PAGE + 1)
    .execute();
  return pageOf(cursorKinds.entrantCode, rows.map(({ code }) => code), (code) => ({ sort: '', id: code }), CODES_A_PAGE);
}

export interface DrawState {
  readonly seed: string;
  readonly closesAt: Date;
  readonly appealsUntil: string;
  readonly drawnAt: Date | null;
}

/** Until the transaction ends nobody else draws, and no question is corrected or voided. */
export async function lockForDraw(trx: Transaction<Database>, contestId: string): Promise<DrawState> {
  return trx.selectFrom('contest').select(['seed', 'closesAt', 'appealsUntil', 'drawnAt']).where('id', '=', contestId).forNoKeyUpdate().executeTakeFirstOrThrow();
}

/** Whether the results may still change: an attempt is open, or graded by an older key, or an appeal waits. */
export async function isUnsettled(db: Kysely<Database>, contestId: string): Promise<boolean> {
  const { unsettled } = await db
    .selectNoFrom((eb) =>
      eb
        .or([
          eb.exists(eb.selectFrom('contestAttempt').select('id').where('contestId', '=', contestId).where('state', '=', 'open')),
          eb.exists(
            eb
              .selectFrom('contestAttempt')
              .innerJoin('contest', 'contest.id', 'contestAttempt.contestId')
              .select('contestAttempt.id')
              .where('contestAttempt.contestId', '=', contestId)
              .where('contestAttempt.state', '=', 'submitted')
              .whereRef('contestAttempt.keyVersion', '<', 'contest.keyVersion'),
          ),
          eb.exists(eb.selectFrom('contestAppeal').select('id').where('contestId', '=', contestId).where('state', '=', 'open')),
        ])
        .as('unsettled'),
    )
    .executeTakeFirstOrThrow();
  return Boolean(unsettled);
}

/** Marks everyone who takes part in the draw: ranked, passed, and not deleted. */
export async function markEligible(trx: Transaction<Database>, contestId: string): Promise<{ id: string; code: string }[]> {
  return trx
    .updateTable('contestEntrant')
    .set({ eligible: true })
    .where('contestId', '=', contestId)
    .where('ranked', '=', true)
    .where('passed', '=', true)
    .where('personId', 'is not', null)
    .returning(['id', 'code'])
    .execute();
}

export interface Drawing {
  readonly drawnAt: Date;
  readonly eligibleCount: number;
  readonly eligibleHash: string;
  readonly winners: readonly { readonly place: number; readonly entrantId: string; readonly ticket: string }[];
}

export async function saveDrawing(trx: Transaction<Database>, contestId: string, { winners, ...drawing }: Drawing): Promise<void> {
  if (winners.length > 0) await trx.insertInto('contestWinner').values(winners.map((winner) => ({ ...winner, contestId }))).execute();
  await trx.updateTable('contest').set(drawing).where('id', '=', contestId).execute();
}
