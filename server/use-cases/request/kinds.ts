import type { UseCase } from '../../use-case';
import { closedReason } from './closed-reason';

export const listRequestKinds: UseCase<'request.kinds'> = ({ campaign, now }) => {
  const reason = closedReason(campaign, now);
  return Promise.resolve({
    open: reason === null,
    closedReason: reason,
    kinds: campaign.requestKinds.map(({ id, title, summary, answerWithin, anonymous }) => ({ id, title, summary, answerWithin, anonymous })),
  });
};
