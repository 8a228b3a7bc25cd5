import { chinaDate } from '../../../src/domain/china-time';
import { Refusal } from '../../refusal';
import { addEvent, updateRequest } from '../../storage/stores/request-store';
import type { UseCase } from '../../use-case';
import { lockForChange } from './request-access';
import { requestView } from './request-view';

/** Accepting is the end for now, so the retention of personal data counts from here. */
export const acceptRequest: UseCase<'request.accept'> = async (context, input) => {
  const { db, caller, now } = context;
  const change = await lockForChange(context, input, 'accept');
  if (change instanceof Refusal) return change;
  const { request, state } = change;
  const changed = await updateRequest(db, input.id, { state, answeredOn: chinaDate(now), closedAt: now });
  await addEvent(db, {
    requestId: input.id,
    at: now,
    kind: 'accepted',
    officeId: request.officeId,
    toOfficeId: null,
    personId: caller.person.id,
    note: null,
  });
  return requestView(context, changed);
};
