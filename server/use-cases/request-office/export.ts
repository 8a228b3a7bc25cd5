import { chinaDate } from '../../../src/domain/china-time';
import { Refusal } from '../../refusal';
import { requestWorkbook } from '../../request/workbook';
import type { UseCase } from '../../use-case';
import { listNarrowed } from './inbox';

const MOST_ROWS = 2000;

export const exportRequests: UseCase<'request.export'> = async (context, narrowed) => {
  const page = await listNarrowed(context, narrowed, undefined, MOST_ROWS);
  if (page instanceof Refusal) return page;
  const remark = page.nextCursor === null ? null : `符合条件的申请超过 ${MOST_ROWS} 份，这里只有前 ${MOST_ROWS} 份；请缩小范围后再导出。`;
  const workbook = await requestWorkbook(page.rows, remark, context.campaign, context);
  return { name: `企业申请-${chinaDate(context.now)}${remark === null ? '' : `-前${MOST_ROWS}份`}.xlsx`, base64: workbook.toString('base64'), rowCount: page.rows.length };
};
