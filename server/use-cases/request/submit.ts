import { chinaDate } from '../../../src/domain/china-time';
import { receiptNumber } from '../../../src/domain/receipt-number';
import { addWorkingDays } from '../../../src/domain/working-days';
import { refuse, Refusal } from '../../refusal';
import { addEvent, findRequest, insertRequest, type NewRequest } from '../../storage/stores/request-store';
import type { Context, UseCase } from '../../use-case';
import { closedReason } from './closed-reason';
import { officeOfArea, requestContent } from './request-content';
import { requestView } from './request-view';

const SERIALS = 100_000;
const TRIES = 20;

/** Draws receipt numbers until one is free; gives up when the month's serials are as good as used up. */
async function insertWithReceipt(
  { db, campaign, now, randomBelow }: Context<'request.submit'>,
  request: Omit<NewRequest, 'receiptNumber'>,
): Promise<boolean> {
  const [year = '', month = ''] = chinaDate(now).split('-');
  for (let tries = 0; tries < TRIES; tries += 1) {
    const number = receiptNumber(campaign.expertVisit.receiptPrefix, year.slice(2) + month, randomBelow(SERIALS));
    if (await insertRequest(db, { ...request, receiptNumber: number })) return true;
  }
  return false;
}

export const submitRequest: UseCase<'request.submit'> = async (context, input) => {
  const { db, campaign, caller, now, isWorkingDay, newId } = context;
  if (input.campaignId !== campaign.id) return refuse('campaign_mismatch');
  const closed = closedReason(campaign, now);
  if (closed !== null) return refuse('campaign_closed', closed);
  const content = requestContent(input, campaign, context);
  if (content instanceof Refusal) return content;

  const id = newId();
  const personId = caller.person.id;
  const filed = await insertWithReceipt(context, {
    ...content,
    id,
    campaignId: campaign.id,
    kind: 'expert-visit',
    personId,
    officeId: officeOfArea(campaign, content.areaId),
    submittedAt: now,
    dueOn: addWorkingDays(chinaDate(now), campaign.expertVisit.promiseWorkingDays, isWorkingDay),
  });
  if (!filed) return refuse('unavailable', '暂时没有可用的受理编号，请稍后重试。');
  await addEvent(db, { requestId: id, at: now, kind: 'submitted', officeId: null, toOfficeId: null, personId, note: null });
  const request = await findRequest(db, id);
  if (!request) throw new Error('The request was not kept.');
  return requestView(context, request);
};
