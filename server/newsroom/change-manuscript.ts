import type { Transaction } from 'kysely';
import { nextState, type ManuscriptActor, type ManuscriptChange, type ManuscriptEventKind } from '../../src/domain/manuscript/state';
import { updateManuscript, type ManuscriptProgress, type StoredManuscript } from '../storage/newsroom/manuscript-store';
import { addManuscriptEvent } from '../storage/newsroom/version-store';
import type { Database } from '../storage/tables';
import { tellOfManuscript } from './tell';

export interface ManuscriptStep {
  readonly change: ManuscriptChange;
  readonly actors: readonly ManuscriptActor[];
  /** Null for the clock. */
  readonly personId: string | null;
  readonly at: Date;
  readonly note?: string | null;
  /** What the trace calls it; the change when left out. Null for what leaves no trace there: a save has its version. */
  readonly event?: ManuscriptEventKind | null;
  /** What else the step sets. */
  readonly set?: Partial<Omit<ManuscriptProgress, 'state'>>;
}

/**
 * The one place where a manuscript's state changes: with its trace and the messages to whom it concerns, in the caller's
 * transaction. It is locked, and the caller has made sure that the change is possible.
 *
 * @throws when it is not
 */
export async function changeManuscript(trx: Transaction<Database>, manuscript: StoredManuscript, step: ManuscriptStep): Promise<StoredManuscript> {
  const { change, actors, personId, at, note = null, event = change, set } = step;
  const state = nextState(manuscript, change, actors);
  if (state === null) throw new Error(`A manuscript that is ${manuscript.state} cannot ${change}.`);
  const changed = await updateManuscript(trx, manuscript.id, {
    ...(state !== 'scheduled' && { publishAt: null, pinUntil: null }),
    // What was approved is not what is written now. What was said when it was returned still helps.
    ...(state === 'draft' && manuscript.decision === 'approve' && { reviewedBy: null, reviewedAt: null, decision: null, reviewNote: null }),
    ...set,
    state,
  });
  if (event !== null) await addManuscriptEvent(trx, { manuscriptId: manuscript.id, at, kind: event, personId, note });
  await tellOfManuscript(trx, { before: manuscript, after: changed, change, personId, at });
  return changed;
}
