import type { CertificateView } from '../../../src/contract/contest/certificate';

export const certificate: CertificateView = {
  code: '34679ACDEFGHJK',
  holderName: '李明',
  contestTitle: '“质量月”知识竞赛',
  campaignName: '2017 年“质量月”',
  organiser: '天津出入境检验检疫局',
  score: 96,
  fullMark: 100,
  issuedOn: '2017-09-07',
  valid: true,
};
