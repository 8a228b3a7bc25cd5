import type { ParsedInput } from '../../../src/contract/actions';
import { addDays, chinaDate } from '../../../src/domain/china-time';
import { isClosed, type RequestState } from '../../../src/domain/request/state';
import { addWorkingDays } from '../../../src/domain/working-days';
import { refuse, Refusal } from '../../refusal';
import { officesOf } from '../../request/offices';
import { isWaitingForReply, requestRow } from '../../request/words';
import { cursorKinds, PAGE_SIZE, type Page } from '../../storage/cursor';
import { closedStates, listClosed, listOpen, openStates, type Inbox } from '../../storage/request/inbox-store';
import type { StoredRequest } from '../../storage/request/request-store';
import type { Caller, Context, UseCase } from '../../use-case';
import { pageStart } from '../page-start';

/** Due today or within two working days. */
const SOON = 2;

type Narrowed = ParsedInput<'request.export'>;
type Listing = Pick<Context<'request.inbox'>, 'db' | 'campaign' | 'now' | 'isWorkingDay'> & { readonly caller: Caller };

const statesOf = (state: Narrowed['state']): readonly RequestState[] => (state === 'open' ? openStates : state === 'closed' ? closedStates : [state]);

function dueOf({ due }: Narrowed, { now, isWorkingDay }: Listing): Pick<Inbox, 'dueFrom' | 'dueTo'> {
  const today = chinaDate(now);
  if (due === 'overdue') return { dueTo: addDays(today, -1) };
  return due === 'soon' ? { dueFrom: today, dueTo: addWorkingDays(today, SOON, isWorkingDay) } : {};
}

/** A page of what is asked for; `forbidden` for whoever answers for no office. */
export async function listNarrowed(context: Listing, narrowed: Narrowed, cursor?: string, size = PAGE_SIZE): Promise<Page<StoredRequest> | Refusal> {
  const { db, campaign } = context;
  const officeIds = officesOf(context, narrowed.officeId);
  if (officeIds.length === 0) return refuse('forbidden');
  const states = statesOf(narrowed.state);
  const inbox: Inbox = { campaignId: campaign.id, officeIds, kindId: narrowed.kindId, states, ...dueOf(narrowed, context) };
  if (states.every(isClosed)) {
    const after = pageStart(cursorKinds.instantAndRecordId, cursor);
    if (after instanceof Refusal) return after;
    // What is closed is not due any more.
    return narrowed.due === undefined ? listClosed(db, inbox, after, size) : { rows: [], nextCursor: null };
  }
  const after = pageStart(cursorKinds.dateAndRecordId, cursor);
  return after instanceof Refusal ? after : listOpen(db, inbox, after, size);
}

export const requestInbox: UseCase<'request.inbox'> = async (context, { cursor, ...narrowed }) => {
  const page = await listNarrowed(context, narrowed, cursor);
  if (page instanceof Refusal) return page;
  return { requests: page.rows.map((row) => requestRow(row, context.campaign, context, isWaitingForReply(row))), nextCursor: page.nextCursor };
};
