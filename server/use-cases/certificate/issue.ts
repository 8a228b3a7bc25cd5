import { certificateCode } from '../../../src/domain/contest/certificate-code';
import { contestOf, isReleased } from '../../contest/settings';
import { refuse, Refusal } from '../../refusal';
import { insertCertificate, lockHolder, renameHolder, type CertificateHolder, type StoredCertificate } from '../../storage/contest/certificate-store';
import type { Context, UseCase } from '../../use-case';
import { certificateView } from './certificate-view';

type IssueContext = Context<'certificate.issue'>;

async function issue({ db, now, randomBelow }: IssueContext, contestId: string, { entrantId }: CertificateHolder, holderName: string): Promise<StoredCertificate> {
  for (;;) {
    const certificate = { code: certificateCode(randomBelow), holderName, issuedAt: now };
    if (await insertCertificate(db, { ...certificate, contestId, entrantId })) return certificate;
  }
}

async function rename({ db }: IssueContext, certificate: StoredCertificate, holderName: string): Promise<StoredCertificate> {
  await renameHolder(db, certificate.code, holderName);
  return { ...certificate, holderName };
}

export const issueCertificate: UseCase<'certificate.issue'> = async (context, { holderName }) => {
  const { db, campaign, caller, now } = context;
  const contest = contestOf(campaign);
  if (contest instanceof Refusal) return contest;
  const holder = await lockHolder(db, contest.id, caller.person.id);
  if (!isReleased(contest.results, contest, now)) return refuse('conflict', '成绩在竞赛结束后公布，届时再来领取证书。');
  if (!holder?.passed) return refuse('not_found', `还没有合格的成绩。达到 ${contest.passMark} 分后就能领取证书。`);
  const certificate = holder.certificate ? await rename(context, holder.certificate, holderName) : await issue(context, contest.id, holder, holderName);
  return certificateView(campaign, contest, holder, certificate);
};
