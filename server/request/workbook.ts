import writeXlsxFile, { type Cell } from 'write-excel-file/node';
import { formatReceiptNumber } from '../../src/domain/request/receipt-number';
import { pauseReasonNames } from '../../src/domain/request/promise-clock';
import { outcomeLabels, stateLabels } from '../../src/domain/request/state';
import { chinaDate, inChina } from '../../src/domain/china-time';
import { workingDaysLeft } from '../../src/domain/working-days';
import { nameOf } from '../campaign/name-of';
import type { Campaign } from '../campaign/schema';
import type { StoredRequest } from '../storage/request/request-store';
import { kindOf, subjectName } from '../campaign/request-words';
import { firmWords, type Time } from './words';

interface Column {
  readonly header: string;
  /** In characters of Excel's default font. */
  readonly width: number;
  readonly value: (request: StoredRequest, campaign: Campaign, time: Time) => string | number | null;
}

/** Nothing that says who a person is or how to reach them. */
const columns: readonly Column[] = [
  { header: '受理编号', width: 18, value: ({ receiptNumber }) => formatReceiptNumber(receiptNumber) },
  { header: '事项', width: 18, value: ({ kind }, campaign) => kindOf(campaign, kind).title },
  { header: '方面', width: 22, value: (request, campaign) => subjectName(request, kindOf(campaign, request.kind)) },
  { header: '企业', width: 32, value: firmWords },
  { header: '状态', width: 18, value: ({ state }) => stateLabels[state] },
  { header: '办理单位', width: 26, value: ({ officeId }, { offices }) => nameOf(offices, officeId) },
  { header: '提交时间', width: 18, value: ({ submittedAt }) => inChina(submittedAt).format('YYYY-MM-DD HH:mm') },
  { header: '承诺日期', width: 12, value: ({ dueOn }) => dueOn },
  { header: '剩余工作日', width: 12, value: ({ dueOn, workingDaysLeft: left }, _, { now, isWorkingDay }) => (dueOn === null ? left : workingDaysLeft(chinaDate(now), dueOn, isWorkingDay)) },
  { header: '暂停计时', width: 18, value: ({ pausedFor }) => pausedFor && pauseReasonNames[pausedFor] },
  { header: '结果', width: 18, value: ({ outcome }) => outcome && outcomeLabels[outcome] },
  { header: '曾超过承诺期限', width: 16, value: ({ missed }) => (missed ? '是' : '否') },
];

/** A text stays a text, whatever it begins with: Excel never takes it for a formula. */
function cell(value: string | number | null): Cell {
  if (value === null) return null;
  return typeof value === 'string' ? { value, type: String } : { value, type: Number };
}

/**
 * The requests as an Excel workbook of one sheet.
 *
 * @param remark stands below the last row
 */
export function requestWorkbook(requests: readonly StoredRequest[], remark: string | null, campaign: Campaign, time: Time): Promise<Buffer> {
  const rows = requests.map((request) => columns.map(({ value }) => cell(value(request, campaign, time))));
  const header = columns.map((column): Cell => ({ value: column.header, type: String, fontWeight: 'bold' }));
  return writeXlsxFile([header, ...rows, ...(remark === null ? [] : [[cell(remark)]])], {
    sheet: '企业申请',
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
}
