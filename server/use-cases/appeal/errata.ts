import { chinaIso } from '../../../src/domain/china-time';
import { contestOf } from '../../contest/settings';
import { Refusal } from '../../refusal';
import { findKeyVersion, listErrataOfContest } from '../../storage/contest/appeal-store';
import type { UseCase } from '../../use-case';

export const listErrata: UseCase<'erratum.list'> = async ({ db, campaign }) => {
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  const { rescoredVersion } = await findKeyVersion(db, contest.id);
  const errata = await listErrataOfContest(db, contest.id);
  return {
    errata: errata.reverse().map(({ questionId, stem, kind, reason, decidedAt, affectedCount, keyVersion }) => ({
      ...{ questionId, stem, kind, reason, affectedCount },
      decidedAt: chinaIso(decidedAt),
      rescored: rescoredVersion >= keyVersion,
    })),
  };
};
