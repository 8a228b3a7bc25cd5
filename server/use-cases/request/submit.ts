import { chinaDate } from '../../../src/domain/china-time';
import { filedClock } from '../../../src/domain/request/promise-clock';
import { receiptNumber } from '../../../src/domain/request/receipt-number';
import { MOST_ATTACHMENTS } from '../../../src/contract/attachment';
import { bindAttachments } from '../../attachment/attachments';
import type { RequestKind } from '../../campaign/schema';
import { refuse, Refusal } from '../../refusal';
import { answeringOffice, promisedDays } from '../../campaign/request-words';
import { requestView } from '../../request/view';
import { addEvent } from '../../storage/request/event-store';
import { findRequest, insertRequest, type NewRequest } from '../../storage/request/request-store';
import type { Context, UseCase } from '../../use-case';
import { closedReason } from './closed-reason';
import { requestContent } from './request-content';

const SERIALS = 100_000;
const TRIES = 20;

/** Draws receipt numbers until one is free; gives up when the month's serials are as good as used up. */
async function insertWithReceipt({ db, now, randomBelow }: Context<'request.submit'>, kind: RequestKind, request: Omit<NewRequest, 'receiptNumber'>): Promise<boolean> {
  const [year = '', month = ''] = chinaDate(now).split('-');
  for (let tries = 0; tries < TRIES; tries += 1) {
    const number = receiptNumber(kind.receiptPrefix, year.slice(2) + month, randomBelow(SERIALS));
    if (await insertRequest(db, { ...request, receiptNumber: number })) return true;
  }
  return false;
}

export const submitRequest: UseCase<'request.submit'> = async (context, input) => {
  const { db, campaign, caller, now, isWorkingDay, newId } = context;
  if (input.campaignId !== campaign.id) return refuse('campaign_mismatch');
  const kind = campaign.requestKinds.find(({ id }) => id === input.kindId);
  if (!kind) return refuse('invalid_input', undefined, { kindId: '没有这类事项，请从“企业服务”里选择。' });
  const closed = closedReason(campaign, now);
  if (closed !== null) return refuse('campaign_closed', closed);
  if (input.anonymous && !kind.anonymous) return refuse('invalid_input', undefined, { anonymous: '这类事项需要联系人，不能匿名提交。' });
  if (input.attachmentIds.length > 0 && !kind.attachments) return refuse('invalid_input', undefined, { attachments: '这类事项不收附件。' });
  const content = requestContent(input, kind, context);
  if (content instanceof Refusal) return content;

  const id = newId();
  const personId = caller.person.id;
  const filed = await insertWithReceipt(context, kind, {
    ...content,
    ...filedClock(chinaDate(now), promisedDays(kind), isWorkingDay),
    id,
    campaignId: campaign.id,
    kind: kind.id,
    personId,
    anonymous: input.anonymous,
    officeId: answeringOffice(campaign, kind, content.areaId),
    submittedAt: now,
    retentionDays: kind.retentionDays,
  });
  if (!filed) return refuse('unavailable', '暂时没有可用的受理编号，请稍后重试。');
  const unbound = await bindAttachments(db, { personId, requestId: id, place: 'request', ids: input.attachmentIds, most: kind.attachments?.most ?? MOST_ATTACHMENTS });
  if (unbound) return unbound;
  await addEvent(db, { requestId: id, at: now, kind: 'submit', officeId: null, toOfficeId: null, personId, note: null, detail: {} });
  const request = await findRequest(db, id);
  if (!request) throw new Error('The request was not kept.');
  return requestView(context, request);
};
