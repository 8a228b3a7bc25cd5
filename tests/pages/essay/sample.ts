import type { EssayCall, EssayView } from '../../../src/contract/essay';

export const essayId = '6f1e5a0c-97f5-4d0e-a6d5-0d6b1d9f7a11';

export const call: EssayCall = {
  activityId: 'essay-call',
  theme: '改善供给，引领未来',
  introduction: '请写下您对质量的认识。',
  opensOn: '2017-09-01',
  closesOn: '2017-09-30',
  open: true,
  shortest: 10,
  longest: 100,
  mostPerPerson: 3,
};

export const essay: EssayView = {
  id: essayId,
  version: 3,
  title: '我身边的质量故事',
  authorName: '示例作者',
  firmName: null,
  body: '第一段写车间里的检验。\n\n第二段写家里的尺子。',
  state: 'accepted',
  submittedAt: '2017-09-05T10:00:00+08:00',
  acceptedOn: '2017-09-06',
  appreciationCount: 2,
  appreciated: false,
  cannotAppreciate: null,
  mine: false,
  moves: [],
  note: null,
  phone: null,
  call: null,
};
