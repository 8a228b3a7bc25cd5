import type { CertificateView } from '../../contract/contest/certificate';
import { monthDay } from '../../domain/china-time';
import { formatCertificateCode } from '../../domain/contest/certificate-code';

/** What it certifies, below the name. */
export const certificateBody = ({ organiser, contestTitle, score, fullMark }: CertificateView): string =>
  `在${organiser}举办的${contestTitle}中取得 ${score} 分（满分 ${fullMark} 分），成绩合格，特发此证。`;

/** `2017 年 9 月 7 日` */
export const issuedWords = ({ issuedOn }: Pick<CertificateView, 'issuedOn'>): string => `${issuedOn.slice(0, 4)} 年 ${monthDay(issuedOn)}`;

export const verifyWords = '查验真伪：打开“质量月”，在“我的”里选“证书查验”，输入编号。';

/** All that the picture says, for those who do not see it. */
export const certificateText = (certificate: CertificateView): string =>
  `证书。${certificate.holderName}，${certificateBody(certificate)}${certificate.organiser}，${issuedWords(certificate)}。证书编号 ${formatCertificateCode(certificate.code)}。`;
