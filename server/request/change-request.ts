import type { Transaction } from 'kysely';
import { chinaDate } from '../../src/domain/china-time';
import { clockAfter, isLate, type PauseReason } from '../../src/domain/request/promise-clock';
import { firstSurveyAt } from '../../src/domain/request/survey';
import { isClosed, nextState, type RequestActor, type RequestChange, type RequestFacts } from '../../src/domain/request/state';
import type { IsWorkingDay } from '../../src/domain/working-days';
import type { Campaign } from '../campaign/schema';
import { addEvent } from '../storage/request/event-store';
import { updateRequest, type RequestContent, type RequestProgress, type StoredRequest } from '../storage/request/request-store';
import type { EventDetail } from '../storage/tables/request';
import type { Database } from '../storage/tables';
import { releaseVisit } from '../visit/booking';
import { kindOf, promisedDays } from '../campaign/request-words';
import { tellOfChange } from './tell';

/** What `nextState` asks of a stored request. */
export const factsOf = (request: StoredRequest, campaign: Campaign): RequestFacts => ({
  state: request.state,
  kindHasVisits: kindOf(campaign, request.kind).visits,
  transferCount: request.transferCount,
  reopenedCount: request.reopenedCount,
  answered: request.answeredOn !== null,
  paused: request.pausedFor !== null,
});

export interface RequestStep {
  readonly change: RequestChange;
  /** In what capacities the one who acts may act. */
  readonly actors: readonly RequestActor[];
  readonly personId: string | null;
  /** What the firm reads with the step. */
  readonly note?: string | null;
  readonly toOfficeId?: string;
  readonly pauseReason?: PauseReason;
  /** Nobody is told: another step of the same transaction follows and tells it all. */
  readonly untold?: true;
  readonly detail?: Omit<EventDetail, 'pauseReason' | 'byExpert' | 'byDispatcher'>;
  /** What else the step sets. */
  readonly set?: Partial<RequestContent & Pick<RequestProgress, 'outcome' | 'mergedInto' | 'expertId'>>;
}

interface Surroundings {
  readonly campaign: Campaign;
  readonly now: Date;
  readonly isWorkingDay: IsWorkingDay;
}

/**
 * The one place where a request changes: state, promise clock and timeline go together, and everybody concerned is told,
 * all in the caller's transaction. The request is locked, and the caller has made sure that the change is possible.
 *
 * @throws when it is not
 */
export async function changeRequest(trx: Transaction<Database>, request: StoredRequest, step: RequestStep, { campaign, now, isWorkingDay }: Surroundings): Promise<StoredRequest> {
  const { change, actors, personId, note = null, toOfficeId = null, pauseReason, untold = false, detail, set } = step;
  const state = nextState(factsOf(request, campaign), change, actors);
  if (state === null) throw new Error(`A request that is ${request.state} cannot ${change}.`);
  const today = chinaDate(now);
  const promised = promisedDays(kindOf(campaign, request.kind));
  const byFirm = actors.includes('owner') && ownerChanges.has(change);
  const byExpert = !byFirm && change === 'visit' && actors.includes('expert');
  const byDispatcher = !byFirm && !byExpert && !actors.includes('officer') && actors.includes('dispatcher');

  const { dueOn, workingDaysLeft, pausedFor } = clockAfter(request, { change, today, promised, again: request.answeredOn !== null, ...(pauseReason && { reason: pauseReason }) }, isWorkingDay);
  const changed = await updateRequest(trx, request.id, {
    ...set,
    ...{ dueOn, workingDaysLeft, pausedFor },
    state,
    missed: request.missed || (meetsPromise.has(change) && isLate(request, today)),
    ...(answers.has(change) && { answeredOn: request.answeredOn ?? today }),
    // What is filled in after a reopening is erased anew.
    ...(change === 'reopen' && { reopenedCount: request.reopenedCount + 1, answeredOn: null, outcome: null, erased: false, surveyAt: null }),
    ...(change === 'conclude' && { surveyAt: request.personId === null ? null : firstSurveyAt(set?.outcome ?? null, now) }),
    // Another office chooses its own expert; the former one has no business in the case any more.
    ...(change === 'transfer' && { transferCount: request.transferCount + 1, expertId: null }),
    ...(toOfficeId !== null && { officeId: toOfficeId }),
    ...(!byFirm && { awaitingReply: false }),
    // A new due date is warned of anew.
    ...(dueOn !== request.dueOn && { warnedAt: null, escalatedAt: null }),
    closedAt: isClosed(state) ? (request.closedAt ?? now) : null,
  });
  await addEvent(trx, {
    requestId: request.id,
    at: now,
    kind: change,
    officeId: byFirm ? null : request.officeId,
    toOfficeId,
    personId,
    note,
    detail: { ...detail, ...(pauseReason && { pauseReason }), ...(byExpert && { byExpert }), ...(byDispatcher && { byDispatcher }) },
  });
  if (request.state === 'scheduled' && state !== 'scheduled' && state !== 'visited') await releaseVisit(trx, request.id);
  if (!untold) await tellOfChange(trx, { before: request, after: changed, change, byFirm, personId }, { campaign, now });
  return changed;
}

const ownerChanges: ReadonlySet<RequestChange> = new Set(['complete', 'confirm', 'reopen', 'withdraw']);
/** With these an office has answered. */
const answers: ReadonlySet<RequestChange> = new Set(['accept', 'decline']);
/** With these something promised is done, in time or late. */
const meetsPromise: ReadonlySet<RequestChange> = new Set(['accept', 'decline', 'return', 'conclude']);
