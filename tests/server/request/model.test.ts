import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { kindOf, promisedDays } from '../../../server/campaign/request-words';
import { isWorkingDayInChina } from '../../../server/working-day-calendar';
import type { ActionName } from '../../../src/contract/actions';
import { chinaDate } from '../../../src/domain/china-time';
import { clockAfter, filedClock, type PromiseClock } from '../../../src/domain/request/promise-clock';
import { requestChanges, type RequestChange, type RequestState } from '../../../src/domain/request/state';
import { visitDates } from '../../../src/domain/request/visit-dates';
import { castOf, type Cast } from '../../support/samples/request-case';
import { possible } from '../../support/request-table';
import { sampleCompletion, sampleRequest } from '../../support/samples/sample-request';
import { startTestServer, type TestCaller, type TestServer } from '../../support/server';

// Two firms, officers of three offices, a dispatcher and two experts do at random whatever there is to do, alone and at
// once, now and then with what they saw long ago or with a call that they have sent before; days pass, and the timer runs.
const CALLS = 3000;
const SEED = 20170907;

const weights = {
  ...{ 'request.submit': 4, 'request.say': 10, 'request.accept': 14, 'request.accept-many': 3, 'request.return': 6, 'request.complete': 8, 'request.decline': 1 },
  ...{ 'request.transfer': 5, 'request.assign': 12, 'request.schedule': 16, 'request.unschedule': 4, 'visit.record': 16, 'request.pause': 5, 'request.resume': 5 },
  ...{ 'request.conclude': 8, 'request.confirm': 2, 'request.reopen': 5, 'request.merge': 3, 'request.withdraw': 1, 'request.invite': 2, 'request.follow': 3 },
  ...{ 'request.unfollow': 1, 'visit.confirm-record': 5, 'survey.answer': 1 },
} as const satisfies Partial<Record<ActionName, number>>;
type Doing = keyof typeof weights;

const move = fc.record({
  doing: fc.oneof(...(Object.keys(weights) as Doing[]).map((doing) => ({ weight: weights[doing], arbitrary: fc.constant(doing) }))),
  /** Which of the latest requests, which of the people, which choice within the input. */
  ...{ which: fc.nat(9), who: fc.nat(7), choice: fc.nat(99) },
  plausible: fc.integer({ min: 0, max: 5 }).map((roll) => roll > 0),
  stale: fc.integer({ min: 0, max: 14 }).map((roll) => roll === 0),
  repeated: fc.integer({ min: 0, max: 14 }).map((roll) => roll === 0),
});
type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never;

const step = fc.record({
  pause: fc.oneof({ weight: 150, arbitrary: fc.nat(90_000) }, { weight: 1, arbitrary: fc.constantFrom(86_400_000, 3 * 86_400_000) }),
  timer: fc.integer({ min: 0, max: 20 }).map((roll) => roll === 0),
  moves: fc.oneof({ weight: 3, arbitrary: fc.array(move, { minLength: 1, maxLength: 1 }) }, { weight: 1, arbitrary: fc.array(move, { minLength: 2, maxLength: 5 }) }),
});

interface Seen {
  readonly id: string;
  readonly version: number;
  readonly officeId: string;
  readonly personId: string | null;
}

interface Sent {
  readonly action: Doing;
  readonly token: string;
  readonly input: unknown;
  readonly key: string;
}

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ now: '2017-09-04T09:00:00+08:00' });
});
afterAll(() => server.close());

const offices = ['development-zone', 'baodi', 'bureau'] as const;

test(`of ${CALLS} calls by many the timeline explains every clock, no word is lost, nobody is in two places, and the audit log has every change once`, async () => {
  let cast = await castOf(server);
  const sent: Sent[] = [];
  const said = new Map<string, string>();
  const tokens: string[] = [];
  const counted = new Map<string, number>();
  let changes = 0;

  const latest = (): Promise<Seen[]> => server.db.selectFrom('serviceRequest').select(['id', 'version', 'officeId', 'personId']).orderBy('submittedAt', 'desc').orderBy('id').limit(10).execute();

  const callOf = (one: Move, requests: readonly Seen[]): Sent => {
    const again = sent[sent.length - 1 - one.choice];
    if (one.repeated && again) return again;
    const request = requests[one.which % Math.max(requests.length, 1)] ?? { id: randomUUID(), version: 1, officeId: 'bureau', personId: null };
    const other = requests[one.choice % Math.max(requests.length, 1)] ?? request;
    const caller = one.plausible ? likely(one, request, cast) : peopleOf(cast)[one.who];
    if (!caller) throw new Error('Nobody is there.');
    return { action: one.doing, token: caller.token, input: inputOf(one, request, other, requests), key: randomUUID() };
  };

  const inputOf = ({ doing, choice, stale }: Move, { id, version: seen }: Seen, other: Seen, requests: readonly Seen[]): unknown => {
    const version = stale ? Math.max(seen - 1, 1) : seen;
    const at = { id, version };
    const dates = visitDates(chinaDate(server.clock.now()), isWorkingDayInChina);
    const values = { preferredDates: dates.slice(0, 2), areaId: ['kaifaqu', 'baodi', 'heping'][choice % 3] ?? 'heping' };
    const reason = `理由 ${choice}，请补充说明。`;
    const inputs: Partial<Record<Doing, () => unknown>> = {
      'request.submit': () => sampleRequest({ values }),
      'request.say': () => ({ id, text: `留言 ${randomUUID()}`, audience: choice % 5 === 0 ? 'inside' : 'everyone' }),
      'request.accept-many': () => ({ requests: requests.slice(0, 1 + (choice % 5)).map((each) => ({ id: each.id, version: each.version })) }),
      'request.complete': () => sampleCompletion({ ...at, values }),
      'request.transfer': () => ({ ...at, officeId: offices[choice % 3], reason }),
      'request.assign': () => ({ ...at, expertId: choice % 2 === 0 ? cast.expertId : cast.otherExpertId }),
      'request.schedule': () => ({ ...at, date: choice % 3 === 0 ? chinaDate(server.clock.now()) : (dates[choice % 3] ?? ''), half: choice % 2 === 0 ? 'am' : 'pm' }),
      'visit.record': () => ({ requestId: id, version, findings: '现场情况良好。', policies: '', promises: [] }),
      'visit.confirm-record': () => ({ requestId: id, version }),
      'request.pause': () => ({ ...at, pauseReason: choice % 2 === 0 ? 'testing' : 'firm-asked', note: reason }),
      'request.conclude': () => ({ ...at, outcome: choice % 3 === 0 ? 'advised' : 'resolved', reply: reason }),
      'request.merge': () => ({ ...at, intoId: other.id }),
      'request.invite': () => ({ id }),
      'request.follow': () => ({ token: tokens[tokens.length - 1 - (choice % 3)] ?? 'a'.repeat(43) }),
      'request.unfollow': () => ({ id, all: choice % 2 === 0 }),
      'survey.answer': () => ({ id, round: 30, helped: 'yes' }),
    };
    return inputs[doing]?.() ?? (['request.return', 'request.decline', 'request.reopen', 'request.unschedule'].includes(doing) ? { ...at, reason } : at);
  };

  const hear = (call: Sent, answer: { ok: boolean; data?: unknown; error?: { code: string } }, isFirst: boolean): void => {
    if (!answer.ok) {
      // What the table, the roles or somebody faster forbids; never a failure of the server.
      expect(['forbidden', 'not_found', 'conflict', 'invalid_input', 'campaign_closed', 'session_expired']).toContain(answer.error?.code);
      return;
    }
    if (!isFirst) return;
    counted.set(call.action, (counted.get(call.action) ?? 0) + 1);
    changes += call.action === 'request.accept-many' ? (answer.data as { accepted: string[] }).accepted.length : 1;
    if (call.action === 'request.say') said.set((call.input as { text: string }).text, (call.input as { id: string }).id);
    if (call.action === 'request.invite') tokens.push((answer.data as { token: string }).token);
  };

  let calls = 0;
  let signedIn = 0;
  const succeeded = new Set<string>();
  for (const { pause, timer, moves } of fc.sample(step, { seed: SEED, numRuns: CALLS })) {
    if (calls >= CALLS) break;
    server.clock.advance(pause);
    if (pause > 90_000 || calls > signedIn + 100) {
      cast = await castOf(server);
      signedIn = calls;
    }
    if (timer) expect(Object.values(await server.application.runRequests())).not.toContain(null);
    const requests = await latest();
    const batch = moves.map((one) => callOf(one, requests));
    const answers = await Promise.all(batch.map(({ action, token, input, key }) => server.application.dispatch({ action, token, input, idempotencyKey: key })));
    for (const [index, answer] of answers.entries()) {
      const call = batch[index];
      if (!call) throw new Error('An answer without a call.');
      hear(call, answer, !succeeded.has(call.key));
      if (answer.ok) succeeded.add(call.key);
    }
    sent.push(...batch);
    calls += batch.length;
  }

  await expectExplained(server);
  const messages = await server.db.selectFrom('requestMessage').select(['text', 'requestId']).execute();
  expect(new Map(messages.map(({ text, requestId }) => [text, requestId]))).toEqual(said);
  expect(messages).toHaveLength(said.size);
  const { count } = await server.db.selectFrom('audit').select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  expect(count).toBe(changes);
  await expectOnePlace(server);
  // The calls came far enough for all this to say something.
  for (const doing of Object.keys(weights)) if (doing !== 'survey.answer') expect(counted.get(doing) ?? 0).toBeGreaterThan(0);
}, 120_000);

const peopleOf = ({ owner, stranger, zone, baodi, bureau, dispatcher, expert, otherExpert }: Cast): readonly TestCaller[] => [owner, stranger, zone, baodi, bureau, dispatcher, expert, otherExpert];

/** Somebody who may well do this. */
function likely({ doing, choice }: Move, { officeId, personId }: Seen, cast: Cast): TestCaller {
  const { owner, stranger, zone, baodi, bureau, dispatcher, expert, otherExpert } = cast;
  if (doing === 'request.submit') return choice % 2 === 0 ? owner : stranger;
  if (doing === 'request.follow') return choice % 2 === 0 ? stranger : owner;
  const filer = personId === stranger.person.id ? stranger : owner;
  const ofFirm = ['request.complete', 'request.confirm', 'request.reopen', 'request.withdraw', 'request.invite', 'request.unfollow', 'visit.confirm-record', 'survey.answer'];
  if (ofFirm.includes(doing) || (doing === 'request.say' && choice % 2 === 0)) return filer;
  if (doing === 'visit.record') return [expert, otherExpert, dispatcher][choice % 3] ?? dispatcher;
  if (choice % 5 === 0) return dispatcher;
  return { 'development-zone': zone, baodi }[officeId] ?? bureau;
}

const isChange = (kind: string): kind is RequestChange => (requestChanges as readonly string[]).includes(kind);

/** From its timeline alone each request has come to the state, office and clock that are stored. */
async function expectExplained({ db, application: { campaign } }: TestServer): Promise<void> {
  const requests = await db.selectFrom('serviceRequest').selectAll().execute();
  for (const request of requests) {
    const events = await db.selectFrom('requestEvent').selectAll().where('requestId', '=', request.id).orderBy('id').execute();
    const promised = promisedDays(kindOf(campaign, request.kind));
    const [filed, ...others] = events;
    expect(filed).toMatchObject({ kind: 'submit', at: request.submittedAt });
    let state: RequestState = 'submitted';
    let clock: PromiseClock = filedClock(chinaDate(request.submittedAt), promised, isWorkingDayInChina);
    const count = { transfer: 0, reopen: 0 };
    let office: string | null = null;
    let answered = false;
    for (const { kind, at, toOfficeId, detail } of others) {
      if (!isChange(kind)) continue;
      if (kind !== 'resume') {
        const cell: { to: RequestState } | undefined = possible[state][kind];
        expect([request.id, state, kind, cell?.to]).toEqual([request.id, state, kind, expect.any(String)]);
        state = cell?.to ?? state;
      }
      clock = clockAfter(clock, { change: kind, today: chinaDate(at), promised, again: answered, ...(detail.pauseReason && { reason: detail.pauseReason }) }, isWorkingDayInChina);
      if (kind === 'accept') answered = true;
      if (kind === 'reopen') answered = false;
      office = toOfficeId ?? office;
      if (kind === 'transfer' || kind === 'reopen') count[kind] += 1;
    }
    const { dueOn, workingDaysLeft, pausedFor } = clock;
    expect({ ...request, ...(office !== null && { officeId: office }) }).toMatchObject({ ...request, state, dueOn, workingDaysLeft, pausedFor, transferCount: count.transfer, reopenedCount: count.reopen });
  }
}

async function expectOnePlace({ db }: TestServer): Promise<void> {
  const booked = await db.selectFrom('visitStop').innerJoin('visit', 'visit.id', 'visitStop.visitId').select(['visitStop.requestId', 'visit.expertId', 'visit.date', 'visit.half', 'visit.areaId']).where('state', '=', 'booked').execute();
  const scheduled = await db.selectFrom('serviceRequest').select(['id', 'expertId']).where('state', '=', 'scheduled').execute();
  expect(new Map(booked.map(({ requestId, expertId }) => [requestId, expertId]))).toEqual(new Map(scheduled.map(({ id, expertId }) => [id, expertId])));
  const areas = new Map<string, Set<string>>();
  for (const { expertId, date, half, areaId } of await db.selectFrom('visit').selectAll().execute()) {
    const place = `${expertId} ${date} ${half}`;
    areas.set(place, (areas.get(place) ?? new Set()).add(areaId));
  }
  for (const [place, there] of areas) expect([place, there.size]).toEqual([place, 1]);
}
