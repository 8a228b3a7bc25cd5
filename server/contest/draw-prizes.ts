import { chinaDate } from '../../src/domain/china-time';
import { drawPrizes, eligibleHash } from '../../src/domain/contest/prize-draw';
import { isUnsettled, lockForDraw, markEligible, saveDrawing } from '../storage/contest/fairness-store';
import type { Chore } from './chores';
import { isOver } from './settings';

/**
 * Draws the prizes, once: after the contest, when no appeal can be filed any more and nothing is left that could change
 * who passed. Returns how many winners.
 */
export const drawPrizesOnce: Chore = async ({ db, contest, now }) => {
  const { id, prizes } = contest;
  if (!prizes) return 0;
  return db.transaction().execute(async (trx) => {
    // By what is stored: both dates may have been moved to later ones since this process read its settings.
    const { seed, closesAt, appealsUntil, drawnAt } = await lockForDraw(trx, id);
    if (drawnAt || !isOver({ ...contest, closesAt }, now) || chinaDate(now) <= appealsUntil || (await isUnsettled(trx, id))) return 0;
    const eligible = await markEligible(trx, id);
    const codes = eligible.map(({ code }) => code);
    const entrantIds = new Map(eligible.map((entrant) => [entrant.code, entrant.id]));
    const winners = drawPrizes(seed, id, codes, prizes.count).map(({ code, ticket }, index) => ({ place: index + 1, entrantId: entrantIds.get(code) ?? '', ticket }));
    await saveDrawing(trx, id, { drawnAt: now, eligibleCount: codes.length, eligibleHash: eligibleHash(codes), winners });
    return winners.length;
  });
};
