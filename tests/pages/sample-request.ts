import type { RequestForm } from '../../src/contract/request/form';
import type { RequestRow, RequestView } from '../../src/contract/request/request';
import { fieldLimits, isPersonalType, standardFields, type FieldChoice, type FieldType, type RequestField, type StandardFieldId } from '../../src/domain/request/field';

/** A field of a form, with what its type allows unless `changes` say otherwise. */
export const sampleField = (id: string, type: FieldType, label: string, changes: Partial<RequestField> = {}): RequestField => ({
  id,
  type,
  label,
  help: `请填写${label}。`,
  purpose: `办理时要用到${label}。`,
  optional: false,
  personal: isPersonalType(type),
  ...fieldLimits[type],
  choices: [],
  ...changes,
});

const standard = (id: StandardFieldId, label: string, choices: readonly FieldChoice[] = []): RequestField => sampleField(id, standardFields[id], label, { choices });

const choice = (id: string, name: string): FieldChoice => ({ id, name, summary: null });

/** The form of the expert visit, as the campaign describes it. */
export const form: RequestForm = {
  campaignId: 'tianjin-2017',
  kindId: 'expert-visit',
  title: '请专家上门',
  introduction: '写下您的问题，我们请专家上门解答。',
  open: true,
  closedReason: null,
  fields: [
    standard('firmName', '企业名称'),
    standard('creditCode', '统一社会信用代码'),
    standard('contactName', '联系人'),
    standard('phone', '联系电话'),
    standard('areaId', '所在区域'),
    standard('subjectId', '想问的方面', [choice('three-sames', '三同'), choice('quality-management', '质量管理')]),
    standard('need', '具体情况'),
    standard('preferredDates', '方便的日期'),
  ],
  areas: [
    { id: 'kaifaqu', name: '开发区', officeName: '开发区检验检疫局' },
    { id: 'donggang', name: '东港', officeName: '东港检验检疫局' },
  ],
  dates: ['2017-09-11', '2017-09-12', '2017-09-13', '2017-09-14'],
  attachments: null,
  notices: [],
  anonymous: false,
  consent: '我同意按上面的说明使用这些信息。',
  retention: '办结一年后清除。',
  answerWithin: 5,
  whatHappensNext: ['提交申请', '受理并安排专家', '专家上门'],
};

/** A request that waits for its office, as its owner sees it. */
export const request: RequestView = {
  id: '7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f8a01',
  version: 1,
  receiptNumber: 'ZY1709042137',
  kindId: 'expert-visit',
  title: '请专家上门',
  subject: '三同',
  state: 'submitted',
  stateLabel: '已提交，等待受理',
  outcome: null,
  officeName: '开发区检验检疫局',
  submittedAt: '2017-09-07T09:00:00+08:00',
  promise: { kind: 'running', what: 'answer', dueOn: '2017-09-14', workingDaysLeft: 5 },
  timeline: [{ at: '2017-09-07T09:00:00+08:00', kind: 'submit', title: '已提交', by: '天津示例食品有限公司', note: null }],
  next: ['开发区检验检疫局受理', '专家上门'],
  firmName: '天津示例食品有限公司',
  creditCodeDoubtful: false,
  fields: [
    { id: 'firmName', label: '企业名称', text: '天津示例食品有限公司' },
    { id: 'creditCode', label: '统一社会信用代码', text: '91350100M000100Y43' },
    { id: 'contactName', label: '联系人', text: '示例联系人' },
    { id: 'phone', label: '联系电话', text: '13800001234' },
    { id: 'areaId', label: '所在区域', text: '开发区' },
    { id: 'subjectId', label: '想问的方面', text: '三同' },
    { id: 'need', label: '具体情况', text: '想了解出口产品转内销时，怎样做到同线、同标、同质。' },
    { id: 'preferredDates', label: '方便的日期', text: '9 月 12 日（周二）、9 月 13 日（周三）' },
  ],
  anonymous: false,
  preferredDates: ['2017-09-12', '2017-09-13'],
  actors: ['owner'],
  moves: ['withdraw'],
  values: null,
  attachments: [],
  messages: [],
  mayWrite: true,
  visit: null,
  followerCount: 0,
  survey: null,
  mergedInto: null,
  office: null,
};

export const sampleRequestView = (changes: Partial<RequestView> = {}): RequestView => ({ ...request, ...changes });

/** What fits the form above, as it is typed and chosen. */
export const values = {
  firmName: '天津示例食品有限公司',
  creditCode: '91350100M000100Y43',
  contactName: '示例联系人',
  phone: '13800001234',
  areaId: 'kaifaqu',
  subjectId: 'three-sames',
  need: '想了解出口产品转内销时，怎样做到同线、同标、同质。',
  preferredDates: ['2017-09-12', '2017-09-13'],
};

/** The same request, sent back to the firm. */
export const returned: RequestView = {
  ...request,
  version: 2,
  state: 'returned',
  stateLabel: '退回补充',
  promise: { kind: 'paused', reason: 'completion', reasonName: '等待企业补充材料', workingDaysLeft: 3 },
  timeline: [
    ...request.timeline,
    { at: '2017-09-08T10:30:00+08:00', kind: 'return', title: '退回补充', by: '开发区检验检疫局', note: '请写明产品的名称和产量。' },
  ],
  moves: ['complete', 'withdraw'],
  values,
};

export const row: RequestRow = {
  id: request.id,
  version: request.version,
  receiptNumber: request.receiptNumber,
  title: request.title,
  firmName: '天津示例食品有限公司',
  subject: request.subject,
  state: request.state,
  stateLabel: request.stateLabel,
  officeName: request.officeName,
  submittedAt: request.submittedAt,
  promise: request.promise,
  unanswered: false,
};
