import type { RequestView } from '../../../src/contract/request/request';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { textLike } from '../../support/matchers';
import { refusedUnchanged } from '../../support/refused';
import { acceptedRequest, addExpert, asExpert, assignedRequest, at, scheduledRequest, tuesday, tuesdayAfternoon } from '../../support/samples/sample-visit';

let server: TestServer;
let dispatcher: TestCaller;

beforeAll(async () => {
  server = await startTestServer();
  dispatcher = await server.as('dispatcher');
});
afterAll(() => server.close());

const stops = (expertId: string) =>
  server.db.selectFrom('visit').leftJoin('visitStop', 'visitStop.visitId', 'visit.id').select(['visit.date', 'visit.half', 'visitStop.requestId', 'visitStop.state']).where('visit.expertId', '=', expertId).orderBy('visit.date').orderBy('visit.half').execute();
const schedule = (request: RequestView, slot: { date: string; half: 'am' | 'pm' }, caller = dispatcher) => caller.call('request.schedule', { ...at(request), ...slot });
const titles = async (caller: TestCaller): Promise<string[]> => dataOf(await caller.call('message.list', {})).messages.map(({ title }) => title);

describe('assigning', () => {
  test('names the expert for the office, and tells firm and expert', async () => {
    const expert = await addExpert(server);
    const [person, firm] = [await asExpert(server, expert), await server.asGuest()];
    const assigned = await assignedRequest(server, expert.id, { firm });
    expect(assigned).toMatchObject({ state: 'assigned', office: { expertId: expert.id } });
    expect(await titles(firm)).toContain('已安排专家');
    expect(await titles(person)).toEqual(['有新的上门任务']);
  });

  test('takes an expert of another subject, because the office decides', async () => {
    const expert = await addExpert(server, { subjectIds: ['testing'] });
    expect((await assignedRequest(server, expert.id)).state).toBe('assigned');
  });

  test('refuses one who is not sent out any more, one who is not there, and the same again', async () => {
    const [away, expert] = [await addExpert(server, { active: false }), await addExpert(server)];
    const accepted = await acceptedRequest(server);
    const assign = (expertId: string, request = accepted) => dispatcher.call('request.assign', { ...at(request), expertId });
    expect(await refusedUnchanged(server, 'conflict', () => assign(away.id))).toContain('已暂停');
    await refusedUnchanged(server, 'invalid_input', () => assign(accepted.id));
    const assigned = dataOf(await assign(expert.id));
    await refusedUnchanged(server, 'conflict', () => assign(expert.id, assigned));
  });

  test('tells the expert from whom it is taken', async () => {
    const [first, second] = [await addExpert(server), await addExpert(server)];
    const person = await asExpert(server, first);
    const assigned = await assignedRequest(server, first.id);
    dataOf(await dispatcher.call('request.assign', { ...at(assigned), expertId: second.id }));
    expect(await titles(person)).toContain('上门任务有变化');
    expect(errorOf(await person.call('request.get', { id: assigned.id })).code).toBe('not_found');
  });
});

describe('scheduling', () => {
  test('books the half-day, and the promise waits for it', async () => {
    const expert = await addExpert(server);
    const scheduled = await scheduledRequest(server, expert.id);
    expect(scheduled).toMatchObject({ state: 'scheduled', visit: { ...tuesday, state: 'booked', expert: '三同与出口转内销专家', record: null }, promise: { kind: 'paused', reason: 'visit' } });
    expect(await stops(expert.id)).toEqual([{ ...tuesday, requestId: scheduled.id, state: 'booked' }]);
  });

  test.each([
    ['a Sunday', { date: '2017-09-17', half: 'am' }, '不是工作日'],
    ['a day of 调休 that is not worked', { date: '2017-10-02', half: 'am' }, '不是工作日'],
    ['yesterday', { date: '2017-09-06', half: 'pm' }, '已经过去'],
    ['a half-day of next year', { date: '2018-09-06', half: 'pm' }, '太远'],
  ] as const)('refuses %s', async (_, slot, words) => {
    const assigned = await assignedRequest(server, (await addExpert(server)).id);
    expect(await refusedUnchanged(server, 'invalid_input', () => schedule(assigned, slot))).toContain(words);
  });

  test('takes a Saturday that is worked', async () => {
    const assigned = await assignedRequest(server, (await addExpert(server)).id);
    expect(dataOf(await schedule(assigned, { date: '2017-09-30', half: 'am' })).state).toBe('scheduled');
  });

  test('refuses leave', async () => {
    const expert = await addExpert(server);
    dataOf(await dispatcher.call('expert.set-leave', { id: expert.id, halves: [tuesday], away: true }));
    const assigned = await assignedRequest(server, expert.id);
    expect(await refusedUnchanged(server, 'conflict', () => schedule(assigned, tuesday))).toContain('请假');
    expect(dataOf(await schedule(assigned, tuesdayAfternoon)).state).toBe('scheduled');
  });

  test.each([
    ['another district', { areaId: 'donggang' }],
    ['another subject', { subjectId: 'testing' }],
  ])('refuses a half-day in which the expert is elsewhere: %s', async (_, values) => {
    const expert = await addExpert(server, { subjectIds: ['three-sames', 'testing'] });
    await scheduledRequest(server, expert.id);
    const other = await assignedRequest(server, expert.id, { values });
    expect(await refusedUnchanged(server, 'conflict', () => schedule(other, tuesday))).toContain('已有其他上门安排');
  });

  test('lets two neighbours with the same subject share a visit, and no third', async () => {
    const expert = await addExpert(server, { weeklyLimit: 1 });
    await scheduledRequest(server, expert.id);
    await scheduledRequest(server, expert.id);
    const third = await assignedRequest(server, expert.id);
    expect(await refusedUnchanged(server, 'conflict', () => schedule(third, tuesday))).toContain('已约满 2 家');
  });

  test('keeps the weekly limit, Monday to Sunday', async () => {
    const expert = await addExpert(server, { weeklyLimit: 1 });
    await scheduledRequest(server, expert.id);
    const other = await assignedRequest(server, expert.id);
    expect(await refusedUnchanged(server, 'conflict', () => schedule(other, { date: '2017-09-15', half: 'am' }))).toContain('那一周已安排满 1 个半天');
    expect(dataOf(await schedule(other, { date: '2017-09-18', half: 'am' })).state).toBe('scheduled');
  });

  test('moves a booking, also within a full week, and frees the half-day it leaves', async () => {
    const expert = await addExpert(server, { weeklyLimit: 1 });
    const firm = await server.asGuest();
    const scheduled = await scheduledRequest(server, expert.id, { firm });
    const moved = dataOf(await schedule(scheduled, tuesdayAfternoon));
    expect(moved).toMatchObject({ state: 'scheduled', visit: tuesdayAfternoon });
    expect(await stops(expert.id)).toEqual([{ ...tuesdayAfternoon, requestId: scheduled.id, state: 'booked' }]);
  });

  test('a move that is refused leaves the booking as it was', async () => {
    const expert = await addExpert(server);
    dataOf(await dispatcher.call('expert.set-leave', { id: expert.id, halves: [tuesdayAfternoon], away: true }));
    const scheduled = await scheduledRequest(server, expert.id);
    await refusedUnchanged(server, 'conflict', () => schedule(scheduled, tuesdayAfternoon));
  });

  test('of two officers who want the same half-day at once, one gets it', async () => {
    const expert = await addExpert(server, { subjectIds: ['three-sames', 'testing'] });
    const wishes = await Promise.all([{ areaId: 'kaifaqu' }, { areaId: 'donggang' }, { areaId: 'heping' }].map((values) => assignedRequest(server, expert.id, { values })));
    const officers = await Promise.all(['officer-development-zone', 'officer-donggang', 'officer-bureau'].map((name) => server.as(name)));
    const replies = await Promise.all(wishes.map((wish, index) => schedule(wish, tuesday, officers[index])));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    for (const reply of replies) if (!reply.ok) expect(reply.error).toMatchObject({ code: 'conflict', message: textLike(/已有其他上门安排/) });
    expect(await stops(expert.id)).toHaveLength(1);
  });

  test('the database itself knows no second visit in a half-day, and no second way to a firm', async () => {
    const expert = await addExpert(server);
    const { id: requestId } = await scheduledRequest(server, expert.id);
    const visit = await server.db.selectFrom('visit').selectAll().where('expertId', '=', expert.id).executeTakeFirstOrThrow();
    await expect(server.db.insertInto('visit').values({ ...visit, id: crypto.randomUUID() }).execute()).rejects.toMatchObject({ constraint: 'visit_expert_id_date_half_key' });
    await expect(server.db.insertInto('visitStop').values({ id: crypto.randomUUID(), visitId: visit.id, requestId, state: 'booked' }).execute()).rejects.toMatchObject({ constraint: 'visit_stop_booked' });
  });
});

describe('a half-day is free again', () => {
  test('when the visit is taken back, with its reason', async () => {
    const expert = await addExpert(server);
    const scheduled = await scheduledRequest(server, expert.id);
    const taken = dataOf(await dispatcher.call('request.unschedule', { ...at(scheduled), reason: '企业临时停产，另约时间。' }));
    expect(taken).toMatchObject({ state: 'assigned', visit: null, promise: { kind: 'running' } });
    expect(taken.timeline.at(-1)).toMatchObject({ kind: 'unschedule', note: '企业临时停产，另约时间。' });
    expect(await stops(expert.id)).toEqual([]);
  });

  test('when the firm withdraws; the expert is told', async () => {
    const expert = await addExpert(server);
    const [person, firm] = [await asExpert(server, expert), await server.asGuest()];
    const scheduled = await scheduledRequest(server, expert.id, { firm });
    dataOf(await firm.call('request.withdraw', at(scheduled)));
    expect(await stops(expert.id)).toEqual([]);
    expect(await titles(person)).toContain('企业已撤回');
  });

  test('but not the seat of a neighbour on the same visit', async () => {
    const expert = await addExpert(server);
    const [first, second] = [await scheduledRequest(server, expert.id), await scheduledRequest(server, expert.id)];
    dataOf(await dispatcher.call('request.unschedule', { ...at(first), reason: '企业临时停产，另约时间。' }));
    expect(await stops(expert.id)).toEqual([{ ...tuesday, requestId: second.id, state: 'booked' }]);
  });

  test('and a seat that is taken in the moment in which the other one is given back stays taken', async () => {
    const expert = await addExpert(server, { weeklyLimit: 10 });
    for (const date of ['2017-09-12', '2017-09-13', '2017-09-14', '2017-09-15', '2017-09-18', '2017-09-19']) {
      const slot = { date, half: 'am' } as const;
      const leaving = await scheduledRequest(server, expert.id, { slot });
      const coming = await assignedRequest(server, expert.id);
      const replies = await Promise.all([schedule(coming, slot), dispatcher.call('request.unschedule', { ...at(leaving), reason: '企业临时停产，另约时间。' })]);
      expect(replies.map(({ ok }) => ok)).toEqual([true, true]);
      expect((await stops(expert.id)).filter((stop) => stop.date === date)).toEqual([{ ...slot, requestId: coming.id, state: 'booked' }]);
    }
  });
});
