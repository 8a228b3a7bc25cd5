import { MOST_ATTACHMENTS } from '../../../src/contract/attachment';
import type { RequestActor } from '../../../src/domain/request/state';
import { bindAttachments } from '../../attachment/attachments';
import { refuse, Refusal } from '../../refusal';
import { isInside, isOffice, lockVisible } from '../../request/access';
import { bureauOf } from '../../campaign/request-words';
import { tellOfMessage } from '../../request/tell';
import { mayWrite, requestView } from '../../request/view';
import { insertCaseMessage, setAwaitingReply, type StoredMessage } from '../../storage/request/case-store';
import type { UseCase } from '../../use-case';

/** Whoever stands on both sides of the counter speaks for the firm, except inside. */
function sideOf(actors: readonly RequestActor[], inside: boolean): StoredMessage['side'] {
  if (!inside && (actors.includes('owner') || actors.includes('follower'))) return 'firm';
  return isOffice(actors) ? 'office' : 'expert';
}

export const sayInRequest: UseCase<'request.say'> = async (context, { id: requestId, text, audience, attachmentIds }) => {
  const { db, caller, now, newId } = context;
  const locked = await lockVisible(context, requestId);
  if (locked instanceof Refusal) return locked;
  const { request, actors, campaign } = locked;
  const inside = audience === 'inside';
  if (inside && !isInside(actors)) return refuse('forbidden');
  if (!mayWrite(request)) return refuse('conflict', '这份申请已经结束，不能再留言。');

  const id = newId();
  const personId = caller.person.id;
  const side = sideOf(actors, inside);
  // A dispatcher who is no officer there speaks for the bureau.
  const officeId = side !== 'office' ? null : actors.includes('officer') ? request.officeId : bureauOf(campaign);
  await insertCaseMessage(db, requestId, { id, at: now, audience, side, officeId, personId, text });
  const unbound = await bindAttachments(db, { personId, requestId, place: 'message', placeId: id, ids: attachmentIds, most: MOST_ATTACHMENTS });
  if (unbound) return unbound;
  const awaitingReply = inside ? request.awaitingReply : side === 'firm';
  if (awaitingReply !== request.awaitingReply) await setAwaitingReply(db, requestId, awaitingReply);
  await tellOfMessage(db, request, { toFirm: !inside && side !== 'firm', personId }, { campaign, now });
  return requestView(context, { ...request, awaitingReply });
};
