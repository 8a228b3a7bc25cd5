import { chinaDate } from '../../../src/domain/china-time';
import { workingDaysLeft } from '../../../src/domain/working-days';
import { Refusal } from '../../refusal';
import { addEvent, updateRequest } from '../../storage/stores/request-store';
import type { UseCase } from '../../use-case';
import { lockForChange } from './request-access';
import { requestView } from './request-view';

/** Stops the clock: what is left of the promise is kept as working days, negative when it was overdue already. */
export const returnRequest: UseCase<'request.return'> = async (context, { reason, ...input }) => {
  const { db, caller, now, isWorkingDay } = context;
  const change = await lockForChange(context, input, 'return');
  if (change instanceof Refusal) return change;
  const { request, state } = change;
  const today = chinaDate(now);
  const left = workingDaysLeft(today, request.dueOn ?? today, isWorkingDay);
  const changed = await updateRequest(db, input.id, { state, dueOn: null, workingDaysLeft: left });
  await addEvent(db, {
    requestId: input.id,
    at: now,
    kind: 'returned',
    officeId: request.officeId,
    toOfficeId: null,
    personId: caller.person.id,
    note: reason,
  });
  return requestView(context, changed);
};
