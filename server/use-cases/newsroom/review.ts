import { changeManuscript } from '../../newsroom/change-manuscript';
import { checkContent, faultsOf } from '../../newsroom/check-content';
import { openManuscript } from '../../newsroom/open-manuscript';
import { refuse, Refusal } from '../../refusal';
import { markVersion } from '../../storage/newsroom/version-store';
import type { UseCase } from '../../use-case';
import { manuscriptView } from './manuscript-view';

/** Whole and without anything that must be mended; a former review counts no more. */
export const submitManuscript: UseCase<'manuscript.submit'> = async (context, at) => {
  const { db, caller, campaign, now } = context;
  const opened = await openManuscript(db, context, { ...at, change: 'submit' });
  if (opened instanceof Refusal) return opened;
  const { manuscript, actors } = opened;
  const faults = faultsOf(await checkContent(db, campaign, manuscript.content));
  if (faults) return refuse('invalid_input', undefined, faults);
  // A published version that is submitted again, after it was withdrawn, stays a published one.
  if (manuscript.version !== manuscript.publishedVersion) await markVersion(db, at.id, manuscript.version, 'submitted');
  const submitted = { submittedBy: caller.person.id, submittedAt: now, reviewedBy: null, reviewedAt: null, decision: null, reviewNote: null };
  return manuscriptView(context, await changeManuscript(db, manuscript, { change: 'submit', actors, personId: caller.person.id, at: now, set: submitted }));
};

export const reviewManuscript: UseCase<'manuscript.review'> = async (context, { decision, note, ...at }) => {
  const { db, caller, now } = context;
  const opened = await openManuscript(db, context, { ...at, change: decision });
  if (opened instanceof Refusal) return opened;
  const { manuscript, actors } = opened;
  const personId = caller.person.id;
  const reviewed = { reviewedBy: personId, reviewedAt: now, decision, reviewNote: note };
  return manuscriptView(context, await changeManuscript(db, manuscript, { change: decision, actors, personId, at: now, note: note || null, set: reviewed }));
};
