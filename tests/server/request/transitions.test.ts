import { isWorkingDayInChina } from '../../../server/working-day-calendar';
import type { RequestView } from '../../../src/contract/request/request';
import type { RequestActor, RequestChange, RequestState } from '../../../src/domain/request/state';
import { visitDates } from '../../../src/domain/request/visit-dates';
import { castOf, inState, letIn, reason, reply, type Cast } from '../../support/samples/request-case';
import { changeActions, possible, states } from '../../support/request-table';
import { fileRequest, sampleCompletion } from '../../support/samples/sample-request';
import { startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

// Every state × change × role over HTTP: what the table says is possible is done, all else is refused with the code that
// says why, and leaves every table as it was.

const roles = ['owner', 'follower', 'own officer', 'other officer', 'dispatcher', 'expert', 'other expert', 'administrator', 'citizen'] as const;
type RoleName = (typeof roles)[number];

/** In what capacity each sees the request; null for whom it does not exist. */
const capacity: Record<RoleName, RequestActor | null> = {
  ...{ owner: 'owner', follower: 'follower', 'own officer': 'officer', 'other officer': null, dispatcher: 'dispatcher' },
  ...{ expert: 'expert', 'other expert': null, administrator: null, citizen: null },
} as const;

const isStaff = (role: RoleName): boolean => !['owner', 'follower', 'citizen'].includes(role);

/** An expert stands to a request only from the assignment on. */
const withExpert: readonly RequestState[] = ['assigned', 'scheduled', 'visited'];

function expected(state: RequestState, change: RequestChange, role: RoleName): string {
  const { forStaff } = changeActions[change];
  if (forStaff && !isStaff(role)) return 'forbidden';
  const actor = role === 'expert' && !withExpert.includes(state) ? null : capacity[role];
  if (actor === null) return 'not_found';
  const everBy = states.flatMap((each) => possible[each][change]?.by ?? []);
  // Only what is paused goes on, which these requests are not.
  const may = change === 'resume' ? (['officer', 'dispatcher'] as const).some((one) => one === actor) : everBy.includes(actor);
  if (!may) return 'forbidden';
  return outcome(state, change)?.by.includes(actor) ? 'ok' : 'conflict';
}

/** A record can be mended after the visit, which is no change of state. */
const outcome = (state: RequestState, change: RequestChange) => (state === 'visited' && change === 'visit' ? { to: state, by: ['expert', 'dispatcher'] as readonly RequestActor[] } : possible[state][change]);

let server: TestServer;
let cast: Cast;
let target: RequestView;
beforeAll(async () => {
  server = await startTestServer();
  cast = await castOf(server);
});
afterAll(() => server.close());

// An expert has few seats in one half-day.
const days = visitDates('2017-09-07', isWorkingDayInChina);
let used = 0;

const changes = Object.keys(changeActions) as RequestChange[];

function callerOf(role: RoleName, state: RequestState): TestCaller {
  const own = state === 'reopened' ? cast.bureau : cast.zone;
  const { owner, colleague, baodi, dispatcher, expert, otherExpert, administrator, stranger } = cast;
  return { owner, follower: colleague, 'own officer': own, 'other officer': baodi, dispatcher, expert, 'other expert': otherExpert, administrator, citizen: stranger }[role];
}

function inputOf(change: RequestChange, { id, version }: RequestView): object {
  const extra: Partial<Record<RequestChange, object>> = {
    ...{ return: { reason }, decline: { reason }, reopen: { reason }, unschedule: { reason }, transfer: { officeId: 'nanjiang', reason } },
    ...{ assign: { expertId: cast.otherExpertId }, schedule: { date: days[(used += 1) % days.length], half: 'pm' }, pause: { pauseReason: 'testing', note: '样品已送检测。' } },
    ...{ conclude: { outcome: 'advised', reply }, merge: { intoId: target.id } },
  };
  if (change === 'complete') return sampleCompletion({ id, version });
  if (change === 'visit') return { requestId: id, version, findings: '现场情况良好。', policies: '', promises: [] };
  return { id, version, ...extra[change] };
}

const send = async (change: RequestChange, role: RoleName, state: RequestState, request: RequestView): Promise<string> => {
  const answer = await callerOf(role, state).call(changeActions[change].action, inputOf(change, request) as never);
  return answer.ok ? 'ok' : answer.error.code;
};

async function fresh(state: RequestState): Promise<RequestView> {
  const request = await inState(server, cast, state);
  await letIn(cast.owner, cast.colleague, request);
  return request;
}

describe('every state, change and role', () => {
  test.each(states)('%s', async (state) => {
    const refusals = changes.flatMap((change) => roles.map((role) => ({ change, role, answer: expected(state, change, role) }))).filter(({ answer }) => answer !== 'ok');
    const successes = changes.flatMap((change) => roles.filter((role) => expected(state, change, role) === 'ok').map((role) => ({ change, role })));
    // Of the same firm and with the office that has the request in question, so that it could be merged.
    target = state === 'reopened' ? await fresh('reopened') : await fileRequest(cast.owner);

    const request = await fresh(state);
    const before = await tableContents(server.db);
    const answers = [];
    for (const { change, role } of refusals) answers.push({ change, role, answer: await send(change, role, state, request) });
    expect(answers).toEqual(refusals);
    expect(await tableContents(server.db)).toEqual(before);

    for (const { change, role } of successes) {
      const own = await fresh(state);
      expect({ change, role, answer: await send(change, role, state, own) }).toEqual({ change, role, answer: 'ok' });
      const { state: now } = await server.db.selectFrom('serviceRequest').select('state').where('id', '=', own.id).executeTakeFirstOrThrow();
      expect({ change, now }).toEqual({ change, now: outcome(state, change)?.to });
    }
  });
});
