import { eventRow, eventView } from '../../booking/event-view';
import { Refusal } from '../../refusal';
import { findListedEvent, listEvents } from '../../storage/booking/event-store';
import { cursorKinds } from '../../storage/cursor';
import type { UseCase } from '../../use-case';
import { pageStart } from '../page-start';
import { noEvent } from './no-event';

export const listPublicEvents: UseCase<'event.list'> = async (context, { activityId, span, cursor }) => {
  const { db, campaign, caller, now } = context;
  const after = pageStart(cursorKinds.instantAndRecordId, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listEvents(db, { campaignId: campaign.id, span, now, activityId }, caller.person?.id ?? null, after);
  return { events: rows.map((row) => eventRow(row, context)), nextCursor };
};

export const getEvent: UseCase<'event.get'> = async (context, { id }) => {
  const { db, campaign, caller } = context;
  const event = await findListedEvent(db, campaign.id, id, caller.person?.id ?? null);
  return event ? eventView(event, context) : noEvent();
};
