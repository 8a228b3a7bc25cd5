import { refuse } from '../../refusal';
import { makeChange } from '../../request/make-change';
import type { UseCase } from '../../use-case';

export const pauseRequest: UseCase<'request.pause'> = (context, { pauseReason, note, ...at }) => makeChange(context, at, 'pause', ({ request: { dueOn } }) =>
    // Of what was accepted before conclusions were promised.
    dueOn === null ? refuse('conflict', '这份申请没有在计算期限，不用暂停。') : { note, pauseReason },
  );

export const resumeRequest: UseCase<'request.resume'> = (context, at) => makeChange(context, at, 'resume');
