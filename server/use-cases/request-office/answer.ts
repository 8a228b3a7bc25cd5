import { makeChange } from '../../request/make-change';
import type { UseCase } from '../../use-case';

// The office's answers to a request that waits for it.

export const acceptRequest: UseCase<'request.accept'> = (context, { note, ...at }) => makeChange(context, at, 'accept', { note: note === '' ? null : note });

export const returnRequest: UseCase<'request.return'> = (context, { reason, ...at }) => makeChange(context, at, 'return', { note: reason });

export const declineRequest: UseCase<'request.decline'> = (context, { reason, ...at }) => makeChange(context, at, 'decline', { note: reason });
