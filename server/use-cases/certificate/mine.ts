import { contestOf, isReleased } from '../../contest/settings';
import { Refusal } from '../../refusal';
import { findHolder } from '../../storage/contest/certificate-store';
import type { UseCase } from '../../use-case';
import { certificateView } from './certificate-view';

export const ownCertificate: UseCase<'certificate.mine'> = async ({ db, campaign, caller, now }) => {
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  const holder = await findHolder(db, contest.id, caller.person.id);
  return {
    certificate: holder?.certificate ? certificateView(campaign, contest, holder, holder.certificate) : null,
    mayIssue: holder?.passed === true && isReleased(contest.results, contest, now),
    suggestedName: holder?.name ?? null,
  };
};
