import type { ExpertCalendar } from '../../src/contract/visit/expert';
import { addDays } from '../../src/domain/china-time';
import { workingHalfDays } from '../../src/domain/visit/half-day';
import { slotKey } from '../../src/domain/visit-plan/slots';
import { firmWords } from '../request/words';
import { listLeave, type StoredExpert } from '../storage/visit/expert-store';
import { listStops } from '../storage/visit/visit-store';
import type { Context } from '../use-case';
import { expertView } from './expert-view';

const DAYS = 28;

/** Four weeks of working half-days. An office sees where its own requests take the expert; dispatcher and expert see everything. */
export async function expertCalendar(context: Pick<Context<'expert.calendar'>, 'db' | 'campaign' | 'caller' | 'isWorkingDay'>, expert: StoredExpert, from: string): Promise<ExpertCalendar> {
  const { db, campaign, caller, isWorkingDay } = context;
  const to = addDays(from, DAYS - 1);
  const leave = new Set((await listLeave(db, [expert.id], from, to)).map(slotKey));
  const stops = await listStops(db, [expert.id], from, to);
  const seesAll = caller.roles.includes('dispatcher') || expert.personId === caller.person.id;
  return {
    expert: expertView(expert, campaign),
    days: workingHalfDays(from, to, isWorkingDay).map((slot) => {
      const there = stops.filter((stop) => slotKey(stop) === slotKey(slot));
      return {
        ...slot,
        use: there.length > 0 ? 'visit' : leave.has(slotKey(slot)) ? 'leave' : 'free',
        stops: there
          .filter(({ officeId }) => seesAll || caller.officeIds.includes(officeId))
          .map(({ requestId, firmName }) => ({ requestId, firmName: firmWords({ firmName, anonymous: false }) })),
      };
    }),
  };
}
