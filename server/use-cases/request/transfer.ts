import { refuse, Refusal } from '../../refusal';
import { addEvent, updateRequest } from '../../storage/stores/request-store';
import type { UseCase } from '../../use-case';
import { lockForChange } from './request-access';
import { requestView } from './request-view';

/** The clock goes on: to the firm it is one promise, whoever keeps it. */
export const transferRequest: UseCase<'request.transfer'> = async (context, { officeId, ...input }) => {
  const { db, caller, now } = context;
  const change = await lockForChange(context, input, 'transfer');
  if (change instanceof Refusal) return change;
  const { request, campaign, state } = change;
  const isElsewhere = officeId !== request.officeId && campaign.offices.some(({ id }) => id === officeId);
  if (!isElsewhere) return refuse('invalid_input', undefined, { officeId: '请从列出的单位里选择要转去的单位。' });
  const changed = await updateRequest(db, input.id, { state, officeId });
  await addEvent(db, {
    requestId: input.id,
    at: now,
    kind: 'transferred',
    officeId: request.officeId,
    toOfficeId: officeId,
    personId: caller.person.id,
    note: null,
  });
  return requestView(context, changed);
};
