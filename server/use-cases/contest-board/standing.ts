import type { Kysely } from 'kysely';
import type { StandingView } from '../../../src/contract/contest/board';
import { findStanding } from '../../storage/contest/rank-store';
import type { Database } from '../../storage/tables';

/** An entrant's exact place among all people; null for one who is not ranked or has no result yet. */
export const standingOf = async (db: Kysely<Database>, contestId: string, entrant: { readonly id: string }): Promise<StandingView | null> =>
  (await findStanding(db, contestId, entrant.id)) ?? null;
