import type { EventCounts } from '../../../src/contract/booking/office';
import { eventRow, managedOfficeIds } from '../../booking/event-view';
import { refuse, Refusal } from '../../refusal';
import { listActivityChoices } from '../../storage/booking/activity-choices';
import { countStates, listEvents, type StateCount } from '../../storage/booking/event-store';
import { cursorKinds } from '../../storage/cursor';
import type { UseCase } from '../../use-case';
import { pageStart } from '../page-start';

export function countsOf(all: readonly StateCount[], eventId: string): EventCounts {
  const own = all.filter((row) => row.eventId === eventId);
  const count = (state: StateCount['state']) => own.find((row) => row.state === state)?.count ?? 0;
  return { booked: count('booked'), offered: count('offered'), waiting: count('waiting'), present: own.find(({ state }) => state === 'booked')?.present ?? 0 };
}

export const listManagedEvents: UseCase<'event.own'> = async (context, { span, cursor }) => {
  const { db, campaign, caller, now } = context;
  const officeIds = managedOfficeIds(caller);
  if (officeIds.length === 0) return refuse('forbidden');
  const after = pageStart(cursorKinds.instantAndRecordId, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listEvents(db, { campaignId: campaign.id, span, now, officeIds }, caller.person.id, after);
  const counts = await countStates(db, rows.map(({ id }) => id));
  const choices = {
    activities: await listActivityChoices(db, campaign.id),
    offices: campaign.offices.filter(({ id }) => officeIds.includes(id)).map(({ id, name }) => ({ id, name })),
  };
  return { events: rows.map((row) => ({ ...eventRow(row, context), counts: countsOf(counts, row.id) })), nextCursor, choices: after === null ? choices : null };
};
