import { makeChange } from '../../request/make-change';
import type { UseCase } from '../../use-case';

export const pauseRequest: UseCase<'request.pause'> = (context, { pauseReason, note, ...at }) => makeChange(context, at, 'pause', { note, pauseReason });

export const resumeRequest: UseCase<'request.resume'> = (context, at) => makeChange(context, at, 'resume');
