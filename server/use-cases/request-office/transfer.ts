import { refuse } from '../../refusal';
import { makeChange } from '../../request/make-change';
import type { UseCase } from '../../use-case';

/** The clock goes on: to the firm it is one promise, whoever keeps it. */
export const transferRequest: UseCase<'request.transfer'> = (context, { officeId, reason, ...at }) =>
  makeChange(context, at, 'transfer', ({ request, campaign }) => {
    const isElsewhere = officeId !== request.officeId && campaign.offices.some(({ id }) => id === officeId);
    if (!isElsewhere) return refuse('invalid_input', undefined, { officeId: '请从列出的单位里选择要转去的单位。' });
    return { note: reason, toOfficeId: officeId };
  });
