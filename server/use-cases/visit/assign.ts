import { refuse } from '../../refusal';
import { makeChange } from '../../request/make-change';
import { findExpert, lockExperts } from '../../storage/visit/expert-store';
import type { UseCase } from '../../use-case';
import { bookVisit, releaseVisit } from '../../visit/booking';

/** Any active expert: whether subject and district fit is shown, the office decides. */
export const assignRequest: UseCase<'request.assign'> = (context, { expertId, ...at }) =>
  makeChange(context, at, 'assign', async ({ request, campaign }) => {
    const expert = await findExpert(context.db, campaign.id, expertId);
    if (!expert) return refuse('invalid_input', undefined, { expertId: '没有找到这位专家，请从列出的专家里选择。' });
    if (!expert.active) return refuse('conflict', `${expert.name}已暂停参加安排，请选择其他专家。`);
    if (request.state === 'assigned' && request.expertId === expertId) return refuse('conflict', `这份申请已经由${expert.name}负责。`);
    return { set: { expertId } };
  });

/** From `scheduled` it moves the booking. */
export const scheduleRequest: UseCase<'request.schedule'> = (context, { date, half, ...at }) =>
  makeChange(context, at, 'schedule', async ({ request }) => {
    const { db } = context;
    const [expert] = await lockExperts(db, request.expertId === null ? [] : [request.expertId]);
    if (!expert) return refuse('conflict', '请先安排专家，再约定时间。');
    await releaseVisit(db, request.id);
    const refused = await bookVisit(db, { request, expert, slot: { date, half }, planId: null }, context);
    return refused ?? { detail: { date, half } };
  });

export const unscheduleRequest: UseCase<'request.unschedule'> = (context, { reason, ...at }) => makeChange(context, at, 'unschedule', { note: reason });
