import { bureauOf } from '../../campaign/request-words';
import { makeChange } from '../../request/make-change';
import type { UseCase } from '../../use-case';

// What the firm decides: to take its request back, that it is solved, that it is not.

export const withdrawRequest: UseCase<'request.withdraw'> = (context, at) => makeChange(context, at, 'withdraw');

export const confirmRequest: UseCase<'request.confirm'> = (context, at) => makeChange(context, at, 'confirm');

/** The bureau takes it over, whoever concluded it; its promise to answer starts anew. */
export const reopenRequest: UseCase<'request.reopen'> = (context, { reason, ...at }) =>
  makeChange(context, at, 'reopen', ({ campaign }) => ({ note: reason, toOfficeId: bureauOf(campaign) }));
