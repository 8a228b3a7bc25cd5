import type { OfficeSide } from '../../../src/contract/request/office';
import type { RequestRow, RequestView } from '../../../src/contract/request/request';
import { request, row } from '../sample-request';

const office: OfficeSide = {
  transferTo: [
    { id: 'nanjiang', name: '南疆检验检疫局' },
    { id: 'baodi', name: '宝坻检验检疫局' },
  ],
  needsDispatcher: false,
  replies: [
    { id: 'return-product', purpose: 'return', title: '补充产品情况', text: '请写明产品名称、规格和执行的标准。' },
    { id: 'return-credit-code', purpose: 'return', title: '核对信用代码', text: '请对照营业执照核对统一社会信用代码。' },
    { id: 'accept-arranging', purpose: 'accept', title: '受理，安排专家', text: '您的申请已受理。' },
    { id: 'message-date', purpose: 'message', title: '商定上门日期', text: '请告诉我们另外两三个方便的工作日。' },
  ],
  pauseReasons: [
    { id: 'firm-asked', name: '企业要求推迟办理' },
    { id: 'testing', name: '等待检测结果' },
  ],
  expertId: null,
};

/** The sample request as its office sees it. */
export const caseAtDesk = (changes: Partial<RequestView> = {}, side: Partial<OfficeSide> = {}): RequestView => ({
  ...request,
  actors: ['officer'],
  moves: ['accept', 'return', 'decline', 'transfer', 'merge'],
  followerCount: null,
  office: { ...office, ...side },
  ...changes,
});

/** The sample's row in the office's list; `number` tells several apart. */
export const inboxRow = (changes: Partial<RequestRow> = {}, number = 1): RequestRow => ({
  ...row,
  id: `7a4b2f7e-2f0a-4a53-9e4e-1d1c8d4f${String(number).padStart(4, '0')}`,
  firmName: `天津示例${number}公司`,
  ...changes,
});
