import type { Transaction } from 'kysely';
import { addDays, chinaDate, monthDay } from '../../src/domain/china-time';
import { nextRound, surveyTime } from '../../src/domain/request/survey';
import { addWorkingDays, type IsWorkingDay } from '../../src/domain/working-days';
import { campaignOf } from '../campaign/campaign-of';
import type { Campaign } from '../campaign/schema';
import { standAlone, type ChoreContext } from '../chore';
import type { LogFailure } from '../failure-log';
import { lockNextToEscalate, lockNextToWarn, markEscalated, markWarned } from '../storage/request/due-store';
import { addEvent } from '../storage/request/event-store';
import type { StoredRequest } from '../storage/request/request-store';
import { insertSurvey, listAskedRounds, lockNextToSurvey, setSurveyTime } from '../storage/request/survey-store';
import type { Database } from '../storage/tables';
import { kindOf } from '../campaign/request-words';
import { tellDispatchers, tellOffice, tellOwner } from './tell';

export interface RequestChoreContext extends ChoreContext {
  /** The running one; requests of earlier ones are looked after too. */
  readonly campaign: Campaign;
  readonly isWorkingDay: IsWorkingDay;
}

/** How many requests each chore did, without those that failed; null where it failed as a whole. */
export type RequestChores = Readonly<Record<'warned' | 'escalated' | 'surveyed', number | null>>;

/** Does what is due. Several processes may do it at once. Each stands alone, and so does each request; a failure is logged. */
export async function doRequestChores(context: RequestChoreContext, logFailure: LogFailure): Promise<RequestChores> {
  const run = standAlone('requests', logFailure);
  return {
    warned: await run('warning', oneByOne(context, warnOffice, logFailure)),
    escalated: await run('escalating', oneByOne(context, escalate, logFailure)),
    surveyed: await run('asking', oneByOne(context, askOwner, logFailure)),
  };
}

// What is left then waits for the next minute.
const MOST = 1000;
/** An office is warned when at most so many working days are left. */
const WARN_WITHIN = 1;

interface Chore {
  /** Locks the next request that is due, but for those that failed. */
  readonly lockNext: (trx: Transaction<Database>, context: RequestChoreContext, failed: readonly string[]) => Promise<StoredRequest | undefined>;
  /** After it the request is due no more. */
  readonly lookAfter: (trx: Transaction<Database>, context: RequestChoreContext, request: StoredRequest) => Promise<void>;
}

/** Each in a transaction of its own, so that one that fails keeps none of the others back. */
async function oneByOne(context: RequestChoreContext, { lockNext, lookAfter }: Chore, logFailure: LogFailure): Promise<number> {
  const failed: string[] = [];
  let done = 0;
  while (done + failed.length < MOST) {
    let inHand = null as string | null;
    try {
      await context.db.transaction().execute(async (trx) => {
        const request = await lockNext(trx, context, failed);
        if (!request) return;
        inHand = request.id;
        await lookAfter(trx, context, request);
      });
      if (inHand === null) break;
      done += 1;
    } catch (error) {
      if (inHand === null) throw error;
      logFailure(`requests: looking after ${inHand} failed`, error);
      failed.push(inHand);
    }
  }
  return done;
}

const byTheClock = { officeId: null, toOfficeId: null, personId: null, note: null, detail: {} } as const;

const warnOffice: Chore = {
  lockNext(trx, { now, isWorkingDay }, failed) {
    const today = chinaDate(now);
    // Days off before the next working day are within it too.
    return lockNextToWarn(trx, today, addWorkingDays(today, WARN_WITHIN, isWorkingDay), failed);
  },
  async lookAfter(trx, context, request) {
    const { now } = context;
    const { campaign, title } = await about(trx, context, request);
    const text = `一份“${title}”的期限是 ${monthDay(request.dueOn ?? chinaDate(now))}，请及时办理。`;
    await tellOffice(trx, request, { kind: 'office-due', title: '承诺的期限快到了', text }, { campaign, now, except: null });
    await addEvent(trx, { ...byTheClock, requestId: request.id, at: now, kind: 'warned' });
    await markWarned(trx, request.id, now);
  },
};

const escalate: Chore = {
  lockNext: (trx, { now }, failed) => lockNextToEscalate(trx, chinaDate(now), failed),
  async lookAfter(trx, context, request) {
    const { now } = context;
    const { campaign, title } = await about(trx, context, request);
    const text = `一份“${title}”超过了 ${monthDay(request.dueOn ?? addDays(chinaDate(now), -1))}的期限，请督办。`;
    await tellDispatchers(trx, request, { kind: 'office-overdue', title: '超过承诺的期限', text }, { campaign, now, except: null });
    await addEvent(trx, { ...byTheClock, requestId: request.id, at: now, kind: 'escalated' });
    await markEscalated(trx, request.id, now);
  },
};

/** A round is asked once, also of a request that was concluded a second time. */
const askOwner: Chore = {
  lockNext: (trx, { now }, failed) => lockNextToSurvey(trx, now, failed),
  async lookAfter(trx, context, request) {
    const { now } = context;
    const asked = await listAskedRounds(trx, request.id);
    const round = nextRound(asked);
    const { closedAt } = request;
    if (round !== null && closedAt !== null && surveyTime(closedAt, round) <= now) {
      const { title } = await about(trx, context, request);
      await insertSurvey(trx, request.id, round, now);
      await tellOwner(trx, request, { kind: 'survey', title: '办结之后，有帮助吗？', text: `“${title}”办结已有 ${round} 天，请说说是否有帮助。` }, { now });
      asked.push(round);
    }
    const later = nextRound(asked);
    await setSurveyTime(trx, request.id, later === null || closedAt === null ? null : surveyTime(closedAt, later));
  },
};

async function about(db: Transaction<Database>, { campaign: running }: RequestChoreContext, request: StoredRequest): Promise<{ readonly campaign: Campaign; readonly title: string }> {
  const campaign = await campaignOf({ db, campaign: running }, request.campaignId);
  return { campaign, title: kindOf(campaign, request.kind).title };
}
