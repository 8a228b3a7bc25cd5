import type { RequestForm, RequestRow, RequestView } from '../../src/contract/request/request';

const asked = (label: string) => ({ label, help: `请填写${label}。`, purpose: `办理时要用到${label}。` });

/** The form of the expert visit, as the campaign describes it. */
export const form: RequestForm = {
  campaignId: 'tianjin-2017',
  title: '请专家上门',
  introduction: '写下您的问题，我们请专家上门解答。',
  open: true,
  closedReason: null,
  subjects: [
    { id: 'three-sames', name: '三同' },
    { id: 'quality-management', name: '质量管理' },
  ],
  areas: [
    { id: 'kaifaqu', name: '开发区', officeName: '开发区检验检疫局' },
    { id: 'donggang', name: '东港', officeName: '东港检验检疫局' },
  ],
  fields: {
    firmName: asked('企业名称'),
    creditCode: asked('统一社会信用代码'),
    contactName: asked('联系人'),
    phone: asked('联系电话'),
    areaId: asked('所在区域'),
    subjectId: asked('想问的方面'),
    need: asked('具体情况'),
    preferredDates: asked('方便的日期'),
  },
  consent: '我同意按上面的说明使用这些信息。',
  retention: '办结一年后清除。',
  promiseWorkingDays: 5,
  dates: ['2017-09-11', '2017-09-12', '2017-09-13', '2017-09-14'],
  whatHappensNext: ['提交申请', '受理并安排专家', '专家上门'],
};

/** A request that waits for its office, as its owner sees it. */
export const request: RequestView = {
  id: '7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01',
  version: 1,
  receiptNumber: 'ZY1709042137',
  state: 'submitted',
  stateLabel: '已提交，等待受理',
  title: '请专家上门',
  subject: '三同',
  officeName: '开发区检验检疫局',
  submittedAt: '2017-09-07T09:00:00+08:00',
  promise: { kind: 'running', dueOn: '2017-09-14', workingDaysLeft: 5 },
  timeline: [{ at: '2017-09-07T09:00:00+08:00', kind: 'submitted', title: '已提交', by: '天津示例食品有限公司', note: null }],
  next: ['开发区检验检疫局受理', '专家上门'],
  firmName: '天津示例食品有限公司',
  creditCode: '91350100M000100Y43',
  creditCodeDoubtful: false,
  contactName: '示例联系人',
  phone: '13800001234',
  areaId: 'kaifaqu',
  areaName: '开发区',
  subjectId: 'three-sames',
  need: '想了解出口产品转内销时，怎样做到同线、同标、同质。',
  preferredDates: ['2017-09-12', '2017-09-13'],
  mine: true,
  moves: ['withdraw'],
  transferTo: [],
};

/** The same request, sent back to the firm. */
export const returned: RequestView = {
  ...request,
  version: 2,
  state: 'returned',
  stateLabel: '退回补充',
  promise: { kind: 'paused', workingDaysLeft: 3 },
  timeline: [
    ...request.timeline,
    { at: '2017-09-08T10:30:00+08:00', kind: 'returned', title: '退回补充', by: '开发区检验检疫局', note: '请写明产品的名称和产量。' },
  ],
  moves: ['complete', 'withdraw'],
};

export const row: RequestRow = {
  id: request.id,
  receiptNumber: request.receiptNumber,
  firmName: request.firmName,
  subject: request.subject,
  state: request.state,
  stateLabel: request.stateLabel,
  officeName: request.officeName,
  submittedAt: request.submittedAt,
  promise: request.promise,
};
