import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { isWorkingDayInChina } from '../../../server/working-day-calendar';
import { mondayOf, slotKey } from '../../../src/domain/visit-plan/slots';
import type { Reply } from '../../../src/contract/errors';
import { startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { acceptedRequest, addExpert, samplePlan } from '../../support/samples/sample-visit';

// Several people at once, drawn from a fixed seed: they assign, agree and move half-days, take them back, withdraw, enter
// leave, propose and publish. After every few calls the database is asked what must always hold.
const RUNS = 4;
const STEPS = 40;
const SEED = 20170912;
const EXPERTS = 3;
const REQUESTS = 8;
const SHARED = 2;

const areas = ['kaifaqu', 'donggang', 'kaifaqu', 'heping'] as const;
const subjects = ['three-sames', 'testing', 'three-sames'] as const;
const halves = ['2017-09-11', '2017-09-12', '2017-09-18'].flatMap((date) => [{ date, half: 'am' } as const, { date, half: 'pm' } as const]);

const move = fc.record({
  what: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('assign', 'schedule', 'schedule') },
    { weight: 3, arbitrary: fc.constantFrom('unschedule', 'leave', 'back', 'publish') },
    { weight: 1, arbitrary: fc.constantFrom('withdraw', 'propose', 'propose') },
  ),
  expert: fc.nat(EXPERTS - 1),
  request: fc.nat(REQUESTS - 1),
  slot: fc.nat(halves.length - 1),
  plan: fc.nat(2),
});
type Move = typeof move extends fc.Arbitrary<infer Value> ? Value : never;

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly Item[][] {
  const groups = new Map<string, Item[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups.values()];
}

async function expectSound({ db }: TestServer): Promise<void> {
  const stops = await db
    .selectFrom('visit')
    .leftJoin('visitStop', 'visitStop.visitId', 'visit.id')
    .leftJoin('serviceRequest', 'serviceRequest.id', 'visitStop.requestId')
    .innerJoin('expert', 'expert.id', 'visit.expertId')
    .select(['visit.id', 'visit.date', 'visit.half', 'visit.expertId', 'visit.areaId', 'expert.weeklyLimit'])
    .select(['visitStop.state as stopState', 'visitStop.requestId', 'serviceRequest.areaId as requestArea', 'serviceRequest.subjectId', 'serviceRequest.expertId as requestExpert'])
    .execute();
  const requests = await db.selectFrom('serviceRequest').select(['id', 'state', 'expertId', 'pausedFor']).execute();
  const leave = new Set((await db.selectFrom('expertLeave').selectAll().execute()).map((half) => `${half.expertId} ${slotKey(half)}`));
  const visits = grouped(stops, ({ id }) => id);
  const slots = visits.map(([first]) => first && `${first.expertId} ${slotKey(first)}`);
  expect(new Set(slots).size).toBe(slots.length);
  expect(slots.filter((slot) => leave.has(slot ?? ''))).toEqual([]);
  for (const shared of visits) {
    expect(shared.length).toBeLessThanOrEqual(SHARED);
    expect(new Set(shared.map(({ subjectId }) => subjectId)).size).toBe(1);
    // A visit without a stop would have no request here.
    for (const stop of shared) expect(stop).toMatchObject({ stopState: 'booked', requestArea: stop.areaId, requestExpert: stop.expertId });
    expect(isWorkingDayInChina(shared[0]?.date ?? '')).toBe(true);
  }
  for (const week of grouped(visits.flatMap(([first]) => first ?? []), ({ expertId, date }) => `${expertId} ${mondayOf(date)}`)) {
    expect(week.length).toBeLessThanOrEqual(week[0]?.weeklyLimit ?? 0);
  }
  const booked = stops.map(({ requestId }) => requestId).sort();
  expect(booked).toEqual(requests.filter(({ state }) => state === 'scheduled').map(({ id }) => id).sort());
  expect(requests.filter(({ pausedFor }) => pausedFor === 'visit').map(({ id }) => id).sort()).toEqual(booked);

  const events = await db.selectFrom('requestEvent').select(['requestId', 'kind', 'detail']).where('kind', 'in', ['schedule', 'unschedule', 'withdraw']).orderBy('id').execute();
  const agreed = new Map(events.map(({ requestId, kind, detail }) => [requestId, kind === 'schedule' ? { date: detail.date, half: detail.half } : null]));
  for (const { requestId, date, half } of stops) expect(agreed.get(requestId ?? '')).toEqual({ date, half });
}

test(`whatever several people do at once, in ${RUNS * STEPS} steps nobody is booked twice, and states and visits agree`, async () => {
  const answers = new Map<string, number>();

  const run = async (steps: readonly (readonly Move[])[]): Promise<void> => {
    const server = await startTestServer();
    const dispatcher = await server.as('dispatcher');
    const people = [dispatcher, await server.as('officer-development-zone'), await server.as('officer-donggang'), await server.as('officer-bureau')];
    const firm = await server.asGuest();
    const experts = await Promise.all(Array.from({ length: EXPERTS }, (_, index) => addExpert(server, { subjectIds: ['three-sames', 'testing'], weeklyLimit: 1 + index })));
    const ids: string[] = [];
    for (let index = 0; index < REQUESTS; index += 1) {
      ids.push((await acceptedRequest(server, { firm, values: { areaId: areas[index % areas.length] ?? '', subjectId: subjects[index % subjects.length] ?? '' } })).id);
    }
    const plans: string[] = [];

    const callOf = (versions: ReadonlyMap<string, number>, { what, expert, request, slot, plan }: Move, person: TestCaller): Promise<Reply<unknown>> => {
      const id = ids[request] ?? '';
      const at = { id, version: versions.get(id) ?? 1 };
      const expertId = experts[expert]?.id ?? '';
      const half = halves[slot] ?? { date: '', half: 'am' };
      switch (what) {
        case 'assign':
          return person.call('request.assign', { ...at, expertId });
        case 'schedule':
          return person.call('request.schedule', { ...at, ...half });
        case 'unschedule':
          return person.call('request.unschedule', { ...at, reason: '企业临时停产，另约时间。' });
        case 'withdraw':
          return firm.call('request.withdraw', at);
        case 'leave':
        case 'back':
          return dispatcher.call('expert.set-leave', { id: expertId, halves: [half], away: what === 'leave' });
        case 'publish':
          return dispatcher.call('plan.publish', { id: plans.at(-1 - plan) ?? randomUUID() });
        case 'propose': {
          const asked = samplePlan({ toOn: '2017-09-18' });
          plans.push(asked.id);
          return dispatcher.call('plan.propose', asked);
        }
      }
    };

    for (const moves of steps) {
      const versions = new Map((await server.db.selectFrom('serviceRequest').select(['id', 'version']).execute()).map(({ id, version }) => [id, version]));
      const replies = await Promise.all(moves.map((one, index) => callOf(versions, one, people[(one.request + index) % people.length] ?? dispatcher)));
      for (const [index, reply] of replies.entries()) {
        const answer = `${moves[index]?.what ?? ''} ${reply.ok ? 'ok' : reply.error.code}`;
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
      }
      await expectSound(server);
    }
    await server.close();
  };

  const steps = fc.array(fc.array(move, { minLength: 1, maxLength: 5 }), { minLength: STEPS, maxLength: STEPS });
  await fc.assert(fc.asyncProperty(steps, run), { seed: SEED, numRuns: RUNS, endOnFailure: true });

  // Everything was both done and refused, so that the above says something; and nothing broke.
  for (const what of ['assign', 'schedule', 'leave', 'publish']) for (const answer of ['ok', 'conflict']) expect(answers.get(`${what} ${answer}`)).toBeGreaterThan(0);
  expect([...answers.keys()].filter((answer) => /internal|unavailable/.test(answer))).toEqual([]);
}, 300_000);
