import type { Kysely, Transaction } from 'kysely';
import { addDays, chinaDate, monthDay } from '../../src/domain/china-time';
import { nextRound, surveyTime } from '../../src/domain/request/survey';
import { addWorkingDays, type IsWorkingDay } from '../../src/domain/working-days';
import { campaignOf } from '../campaign/campaign-of';
import type { Campaign } from '../campaign/schema';
import type { LogFailure } from '../failure-log';
import { lockToEscalate, lockToWarn, markEscalated, markWarned } from '../storage/request/due-store';
import { addEvent } from '../storage/request/event-store';
import type { StoredRequest } from '../storage/request/request-store';
import { insertSurvey, listAskedRounds, lockToSurvey, setSurveyTime } from '../storage/request/survey-store';
import type { Database } from '../storage/tables';
import { kindOf } from './campaign-words';
import { tellDispatchers, tellOffice, tellOwner } from './tell';

export interface ChoreContext {
  readonly db: Kysely<Database>;
  /** The running one; requests of earlier ones are looked after too. */
  readonly campaign: Campaign;
  readonly now: Date;
  readonly isWorkingDay: IsWorkingDay;
}

/** How many requests each chore did; null where it failed. */
export type RequestChores = Readonly<Record<'warned' | 'escalated' | 'surveyed', number | null>>;

/** Does what is due. Several processes may do it at once. Each stands alone; a failure is logged. */
export async function doRequestChores(context: ChoreContext, logFailure: LogFailure): Promise<RequestChores> {
  const run = (name: string, chore: Chore): Promise<number | null> =>
    inBatches(context, chore).catch((error: unknown) => {
      logFailure(`requests: ${name} failed`, error);
      return null;
    });
  return {
    warned: await run('warning', warnOffices),
    escalated: await run('escalating', escalateOverdue),
    surveyed: await run('asking', askOwners),
  };
}

const BATCH = 50;
// What is left then waits for the next minute.
const BATCHES = 20;
/** An office is warned when at most so many working days are left. */
const WARN_WITHIN = 1;

/** Does one batch in a transaction, and says how many there were. */
type Chore = (trx: Transaction<Database>, context: ChoreContext) => Promise<number>;

async function inBatches(context: ChoreContext, chore: Chore): Promise<number> {
  let done = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const count = await context.db.transaction().execute((trx) => chore(trx, context));
    done += count;
    if (count < BATCH) break;
  }
  return done;
}

const byTheClock = { officeId: null, toOfficeId: null, personId: null, note: null, detail: {} } as const;

const warnOffices: Chore = async (trx, context) => {
  const { now, isWorkingDay } = context;
  const today = chinaDate(now);
  // Days off before the next working day are within it too.
  const requests = await lockToWarn(trx, today, addWorkingDays(today, WARN_WITHIN, isWorkingDay), BATCH);
  for (const request of requests) {
    const { campaign, title } = await about(trx, context, request);
    const text = `一份“${title}”的期限是 ${monthDay(request.dueOn ?? today)}，请及时办理。`;
    await tellOffice(trx, request, { kind: 'office-due', title: '承诺的期限快到了', text }, { campaign, now, except: null });
    await addEvent(trx, { ...byTheClock, requestId: request.id, at: now, kind: 'warned' });
    await markWarned(trx, request.id, now);
  }
  return requests.length;
};

const escalateOverdue: Chore = async (trx, context) => {
  const { now } = context;
  const today = chinaDate(now);
  const requests = await lockToEscalate(trx, today, BATCH);
  for (const request of requests) {
    const { campaign, title } = await about(trx, context, request);
    const text = `一份“${title}”超过了 ${monthDay(request.dueOn ?? addDays(today, -1))}的期限，请督办。`;
    await tellDispatchers(trx, request, { kind: 'office-overdue', title: '超过承诺的期限', text }, { campaign, now, except: null });
    await addEvent(trx, { ...byTheClock, requestId: request.id, at: now, kind: 'escalated' });
    await markEscalated(trx, request.id, now);
  }
  return requests.length;
};

/** A round is asked once, also of a request that was concluded a second time. */
const askOwners: Chore = async (trx, context) => {
  const { now } = context;
  const requests = await lockToSurvey(trx, now, BATCH);
  for (const request of requests) {
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
  }
  return requests.length;
};

async function about(db: Transaction<Database>, { campaign: running }: ChoreContext, request: StoredRequest): Promise<{ readonly campaign: Campaign; readonly title: string }> {
  const campaign = await campaignOf({ db, campaign: running }, request.campaignId);
  return { campaign, title: kindOf(campaign, request.kind).title };
}
