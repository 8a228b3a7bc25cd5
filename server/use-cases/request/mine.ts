import { Refusal } from '../../refusal';
import { cursorKinds } from '../../storage/cursor';
import { findUnreadRequests } from '../../storage/message/message-store';
import { listRequestsOfPerson } from '../../storage/request/request-list-store';
import type { UseCase } from '../../use-case';
import { campaignOf } from '../../campaign/campaign-of';
import { pageStart } from '../page-start';
import { requestRow } from '../../request/words';

export const listOwnRequests: UseCase<'request.mine'> = async (context, { cursor }) => {
  const after = pageStart(cursorKinds.instantAndRecordId, cursor);
  if (after instanceof Refusal) return after;
  const { db, caller } = context;
  const { rows, nextCursor } = await listRequestsOfPerson(db, caller.person.id, after);
  const unread = await findUnreadRequests(db, caller.person.id, rows.map(({ id }) => id));
  const requests = await Promise.all(
    rows.map(async (row) => ({
      ...requestRow(row, await campaignOf(context, row.campaignId), context, unread.has(row.id)),
      followed: row.personId !== caller.person.id,
    })),
  );
  return { requests, nextCursor };
};
