import type { FairnessView, PrizeDrawView } from '../../../src/contract/contest/fairness';
import { chinaIso } from '../../../src/domain/china-time';
import { shownName } from '../../../src/domain/contest/shown-name';
import { contestPhase } from '../../../src/domain/contest/window';
import type { ContestSettings } from '../../campaign/schema';
import { keyHash } from '../../contest/bank';
import { contestOf, isOver } from '../../contest/settings';
import { Refusal } from '../../refusal';
import { listErrataOfContest } from '../../storage/contest/appeal-store';
import { findContest, type StoredContest } from '../../storage/contest/contest-store';
import { findOwnPapers, listWinners } from '../../storage/contest/fairness-store';
import type { Context, UseCase } from '../../use-case';

type FairnessContext = Context<'contest.fairness'>;

/**
 * Of every answer key that was used, oldest first. The first one is found by taking back what the errata changed; the
 * questions are read before the errata, so that an erratum decided in between is taken back from a key it has not met.
 */
async function keyHashes({ db, readBank }: FairnessContext, contestId: string): Promise<string[]> {
  const { questions } = await readBank(db);
  const errata = await listErrataOfContest(db, contestId);
  const firstKeys = new Map([...errata].reverse().map(({ questionId, formerKey }) => [questionId, formerKey]));
  const first = [...questions.values()].map(({ id, key, voided }) => ({ id, key: firstKeys.get(id) ?? key, voided: voided && !firstKeys.has(id) }));
  return [keyHash(first), ...errata.map((erratum) => erratum.keyHash)];
}

async function revealed(context: FairnessContext, { blueprint }: ContestSettings, { id, seed, bank }: StoredContest): Promise<FairnessView['revealed']> {
  return { seed, blueprint, bank, keyHashes: await keyHashes(context, id) };
}

async function ownPapers({ db, caller }: FairnessContext, contestId: string): Promise<FairnessView['mine']> {
  const own = caller.person && (await findOwnPapers(db, contestId, caller.person.id));
  if (!own) return null;
  return { ...own, papers: own.papers.map(({ number, nonce, paper }) => ({ attemptNumber: number, nonce, paper })) };
}

async function prizeDraw({ db }: FairnessContext, { id, drawnAt, eligibleCount, eligibleHash }: StoredContest): Promise<PrizeDrawView | null> {
  if (drawnAt === null || eligibleCount === null || eligibleHash === null) return null;
  const winners = await listWinners(db, id);
  return {
    drawnAt: chinaIso(drawnAt),
    eligibleCount,
    eligibleHash,
    winners: winners.map(({ place, ticket, code, nameChoice, name }) => ({ place, code, name: shownName(nameChoice, name, code), ticket })),
  };
}

export const fairness: UseCase<'contest.fairness'> = async (context) => {
  const { db, campaign, now } = context;
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  const stored = await findContest(db, contest.id);
  const { opensAt, closesAt, appealsUntil, seedHash, bankHash, committedAt, drawnAt } = stored;
  // By what is stored: the closing may have been moved to a later instant since this process read its settings.
  // Before the draw, nobody who can still change the list that it is made from may learn who would win.
  const told = isOver({ ...contest, closesAt }, now) && (!contest.prizes || drawnAt !== null);
  return {
    contestId: contest.id,
    title: contest.title,
    phase: contestPhase({ opensAt, closesAt }, now),
    opensAt: chinaIso(opensAt),
    closesAt: chinaIso(closesAt),
    appealsUntil,
    commitment: { seedHash, bankHash, committedAt: chinaIso(committedAt) },
    prizeCount: contest.prizes?.count ?? 0,
    revealed: told ? await revealed(context, contest, stored) : null,
    mine: told ? await ownPapers(context, contest.id) : null,
    prizes: await prizeDraw(context, stored),
  };
};
