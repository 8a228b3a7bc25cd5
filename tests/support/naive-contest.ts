import { bankReader } from '../../server/contest/bank';
import type { ContestChoreContext } from '../../server/contest/chores';
import type { TestServer } from './server';

// The contest counted over from the answers alone, as simply as can be, to compare with what the server keeps.

interface NaiveAttempt {
  readonly id: string;
  readonly entrantId: string;
  readonly score: number;
  readonly correctCount: number;
  readonly earned: readonly number[];
  readonly usedMs: number;
  readonly finishedAt: number;
}

/** Every attempt that was handed in, graded by the questions as they are now. */
async function gradeAll({ db, application }: TestServer): Promise<NaiveAttempt[]> {
  const half = application.campaign.contest?.partialCredit === 'half';
  const questions = new Map((await db.selectFrom('question').select(['id', 'type', 'key', 'voided']).execute()).map((question) => [question.id, question]));
  const attempts = await db.selectFrom('contestAttempt').selectAll().where('state', '=', 'submitted').orderBy('number').execute();
  return attempts.map(({ id, entrantId, paper, answers, usedMs, submittedAt }) => {
    const earned = paper.map(({ id: questionId, points, optionOrder }) => {
      const question = questions.get(questionId);
      if (!question) throw new Error(`There is no question ${questionId}.`);
      if (question.voided) return points;
      const chosen = new Set((answers[questionId]?.[1] ?? []).map((shown) => optionOrder[shown] ?? -1));
      const hits = question.key.filter((option) => chosen.has(option)).length;
      if (hits === question.key.length && chosen.size === hits) return points;
      return half && question.type === 'multiple' && hits > 0 && chosen.size === hits ? Math.floor(points / 2) : 0;
    });
    return {
      ...{ id, entrantId, earned },
      score: earned.reduce((sum, points) => sum + points, 0),
      correctCount: earned.filter((points, index) => points === paper[index]?.points).length,
      usedMs: usedMs ?? 0,
      finishedAt: submittedAt?.getTime() ?? 0,
    };
  });
}

const isBefore = (a: NaiveAttempt, b: NaiveAttempt): boolean =>
  a.score !== b.score ? a.score > b.score : a.usedMs !== b.usedMs ? a.usedMs < b.usedMs : a.finishedAt < b.finishedAt;

/** By entrant, and only those of ranked ones for ranks. */
async function bestResults(server: TestServer): Promise<{ readonly entrantId: string; readonly ranked: boolean; readonly best: NaiveAttempt }[]> {
  const graded = await gradeAll(server);
  const entrants = await server.db.selectFrom('contestEntrant').select(['id', 'ranked']).execute();
  return entrants.flatMap(({ id, ranked }) => {
    const [first, ...others] = graded.filter(({ entrantId }) => entrantId === id);
    return first ? [{ entrantId: id, ranked, best: others.reduce((best, other) => (isBefore(other, best) ? other : best), first) }] : [];
  });
}

/** Everything that grading decides, as it must be: by attempt, by entrant, and the counts of ranks without the empty ones. */
export async function expectedResults(server: TestServer): Promise<unknown> {
  const passMark = server.application.campaign.contest?.passMark ?? 0;
  const results = await bestResults(server);
  return {
    attempts: new Map((await gradeAll(server)).map(({ id, score, correctCount, earned }) => [id, { score, correctCount, earned }])),
    entrants: new Map(
      results.map(({ entrantId, best }) => [entrantId, { attemptId: best.id, score: best.score, correct: best.correctCount, ms: best.usedMs, at: best.finishedAt, passed: best.score >= passMark }]),
    ),
    ranks: rankCounts(results.filter(({ ranked }) => ranked).map(({ best }) => best)),
  };
}

/** How many have each score, and each score in each span of half a minute and of a second. */
export function rankCounts(results: readonly { readonly score: number; readonly usedMs: number }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { score, usedMs } of results) {
    for (const place of [`${score}`, ...[30_000, 1_000].map((span) => `${score} ${span} ${Math.floor(usedMs / span)}`)]) counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

/** The same as the server keeps it. */
export async function keptRankCounts({ db }: TestServer): Promise<Record<string, number>> {
  const scores = await db.selectFrom('contestRankScore').selectAll().where('entrants', '<>', 0).execute();
  const cells = await db.selectFrom('contestRankCell').selectAll().where('entrants', '<>', 0).execute();
  return Object.fromEntries<number>([
    ...scores.map(({ score, entrants }) => [`${score}`, entrants] as const),
    ...cells.map(({ score, spanMs, cell, entrants }) => [`${score} ${spanMs} ${cell}`, entrants] as const),
  ]);
}

/** The same as the server keeps it. */
export async function keptResults(server: TestServer): Promise<unknown> {
  const { db } = server;
  const attempts = await db.selectFrom('contestAttempt').select(['id', 'score', 'correctCount', 'earned']).where('state', '=', 'submitted').execute();
  const entrants = await db.selectFrom('contestEntrant').selectAll().where('bestAttemptId', 'is not', null).execute();
  return {
    attempts: new Map(attempts.map(({ id, score, correctCount, earned }) => [id, { score, correctCount, earned }])),
    entrants: new Map(
      entrants.map(({ id, bestAttemptId, bestScore, bestCorrect, bestMs, bestAt, passed }) => [
        id,
        { attemptId: bestAttemptId, score: bestScore, correct: bestCorrect, ms: bestMs, at: bestAt?.getTime(), passed },
      ]),
    ),
    ranks: await keptRankCounts(server),
  };
}

/** 1 + how many ranked entrants stand before, by entrant. */
export async function expectedRanks(server: TestServer): Promise<ReadonlyMap<string, number>> {
  const ranked = (await bestResults(server)).filter((result) => result.ranked);
  return new Map(ranked.map(({ entrantId, best }) => [entrantId, 1 + ranked.filter((other) => isBefore(other.best, best)).length]));
}

/** What a single chore is called with, as another process of its own would be. */
export function choreContext({ application, db, clock }: TestServer, connection = db): ContestChoreContext {
  const { contest } = application.campaign;
  if (!contest) throw new Error('The campaign has no contest.');
  return { db: connection, contest, readBank: bankReader(contest), now: clock.now() };
}

/** Does what the timer does, and says how much of it there was. */
export async function runChores(server: TestServer): Promise<Readonly<Record<string, number | null>>> {
  const done = await server.application.runContest();
  if (!done) throw new Error('The campaign has no contest.');
  return { ...done };
}

