import type { ParsedInput } from '../../../src/contract/actions';
import { addDays, chinaDate } from '../../../src/domain/china-time';
import type { RequestState } from '../../../src/domain/request/state';
import { addWorkingDays } from '../../../src/domain/working-days';
import { refuse, Refusal } from '../../refusal';
import { requestRow } from '../../request/words';
import { cursorKinds } from '../../storage/cursor';
import { closedStates, isClosedList, listClosed, listOpen, openStates, type Inbox } from '../../storage/request/inbox-store';
import type { Context, UseCase } from '../../use-case';
import { pageStart } from '../page-start';

/** Due today or within two working days. */
const SOON = 2;

/** The offices whose requests the caller may list: all of them for a dispatcher. */
function officesOf({ caller, campaign }: Pick<Context<'request.inbox'>, 'caller' | 'campaign'>, officeId: string | undefined): readonly string[] {
  const all = caller.roles.includes('dispatcher') ? campaign.offices.map(({ id }) => id) : caller.officeIds;
  return officeId === undefined ? all : all.filter((id) => id === officeId);
}

const statesOf = (state: ParsedInput<'request.inbox'>['state']): readonly RequestState[] => (state === 'open' ? openStates : state === 'closed' ? closedStates : [state]);

/** What of the office's requests is asked for; `forbidden` for whoever answers for no office. */
export function inboxOf(context: Pick<Context<'request.inbox'>, 'caller' | 'campaign' | 'now' | 'isWorkingDay'>, narrowed: Omit<ParsedInput<'request.inbox'>, 'cursor'>): Inbox | Refusal {
  const { campaign, now, isWorkingDay } = context;
  const officeIds = officesOf(context, narrowed.officeId);
  if (officeIds.length === 0) return refuse('forbidden');
  const today = chinaDate(now);
  const due = narrowed.due === undefined ? {} : narrowed.due === 'overdue' ? { dueTo: addDays(today, -1) } : { dueFrom: today, dueTo: addWorkingDays(today, SOON, isWorkingDay) };
  return { campaignId: campaign.id, officeIds, kindId: narrowed.kindId, states: statesOf(narrowed.state), ...due };
}

export const requestInbox: UseCase<'request.inbox'> = async (context, { cursor, ...narrowed }) => {
  const { db, campaign } = context;
  const inbox = inboxOf(context, narrowed);
  if (inbox instanceof Refusal) return inbox;
  if (isClosedList(inbox.states)) {
    const after = pageStart(cursorKinds.instantAndRecordId, cursor);
    if (after instanceof Refusal) return after;
    const { rows, nextCursor } = await listClosed(db, inbox, after);
    return { requests: rows.map((row) => requestRow(row, campaign, context, 'office')), nextCursor };
  }
  const after = pageStart(cursorKinds.dateAndRecordId, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listOpen(db, inbox, after);
  return { requests: rows.map((row) => requestRow(row, campaign, context, 'office')), nextCursor };
};
