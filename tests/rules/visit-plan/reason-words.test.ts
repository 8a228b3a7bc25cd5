import { leftOutWords, servedWords, slotWords } from '../../../src/domain/visit-plan/reason-words';
import type { Cause, ServedReason } from '../../../src/domain/visit-plan/types';
import { tuesdayAfternoon, tuesdayMorning } from './sample-plan';

const names = { expert: (id: string) => ({ wang: '王敏', li: '李强' })[id] ?? id, request: (id: string) => `${id}公司` };

test('a half-day', () => {
  expect([tuesdayMorning, tuesdayAfternoon].map(slotWords)).toEqual(['9 月 12 日上午', '9 月 12 日下午']);
});

test('why this expert', () => {
  const reason: ServedReason = {
    requestId: '甲',
    expertId: 'wang',
    slot: tuesdayMorning,
    pinned: false,
    fitting: 3,
    free: 2,
    sharedWith: ['乙'],
    preference: { kind: 'met' },
  };
  expect(servedWords(reason, names)).toEqual([
    '王敏的专业和服务区域相符，9 月 12 日上午有空。',
    '符合条件的专家共 3 位，其中 2 位该时段有空。',
    '与同区域、同领域的乙公司合并上门。',
    '满足企业希望的日期。',
  ]);
});

const visits = [{ expertId: 'wang', slot: tuesdayMorning, requestIds: ['甲', '乙', '丙', '丁'] }];

test.each<[Cause, string]>([
  [{ kind: 'field', expertIds: ['wang'] }, '没有专家登记这一领域。如由其他领域的专家前往，王敏可以安排。'],
  [{ kind: 'district', expertIds: ['wang', 'li'] }, '如不限服务区域，王敏、李强可以安排。'],
  [{ kind: 'not-free', expertIds: ['wang'] }, '王敏符合条件，但请假或已有预约；如能腾出半天，可以安排。'],
  [{ kind: 'weekly-limit', expertIds: ['wang'] }, '王敏有空，但当周上门次数已达上限；如增加半天，可以安排。'],
  [{ kind: 'excluded', expertIds: ['wang'] }, '王敏可以安排，但已被排除；取消排除后可以安排。'],
  [{ kind: 'share-limit', visits }, '前往甲公司、乙公司、丙公司等 4 家的上门已达合并家数上限；如允许多合并一家，可以安排。'],
  [{ kind: 'competition', visits }, '符合条件的专家已安排给同样或更紧急的甲公司、乙公司、丙公司等 4 家；如其中一次上门让出，可以安排。'],
  [{ kind: 'pinned', visits }, '符合条件的专家已被指定前往甲公司、乙公司、丙公司等 4 家；如取消指定，可以安排。'],
])('what would fit it in: $kind', (cause, words) => {
  expect(leftOutWords({ requestId: '戊', causes: [cause], blocks: [] }, names)).toEqual([words]);
});

test('when one change is not enough', () => {
  expect(leftOutWords({ requestId: '戊', causes: [], blocks: ['district', 'not-free'] }, names)).toEqual([
    '只放宽一项条件仍无法安排：没有这一领域的专家服务该区域，专家在所选日期内没有空。',
  ]);
});
