import { MOST_ATTACHMENTS } from '../../../src/contract/attachment';
import { bindAttachments } from '../../attachment/attachments';
import { Refusal } from '../../refusal';
import { answeringOffice, kindOf } from '../../campaign/request-words';
import { makeChange } from '../../request/make-change';
import type { UseCase } from '../../use-case';
import { requestContent } from './request-content';

/**
 * The clock goes on with the working days that were left when it stopped, with at least one. The request goes back to
 * the office that returned it, unless the firm corrected its area to another office's.
 */
export const completeRequest: UseCase<'request.complete'> = (context, { id, version, attachmentIds, ...filledIn }) =>
  makeChange(context, { id, version }, 'complete', async ({ request, campaign }) => {
    const kind = kindOf(campaign, request.kind);
    const content = requestContent({ ...filledIn, anonymous: request.anonymous }, kind, { ...context, campaign });
    if (content instanceof Refusal) return content;
    const personId = context.caller.person.id;
    const unbound = await bindAttachments(context.db, { personId, requestId: id, place: 'request', ids: attachmentIds, most: kind.attachments?.most ?? MOST_ATTACHMENTS });
    if (unbound) return unbound;
    const byArea = answeringOffice(campaign, kind, content.areaId);
    // Once reopened it stays with whoever took it over.
    const moved = request.reopenedCount === 0 && byArea !== answeringOffice(campaign, kind, request.areaId) && byArea !== request.officeId;
    return { set: content, ...(moved && { toOfficeId: byArea }) };
  });
