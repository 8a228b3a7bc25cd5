import { refuse } from '../../refusal';
import { nameOf } from '../../campaign/name-of';
import type { UseCase } from '../../use-case';
import { closedReason } from './closed-reason';
import { offeredNow } from './request-content';

export const requestForm: UseCase<'request.form'> = (context, { kindId }) => {
  const { campaign, now } = context;
  const kind = campaign.requestKinds.find(({ id }) => id === kindId);
  if (!kind) return Promise.resolve(refuse('not_found', '没有这类事项，请从“企业服务”里选择。'));
  const { title, introduction, fields, attachments, notices, anonymous, consent, retention, answerWithin, whatHappensNext } = kind;
  const reason = closedReason(campaign, now);
  return Promise.resolve({
    campaignId: campaign.id,
    kindId,
    ...{ title, introduction, fields, attachments, notices, anonymous, consent, retention, answerWithin, whatHappensNext },
    open: reason === null,
    closedReason: reason,
    areas: campaign.areas.map(({ id, name, officeId }) => ({ id, name, officeName: nameOf(campaign.offices, officeId) })),
    // Given when closed too: a returned request is completed with this form after the campaign's end.
    dates: offeredNow(context).dates,
  });
};
