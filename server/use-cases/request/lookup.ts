import { phoneTail as tailOf } from '../../../src/domain/phone';
import { refuse } from '../../refusal';
import { countTries, enterTry, takeTryBack } from '../../storage/stores/lookup-store';
import { listEvents } from '../../storage/request/event-store';
import { findRequestByReceipt } from '../../storage/request/request-store';
import type { UseCase } from '../../use-case';
import { campaignOf } from '../../campaign/campaign-of';
import { publicStatus } from '../../request/words';

const FAILURES_ALLOWED = 5;
const WITHIN_MS = 60 * 60 * 1000;

/**
 * Unknown numbers and wrong digits get the same answer and are counted alike, so that neither tells which numbers
 * exist. It is a `read` all the same: the count is one statement of its own and stays whatever is answered.
 */
export const lookUpRequest: UseCase<'request.lookup'> = async (context, { receiptNumber, phoneTail }) => {
  const { db, now } = context;
  const entry = await enterTry(db, receiptNumber, now);
  const failuresBefore = (await countTries(db, receiptNumber, new Date(now.getTime() - WITHIN_MS))) - 1;
  if (failuresBefore >= FAILURES_ALLOWED) {
    await takeTryBack(db, entry);
    return refuse('too_many_tries');
  }
  const request = await findRequestByReceipt(db, receiptNumber);
  if (!request || request.phone === null || tailOf(request.phone) !== phoneTail) {
    return refuse('not_found', '没有查到相符的申请，请核对受理编号和联系电话后四位。');
  }
  await takeTryBack(db, entry);
  return publicStatus(request, await listEvents(db, request.id), await campaignOf(context, request.campaignId), context);
};
