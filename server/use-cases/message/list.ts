import { chinaIso } from '../../../src/domain/china-time';
import { Refusal } from '../../refusal';
import { cursorKinds } from '../../storage/cursor';
import { countUnread, listMessages } from '../../storage/message/message-store';
import type { UseCase } from '../../use-case';
import { pageStart } from '../page-start';

export const listOwnMessages: UseCase<'message.list'> = async ({ db, caller: { person } }, { cursor }) => {
  const after = pageStart(cursorKinds.instantAndRecordId, cursor);
  if (after instanceof Refusal) return after;
  const [{ rows, nextCursor }, unreadCount] = await Promise.all([listMessages(db, person.id, after), countUnread(db, person.id)]);
  return {
    messages: rows.map(({ id, at, kind, title, text, route, readAt }) => ({ id, at: chinaIso(at), kind, title, text, route, unread: readAt === null })),
    unreadCount,
    nextCursor,
  };
};
