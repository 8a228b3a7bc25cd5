import { chinaDate } from '../../../src/domain/china-time';
import { slotKey } from '../../../src/domain/visit-plan/slots';
import { refuse, Refusal } from '../../refusal';
import { firmWords, halfDayWords } from '../../request/words';
import { addLeave, lockExperts, removeLeave } from '../../storage/visit/expert-store';
import { listStops } from '../../storage/visit/visit-store';
import type { UseCase } from '../../use-case';
import { unusable } from '../../visit/booking';
import { visibleExpert } from '../../visit/expert-access';
import { expertCalendar } from '../../visit/expert-calendar';

export const showCalendar: UseCase<'expert.calendar'> = async (context, { id, from }) => {
  const expert = await visibleExpert(context, id);
  return expert instanceof Refusal ? expert : expertCalendar(context, expert, from ?? chinaDate(context.now));
};

/** By the expert or the dispatcher. */
export const setLeave: UseCase<'expert.set-leave'> = async (context, { id, halves, away }) => {
  const { db, caller, now } = context;
  const visible = await visibleExpert(context, id);
  if (visible instanceof Refusal) return visible;
  const mayChange = caller.roles.includes('dispatcher') || visible.personId === caller.person.id;
  if (!mayChange) return refuse('forbidden', '请假由专家本人或调度人员填写。');
  const problem = halves.map((slot) => unusable(slot, context)).find((words) => words !== null);
  if (problem !== undefined) return refuse('invalid_input', problem, { halves: problem });
  await lockExperts(db, [visible.id]);
  if (!away) await removeLeave(db, visible.id, halves);
  else {
    const dates = halves.map(({ date }) => date).sort();
    const wanted = new Set(halves.map(slotKey));
    const booked = (await listStops(db, [visible.id], dates[0] ?? '', dates.at(-1) ?? '')).find((stop) => wanted.has(slotKey(stop)));
    if (booked) return refuse('conflict', `${halfDayWords(booked.date, booked.half)}已约定到${firmWords({ ...booked, anonymous: false })}上门，请先改期，再填请假。`);
    await addLeave(db, visible.id, halves);
  }
  return expertCalendar(context, visible, chinaDate(now));
};
