import { randomBytes, randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import { moveRanks } from '../../../server/storage/contest/rank-store';
import type { ContestTables } from '../../../server/storage/tables/contest';
import { rankMoves } from '../../../src/domain/contest/rank-moves';
import type { ContestSettings } from '../../../server/campaign/schema';
import type { TestServer } from '../server';

type Entrant = Insertable<ContestTables['contestEntrant']>;

export interface SampleResult extends Partial<Pick<Entrant, 'personId' | 'nameChoice' | 'name' | 'enterpriseCode' | 'enterpriseName' | 'officeId' | 'groupId' | 'ranked'>> {
  readonly score: number;
  readonly correctCount?: number;
  readonly usedMs: number;
  /** In milliseconds since the contest opened. */
  readonly finishedMs?: number;
}

const PASS_MARK = 60;
const openedAt = new Date('2017-09-07T09:00:00+08:00').getTime();

/** Puts best results into the tables, with the counts of ranks, as hand-ins would. Returns the entrants' ids in order. */
export async function addResults(server: TestServer, results: readonly SampleResult[]): Promise<string[]> {
  const contestId = server.application.campaign.contest?.id ?? '';
  const rows = results.map(({ score, correctCount = Math.floor(score / 5), usedMs, finishedMs = 0, ranked = true, personId = null, ...entry }) => ({
    ...entry,
    ...{ id: randomUUID(), contestId, personId, code: randomBytes(8).toString('hex'), ranked },
    ...{ bestAttemptId: randomUUID(), bestScore: score, bestCorrect: correctCount, bestMs: usedMs, bestAt: new Date(openedAt + finishedMs), passed: score >= PASS_MARK },
  }));
  await server.db.transaction().execute(async (trx) => {
    await trx.insertInto('contestEntrant').values(rows).execute();
    for (const { ranked, bestScore, bestMs } of rows) {
      if (ranked) await moveRanks(trx, contestId, rankMoves(null, { score: bestScore, usedMs: bestMs }));
    }
  });
  return rows.map(({ id }) => id);
}

export async function clearResults({ db }: TestServer): Promise<void> {
  for (const table of ['contestAttempt', 'contestEntrant', 'contestRankScore', 'contestRankCell', 'contestTeam'] as const) await db.deleteFrom(table).execute();
  await db.updateTable('contest').set({ teamsFingerprint: null, teamsCountedAt: null }).execute();
}

/** Changes single settings of the running contest, or takes it away. Returns how to put things right again. */
export function changeContest({ application: { campaign } }: TestServer, changes: Partial<ContestSettings> | null): () => void {
  const { contest } = campaign;
  const put = (value: ContestSettings | null) => void Object.assign(campaign, { contest: value });
  put(changes && contest && { ...contest, ...changes });
  return () => {
    put(contest);
  };
}
