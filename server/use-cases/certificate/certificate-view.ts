import type { CertificateView } from '../../../src/contract/contest/certificate';
import { chinaDate } from '../../../src/domain/china-time';
import type { Campaign, ContestSettings } from '../../campaign/schema';
import { fullMarkOf } from '../../contest/settings';
import type { CertificateHolder, StoredCertificate } from '../../storage/contest/certificate-store';

export const certificateView = (
  { name, organiser }: Campaign,
  contest: ContestSettings,
  { bestScore, passed }: CertificateHolder,
  { code, holderName, issuedAt }: StoredCertificate,
): CertificateView => ({
  code,
  holderName,
  contestTitle: contest.title,
  campaignName: name,
  organiser,
  score: bestScore ?? 0,
  fullMark: fullMarkOf(contest),
  issuedOn: chinaDate(issuedAt),
  valid: passed,
});
