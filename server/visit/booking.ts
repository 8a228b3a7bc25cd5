import type { Transaction } from 'kysely';
import { addDays, chinaDate } from '../../src/domain/china-time';
import { isOver } from '../../src/domain/visit/half-day';
import { DEFAULT_SHARE_LIMIT, sameGroup } from '../../src/domain/visit-plan/fit';
import { mondayOf, slotKey } from '../../src/domain/visit-plan/slots';
import type { Slot } from '../../src/domain/visit-plan/types';
import { refuse, type Refusal } from '../refusal';
import { halfDayWords } from '../request/words';
import { listLeave, lockExperts, type StoredExpert } from '../storage/visit/expert-store';
import { deleteStop, findStopOfRequest, insertStop, insertVisit, listStops } from '../storage/visit/visit-store';
import type { StoredRequest } from '../storage/request/request-store';
import type { Database } from '../storage/tables';
import type { Capabilities } from '../use-case';

/** How far ahead half-days are given away. */
const DAYS_AHEAD = 180;

type Time = Pick<Capabilities, 'now' | 'isWorkingDay'>;

/** Why nobody can be anywhere in a half-day: it is over, too far away, or not worked. Null when one can. */
export function unusable(slot: Slot, { now, isWorkingDay }: Time): string | null {
  const words = halfDayWords(slot.date, slot.half);
  if (isOver(slot, now)) return `${words}已经过去，请选择以后的时间。`;
  if (slot.date > addDays(chinaDate(now), DAYS_AHEAD)) return `${words}太远了，请选择 ${DAYS_AHEAD} 天以内的日期。`;
  return isWorkingDay(slot.date) ? null : `${words}不是工作日，请选择工作日。`;
}

interface Booking {
  readonly request: StoredRequest;
  /** Locked. */
  readonly expert: StoredExpert;
  readonly slot: Slot;
  /** The plan it comes from; null for one agreed by hand. */
  readonly planId: string | null;
}

/** Gives a half-day of an expert to a request that has none: a visit of its own, or a seat in one to neighbours with the same subject. */
export async function bookVisit(trx: Transaction<Database>, { request, expert, slot, planId }: Booking, { newId, ...time }: Time & Pick<Capabilities, 'newId'>): Promise<Refusal | null> {
  const { date, half } = slot;
  const problem = unusable(slot, time);
  if (problem !== null) return refuse('invalid_input', problem, { date: problem });
  if (!expert.active) return refuse('conflict', `${expert.name}已暂停参加安排，请先换一位专家。`);

  const monday = mondayOf(date);
  const week = await listStops(trx, [expert.id], monday, addDays(monday, 6));
  const there = week.filter((stop) => slotKey(stop) === slotKey(slot));
  const visitId = there[0]?.visitId ?? newId();
  if (there.length > 0) {
    const group = groupOf(request);
    const isShared = there.every((stop) => stop.state === 'booked' && sameGroup(groupOf(stop), group));
    if (!isShared) return refuse('conflict', `${expert.name}在${halfDayWords(date, half)}已有其他上门安排，请换一个时间或专家。`);
    if (there.length >= DEFAULT_SHARE_LIMIT) return refuse('conflict', `${expert.name}在${halfDayWords(date, half)}已约满 ${DEFAULT_SHARE_LIMIT} 家企业，请换一个时间或专家。`);
  } else {
    const onLeave = await listLeave(trx, [expert.id], date, date);
    if (onLeave.some((leave) => leave.half === half)) return refuse('conflict', `${expert.name}在${halfDayWords(date, half)}请假，请换一个时间或专家。`);
    if (new Set(week.map(slotKey)).size >= expert.weeklyLimit) {
      return refuse('conflict', `${expert.name}那一周已安排满 ${expert.weeklyLimit} 个半天，请换一周或换一位专家。`);
    }
    await insertVisit(trx, { id: visitId, campaignId: request.campaignId, expertId: expert.id, date, half, areaId: request.areaId ?? '', planId });
  }
  await insertStop(trx, { id: newId(), visitId, requestId: request.id });
  return null;
}

const groupOf = ({ subjectId, areaId }: { readonly subjectId: string | null; readonly areaId: string | null }) => ({ subjectId: subjectId ?? '', areaId: areaId ?? '' });

/** Gives the half-day of a locked request's booked visit free. */
export async function releaseVisit(trx: Transaction<Database>, requestId: string): Promise<void> {
  const stop = await findStopOfRequest(trx, requestId);
  if (stop?.state !== 'booked') return;
  // Whoever takes the other seat in this moment waits, so that the visit is not deleted under it.
  await lockExperts(trx, [stop.expertId]);
  await deleteStop(trx, stop);
}
