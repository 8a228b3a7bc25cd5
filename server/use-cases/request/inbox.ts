import type { ParsedInput } from '../../../src/contract/actions';
import { Refusal } from '../../refusal';
import { cursorKinds, type Page } from '../../storage/cursor';
import { listAnswered, listWaiting, type StoredRequest } from '../../storage/stores/request-store';
import type { Context, UseCase } from '../../use-case';
import { pageStart } from '../page-start';
import { requestRow } from './request-view';

async function pageFor(
  { db, campaign, caller }: Context<'request.inbox'>,
  { state, cursor }: ParsedInput<'request.inbox'>,
): Promise<Page<StoredRequest> | Refusal> {
  const offices = { campaignId: campaign.id, officeIds: caller.officeIds };
  if (state === 'submitted') {
    const after = pageStart(cursorKinds.dateAndRecordId, cursor);
    return after instanceof Refusal ? after : listWaiting(db, offices, after);
  }
  const after = pageStart(cursorKinds.instantAndRecordId, cursor);
  return after instanceof Refusal ? after : listAnswered(db, offices, state, after);
}

export const requestInbox: UseCase<'request.inbox'> = async (context, input) => {
  const page = await pageFor(context, input);
  if (page instanceof Refusal) return page;
  return { requests: page.rows.map((row) => requestRow(row, context.campaign, context)), nextCursor: page.nextCursor };
};
