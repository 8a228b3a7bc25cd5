import { Refusal } from '../../refusal';
import { cursorKinds } from '../../storage/cursor';
import { listRequestsOfPerson } from '../../storage/request/request-list-store';
import type { UseCase } from '../../use-case';
import { campaignOf } from '../../campaign/campaign-of';
import { pageStart } from '../page-start';
import { requestRow } from '../../request/words';

export const listOwnRequests: UseCase<'request.mine'> = async (context, { cursor }) => {
  const after = pageStart(cursorKinds.instantAndRecordId, cursor);
  if (after instanceof Refusal) return after;
  const { rows, nextCursor } = await listRequestsOfPerson(context.db, context.caller.person.id, after);
  const requests = await Promise.all(
    rows.map(async (row) => ({
      ...requestRow(row, await campaignOf(context, row.campaignId), context, 'firm'),
      followed: row.personId !== context.caller.person.id,
    })),
  );
  return { requests, nextCursor };
};
