import { refuse } from '../../refusal';
import { countUnread, findMessagePosition, markRead } from '../../storage/message/message-store';
import type { UseCase } from '../../use-case';

export const readMessages: UseCase<'message.read'> = async ({ db, caller: { person }, now }, { id, andOlder }) => {
  const message = await findMessagePosition(db, person.id, id);
  if (!message) return refuse('not_found', '没有找到这条消息，可能已经过了保存期限。');
  await markRead(db, person.id, message, andOlder, now);
  return { unreadCount: await countUnread(db, person.id) };
};
