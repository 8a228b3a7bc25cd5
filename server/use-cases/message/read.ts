import { refuse } from '../../refusal';
import { countUnread, findMessagePosition, markRead, markReadOfRequest } from '../../storage/message/message-store';
import type { UseCase } from '../../use-case';

export const readMessages: UseCase<'message.read'> = async ({ db, caller: { person }, now }, input) => {
  if ('requestId' in input) await markReadOfRequest(db, person.id, input.requestId, now);
  else {
    const message = await findMessagePosition(db, person.id, input.id);
    if (!message) return refuse('not_found', '没有找到这条消息，可能已经过了保存期限。');
    await markRead(db, person.id, message, input.andOlder, now);
  }
  return { unreadCount: await countUnread(db, person.id) };
};
