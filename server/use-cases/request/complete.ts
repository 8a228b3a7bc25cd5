import { chinaDate } from '../../../src/domain/china-time';
import { addWorkingDays } from '../../../src/domain/working-days';
import { Refusal } from '../../refusal';
import { addEvent, updateRequest } from '../../storage/stores/request-store';
import type { UseCase } from '../../use-case';
import { lockForChange } from './request-access';
import { officeOfArea, requestContent } from './request-content';
import { requestView } from './request-view';

/**
 * The clock goes on with the working days that were left when it stopped, with at least one. The request goes back to
 * the office that returned it, unless the firm corrected its area to another office's.
 */
export const completeRequest: UseCase<'request.complete'> = async (context, { id, version, ...filledIn }) => {
  const { db, caller, now, isWorkingDay } = context;
  const change = await lockForChange(context, { id, version }, 'complete');
  if (change instanceof Refusal) return change;
  const { request, campaign, state } = change;
  const content = requestContent(filledIn, campaign, context);
  if (content instanceof Refusal) return content;

  const officeByArea = officeOfArea(campaign, content.areaId);
  const officeId = officeByArea === officeOfArea(campaign, request.areaId) ? request.officeId : officeByArea;
  const changed = await updateRequest(db, id, {
    ...content,
    state,
    officeId,
    dueOn: addWorkingDays(chinaDate(now), Math.max(request.workingDaysLeft ?? 0, 1), isWorkingDay),
    workingDaysLeft: null,
  });
  const event = { requestId: id, at: now, officeId: null, personId: caller.person.id, note: null };
  await addEvent(db, { ...event, kind: 'completed', toOfficeId: null });
  if (officeId !== request.officeId) await addEvent(db, { ...event, kind: 'transferred', toOfficeId: officeId });
  return requestView(context, changed);
};
