import * as v from 'valibot';
import { normaliseCertificateCode } from '../../domain/contest/certificate-code';
import { action } from '../action';
import { text } from '../fields';

export interface CertificateView {
  readonly code: string;
  readonly holderName: string;
  readonly contestTitle: string;
  readonly campaignName: string;
  readonly organiser: string;
  readonly score: number;
  readonly fullMark: number;
  /** `2017-09-07` */
  readonly issuedOn: string;
  /** False once a correction of the questions has taken the pass away. */
  readonly valid: boolean;
}

/** What anyone who holds the code may see: the name is masked. */
export interface CertificateCheck {
  readonly code: string;
  readonly holderName: string;
  readonly contestTitle: string;
  readonly campaignName: string;
  readonly organiser: string;
  readonly issuedOn: string;
  readonly valid: boolean;
}

export const certificateActions = {
  'certificate.mine': action<{ readonly certificate: CertificateView | null; readonly mayIssue: boolean; readonly suggestedName: string | null }>()({
    who: 'person',
    effect: 'read',
    summary: 'The caller’s certificate, or whether one can be had.',
    input: v.strictObject({}),
  }),
  'certificate.issue': action<CertificateView>()({
    who: 'person',
    effect: 'change',
    summary: 'Issues the caller’s certificate for a passed contest; issued again it keeps its code and takes the new name.',
    input: v.strictObject({ holderName: text('证书上的姓名', { min: 2, max: 20 }) }),
  }),
  'certificate.verify': action<CertificateCheck>()({
    who: 'anyone',
    effect: 'read',
    summary: 'Whether a certificate is genuine and valid, by its code.',
    input: v.strictObject({
      code: v.pipe(
        v.string('请填写证书编号。'),
        v.nonEmpty('请填写证书编号。'),
        v.maxLength(40, '证书编号过长，请对照证书核对。'),
        v.transform(normaliseCertificateCode),
        v.check((value) => value !== null, '证书编号有误，可能是某一位写错了，请对照证书核对。'),
        v.transform((value) => value ?? ''),
      ),
    }),
  }),
} as const;
