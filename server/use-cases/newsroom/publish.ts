import { changeManuscript } from '../../newsroom/change-manuscript';
import { openManuscript } from '../../newsroom/open-manuscript';
import { pinArticle } from '../../newsroom/public-article';
import { checkForPublic, publish } from '../../newsroom/publish';
import { refuse, Refusal } from '../../refusal';
import type { UseCase } from '../../use-case';
import { manuscriptView } from './manuscript-view';

const YEAR = 366 * 24 * 60 * 60 * 1000;

/** Why a time that the clock is to keep cannot be set; null when it can. */
function timeFault(time: Date, after: Date, now: Date): string | null {
  if (time <= after) return after === now ? '请选择现在以后的时间。' : '置顶截止时间要晚于发布时间。';
  return time.getTime() - now.getTime() > YEAR ? '请选择一年以内的时间。' : null;
}

export const publishManuscript: UseCase<'manuscript.publish'> = async (context, { at: publishAt, pinnedUntil: pinned, ...at }) => {
  const { db, caller, campaign, now } = context;
  const when = publishAt === null ? now : new Date(publishAt);
  const pinUntil = pinned === null ? null : new Date(pinned);
  const atFault = publishAt === null ? null : timeFault(when, now, now);
  const pinFault = pinUntil && timeFault(pinUntil, when, now);
  if (atFault !== null || pinFault !== null) return refuse('invalid_input', undefined, { ...(atFault !== null && { at: atFault }), ...(pinFault !== null && { pinnedUntil: pinFault }) });
  const change = publishAt === null ? 'publish' : 'schedule';
  const opened = await openManuscript(db, context, { ...at, change });
  if (opened instanceof Refusal) return opened;
  const { manuscript, actors } = opened;
  const { check, faults } = await checkForPublic(db, campaign, manuscript, when);
  if (faults) return refuse('invalid_input', undefined, faults);
  const personId = caller.person.id;
  const changed =
    change === 'publish'
      ? await publish(db, manuscript, { change, actors, personId, check, pinnedUntil: pinUntil, now })
      : await changeManuscript(db, manuscript, { change, actors, personId, at: now, set: { publishAt: when, pinUntil } });
  return manuscriptView(context, changed);
};

export const unscheduleManuscript: UseCase<'manuscript.unschedule'> = async (context, at) => {
  const { db, caller, now } = context;
  const opened = await openManuscript(db, context, { ...at, change: 'unschedule' });
  if (opened instanceof Refusal) return opened;
  return manuscriptView(context, await changeManuscript(db, opened.manuscript, { change: 'unschedule', actors: opened.actors, personId: caller.person.id, at: now }));
};

export const pinManuscript: UseCase<'manuscript.pin'> = async (context, { pinnedUntil: pinned, ...at }) => {
  const { db, caller, now } = context;
  const pinnedUntil = pinned === null ? null : new Date(pinned);
  const fault = pinnedUntil && timeFault(pinnedUntil, now, now);
  if (fault !== null) return refuse('invalid_input', undefined, { pinnedUntil: fault });
  const opened = await openManuscript(db, context, { ...at, change: 'pin' });
  if (opened instanceof Refusal) return opened;
  const { manuscript, actors } = opened;
  await pinArticle(db, at.id, pinnedUntil);
  return manuscriptView(context, await changeManuscript(db, manuscript, { change: 'pin', event: pinnedUntil ? 'pin' : 'unpin', actors, personId: caller.person.id, at: now }));
};
