import { privateNumberIn } from '../../../src/domain/editorial/numbers';
import { changeManuscript } from '../../newsroom/change-manuscript';
import { openManuscript } from '../../newsroom/open-manuscript';
import { takeFromThePublic } from '../../newsroom/public-article';
import { refuse, Refusal } from '../../refusal';
import type { UseCase } from '../../use-case';
import { manuscriptView } from './manuscript-view';

export const withdrawManuscript: UseCase<'manuscript.withdraw'> = async (context, { note, ...at }) => {
  const { db, caller, now } = context;
  const fault = privateNumberIn(note);
  if (fault !== null) return refuse('invalid_input', undefined, { note: fault });
  const opened = await openManuscript(db, context, { ...at, change: 'withdraw' });
  if (opened instanceof Refusal) return opened;
  const { manuscript, actors } = opened;
  await takeFromThePublic(db, at.id, note, now);
  return manuscriptView(context, await changeManuscript(db, manuscript, { change: 'withdraw', actors, personId: caller.person.id, at: now, note }));
};
