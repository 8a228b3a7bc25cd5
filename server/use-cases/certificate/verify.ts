import { chinaDate } from '../../../src/domain/china-time';
import { maskedName } from '../../../src/domain/contest/shown-name';
import { refuse } from '../../refusal';
import { findCertificate } from '../../storage/contest/certificate-store';
import type { UseCase } from '../../use-case';
import { campaignOf } from '../../campaign/campaign-of';

/** Of earlier campaigns too: a certificate outlives its year. */
export const verifyCertificate: UseCase<'certificate.verify'> = async (context, { code }) => {
  const certificate = await findCertificate(context.db, code);
  if (!certificate) return refuse('not_found', '没有查到这个编号的证书，请对照证书核对后再试。');
  const { contest, name, organiser } = await campaignOf(context, certificate.campaignId);
  return {
    code,
    holderName: maskedName(certificate.holderName),
    contestTitle: contest?.title ?? '',
    campaignName: name,
    organiser,
    issuedOn: chinaDate(certificate.issuedAt),
    valid: certificate.passed,
  };
};
