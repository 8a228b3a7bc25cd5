import { Refusal } from '../../refusal';
import { addEvent, updateRequest } from '../../storage/stores/request-store';
import type { UseCase } from '../../use-case';
import { lockForChange } from './request-access';
import { requestView } from './request-view';

export const withdrawRequest: UseCase<'request.withdraw'> = async (context, input) => {
  const { db, caller, now } = context;
  const change = await lockForChange(context, input, 'withdraw');
  if (change instanceof Refusal) return change;
  const changed = await updateRequest(db, input.id, { state: change.state, closedAt: now });
  await addEvent(db, { requestId: input.id, at: now, kind: 'withdrawn', officeId: null, toOfficeId: null, personId: caller.person.id, note: null });
  return requestView(context, changed);
};
