import { randomUUID } from 'node:crypto';
import type { PlanView } from '../../../src/contract/visit/plan';
import type { RequestView } from '../../../src/contract/request/request';
import { textLike, textWith } from '../../support/matchers';
import { refusedUnchanged } from '../../support/refused';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { acceptedRequest, addExpert, asExpert, assignedRequest, at, sampleExpert, samplePlan, scheduledRequest, tuesday } from '../../support/samples/sample-visit';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
let dispatcher: TestCaller;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
// A plan is made for everything that waits, so nothing of the test before may.
beforeEach(async () => {
  for (const table of ['visit', 'visitPlan', 'serviceRequest', 'expert'] as const) await server.db.deleteFrom(table).execute();
  server.clock.set('2017-09-07T09:00:00+08:00');
  dispatcher = await server.as('dispatcher');
});

const propose = async (changes: Parameters<typeof samplePlan>[0] = {}): Promise<PlanView> => dataOf(await dispatcher.call('plan.propose', samplePlan(changes)));
const publish = (plan: Pick<PlanView, 'id'>) => dispatcher.call('plan.publish', { id: plan.id });
const planned = ({ visits }: PlanView) => visits.flatMap(({ requests, expertId, date, half }) => requests.map(({ requestId, change }) => ({ requestId, expertId, date, half, change })));
const titles = async (caller: TestCaller): Promise<string[]> => dataOf(await caller.call('message.list', {})).messages.map(({ title }) => title);

describe('a proposal', () => {
  test('serves everybody who can be, on a preferred day, neighbours together, proven and with its reasons', async () => {
    const expert = await addExpert(server, { name: '示例专家丙', weeklyLimit: 2 });
    const neighbours = [await acceptedRequest(server), await acceptedRequest(server)];
    const elsewhere = await acceptedRequest(server, { values: { areaId: 'heping', firmName: '和平示例有限公司', preferredDates: ['2017-09-14'] } });
    const unknown = await acceptedRequest(server, { values: { subjectId: 'testing', firmName: '检测示例有限公司' } });
    const plan = await propose();

    expect(plan).toMatchObject({ stale: null, publishedAt: null, proof: { verified: true, requestCount: 4, served: 3, weighted: 3, bound: 3, preferred: 3, busiestHalfDays: 2 } });
    expect(plan.visits.map(({ expertId, expertName, areaName, date, requests }) => [expertId, expertName, areaName, date, requests.length])).toEqual([
      [expert.id, '示例专家丙', '开发区', textLike(/^2017-09-1[23]$/), 2],
      [expert.id, '示例专家丙', '和平区', '2017-09-14', 1],
    ]);
    expect(plan.visits[0]?.requests.map(({ requestId }) => requestId).sort()).toEqual(neighbours.map(({ id }) => id).sort());
    expect(plan.visits[1]?.requests[0]).toMatchObject({ requestId: elsewhere.id, firmName: '和平示例有限公司', subject: '三同与出口转内销', preferred: true, pinned: false, change: null });
    expect(plan.visits[1]?.requests[0]?.why).toEqual(['示例专家丙的专业和服务区域相符，9 月 14 日上午有空。'.replace('上午', plan.visits[1]?.half === 'am' ? '上午' : '下午'), '符合条件的专家只有这一位。', '满足企业希望的日期。']);
    expect(plan.leftOut).toMatchObject([{ requestId: unknown.id, firmName: '检测示例有限公司' }]);
    expect(plan.leftOut[0]?.why[0]).toContain('没有专家登记这一领域');
  });

  test('asked for again with the same id is the same plan, also twice at once', async () => {
    await addExpert(server);
    await acceptedRequest(server);
    const asked = samplePlan();
    const both = (await Promise.all([dispatcher.call('plan.propose', asked), dispatcher.call('plan.propose', asked)])).map(dataOf);
    expect(both[0]).toEqual(both[1]);
    expect(dataOf(await dispatcher.call('plan.propose', asked))).toEqual(both[0]);
    expect((await tableContents(server.db)).visitPlan).toHaveLength(1);
    expect(dataOf(await dispatcher.call('plan.latest', {}))).toMatchObject({ plan: both[0], waitingCount: 1, expertCount: 1 });
  });

  test('of nothing is an empty one', async () => {
    const { days, ...latest } = dataOf(await dispatcher.call('plan.latest', {}));
    expect(latest).toEqual({ plan: null, waitingCount: 0, expertCount: 0 });
    expect(days.slice(0, 3)).toEqual(['2017-09-08', '2017-09-11', '2017-09-12']);
    expect(await propose()).toMatchObject({ visits: [], leftOut: [], proof: { verified: true, requestCount: 0, served: 0 } });
    await acceptedRequest(server);
    expect((await propose()).proof).toMatchObject({ verified: true, requestCount: 1, served: 0 });
  });

  test('leaves alone what is booked, on leave, paused, visited or of another kind, and experts who are not sent out', async () => {
    await addExpert(server, { active: false });
    const expert = await addExpert(server, { weeklyLimit: 1 });
    await scheduledRequest(server, expert.id, { values: { areaId: 'heping' } });
    dataOf(await dispatcher.call('expert.set-leave', { id: expert.id, halves: [{ date: '2017-09-08', half: 'am' }], away: true }));
    const paused = await acceptedRequest(server);
    dataOf(await dispatcher.call('request.pause', { ...at(paused), pauseReason: 'firm-asked', note: '企业要求推迟到下个月办理。' }));
    const waiting = await acceptedRequest(server, { values: { preferredDates: ['2017-09-11'] } });
    // The week of the 11th is full, the morning of the 8th is leave.
    expect(planned(await propose())).toEqual([{ requestId: waiting.id, expertId: expert.id, date: '2017-09-08', half: 'pm', change: null }]);
  });

  test('serves what is overdue before what is not', async () => {
    const urgent = await acceptedRequest(server);
    server.clock.set('2017-09-29T09:00:00+08:00');
    const fresh = await acceptedRequest(server, { values: { areaId: 'heping', preferredDates: ['2017-10-12'] } });
    server.clock.set('2017-10-30T09:00:00+08:00');
    dispatcher = await server.as('dispatcher');
    await addExpert(server, { weeklyLimit: 1 });
    const plan = await propose({ fromOn: '2017-11-01', toOn: '2017-11-01' });
    expect(planned(plan).map(({ requestId }) => requestId)).toEqual([urgent.id]);
    expect(plan.leftOut.map(({ requestId }) => requestId)).toEqual([fresh.id]);
    expect(plan.proof.weighted).toBe(4);
  });

  test('keeps the expert whom the office has chosen, and says so', async () => {
    const [chosen, other] = [await addExpert(server, { weeklyLimit: 1 }), await addExpert(server)];
    const [first, second] = [await assignedRequest(server, chosen.id, { values: { areaId: 'heping' } }), await assignedRequest(server, chosen.id)];
    const free = await acceptedRequest(server, { values: { areaId: 'donggang' } });
    const plan = await propose({ fromOn: '2017-09-11' });
    expect(planned(plan).find(({ requestId }) => requestId === free.id)).toMatchObject({ expertId: other.id });
    expect(planned(plan).filter(({ requestId }) => requestId !== free.id)).toMatchObject([{ expertId: chosen.id }]);
    expect(plan.leftOut).toHaveLength(1);
    expect([first.id, second.id]).toContain(plan.leftOut[0]?.requestId);
    expect(plan.leftOut[0]?.why[0]).toBe('专家由办理单位事先确定，不由计划更换。');
  });

  test.each([
    ['today', { fromOn: '2017-09-07' }, 'fromOn'],
    ['backwards', { fromOn: '2017-09-12', toOn: '2017-09-11' }, 'toOn'],
    ['too far away', { toOn: '2017-10-20' }, 'toOn'],
    ['a weekend', { fromOn: '2017-09-09', toOn: '2017-09-10' }, 'toOn'],
    ['another plan that is not there', { previousId: '00000000-0000-4000-8000-000000000000' }, 'previousId'],
    ['a kind without visits', { kindId: 'testing-consultation' }, 'kindId'],
    ['a request that does not wait', { pins: [{ requestId: '00000000-0000-4000-8000-000000000000', expertId: null, slot: null }] }, 'pins.0'],
  ])('is refused for %s', async (_, changes, field) => {
    await refusedUnchanged(server, 'invalid_input', () => dispatcher.call('plan.propose', samplePlan(changes)));
    expect(Object.keys(errorOf(await dispatcher.call('plan.propose', samplePlan(changes))).fields ?? {})).toEqual([field]);
  });
});

describe('by hand', () => {
  test('what is pinned is kept and what is excluded left out, and the rest changes as little as possible', async () => {
    const [first, second] = [await addExpert(server, { weeklyLimit: 10 }), await addExpert(server, { weeklyLimit: 10 })];
    const requests: RequestView[] = [];
    for (const areaId of ['kaifaqu', 'heping', 'donggang', 'nankai']) requests.push(await acceptedRequest(server, { values: { areaId } }));
    const before = await propose();
    const [moved] = planned(before);
    if (!moved) throw new Error('Nothing was planned.');
    const slot = { date: '2017-09-15', half: 'pm' } as const;
    const expertId = moved.expertId === first.id ? second.id : first.id;
    const pins = [{ requestId: moved.requestId, expertId, slot }];
    const excludes = [{ requestId: null, expertId: null, slot: { date: '2017-09-08', half: 'am' as const } }];
    const after = await propose({ pins, excludes, previousId: before.id });
    expect(after).toMatchObject({ pins, excludes, proof: { verified: true, served: 4 } });
    expect(planned(after).find(({ requestId }) => requestId === moved.requestId)).toEqual({ requestId: moved.requestId, expertId, ...slot, change: 'moved' });
    expect(planned(after).filter(({ change }) => change === 'same')).toHaveLength(3);
    expect(after.visits.flatMap(({ requests: stops }) => stops).find(({ pinned }) => pinned)?.why[0]).toContain('按人工指定安排');
  });

  test('pins that cannot be met together are named', async () => {
    const { id: expertId } = await addExpert(server);
    const slot = tuesday;
    const one = await acceptedRequest(server, { values: { firmName: '甲示例有限公司' } });
    const other = await acceptedRequest(server, { values: { areaId: 'heping', firmName: '乙示例有限公司' } });
    const pins = [one, other].map(({ id: requestId }) => ({ requestId, expertId, slot }));
    const words = await refusedUnchanged(server, 'invalid_input', () => dispatcher.call('plan.propose', samplePlan({ pins })));
    expect(words).toBe('这些固定的安排不能同时满足：甲示例有限公司（9 月 12 日上午）、乙示例有限公司（9 月 12 日上午）。请取消其中一项。');
  });
});

describe('publishing', () => {
  test('books every visit, carries each request to its agreed half-day and tells each side once', async () => {
    const expert = await addExpert(server);
    const [person, firm] = [await asExpert(server, expert), await server.asGuest()];
    const [accepted, chosen] = [await acceptedRequest(server, { firm }), await assignedRequest(server, expert.id)];
    const plan = await propose();
    const published = dataOf(await publish(plan));
    expect(published).toEqual({ ...plan, publishedAt: '2017-09-07T09:00:00+08:00' });
    const stops = await server.db.selectFrom('visitStop').innerJoin('visit', 'visit.id', 'visitStop.visitId').select(['requestId', 'expertId', 'date', 'half', 'planId', 'state']).execute();
    expect(stops).toHaveLength(2);
    for (const { requestId, expertId, date, half } of planned(plan)) expect(stops).toContainEqual({ requestId, expertId, date, half, planId: plan.id, state: 'booked' });
    const seen = dataOf(await firm.call('request.get', { id: accepted.id }));
    expect(seen).toMatchObject({ state: 'scheduled', promise: { kind: 'paused', reason: 'visit' } });
    expect(seen.timeline.slice(-2).map(({ kind, by }) => [kind, by])).toEqual([
      ['assign', textWith('调度人员')],
      ['schedule', textWith('调度人员')],
    ]);
    expect(dataOf(await dispatcher.call('request.get', { id: chosen.id })).timeline.filter(({ kind }) => kind === 'assign')).toHaveLength(1);
    const told = await titles(firm);
    expect(told).toContain('上门时间已定');
    expect(told).not.toContain('已安排专家');
    expect((await titles(person)).filter((title) => title === '上门时间已定')).toHaveLength(2);
    expect(dataOf(await dispatcher.call('plan.latest', {}))).toMatchObject({ plan: { id: plan.id, stale: null }, waitingCount: 0 });
    expect(await refusedUnchanged(server, 'conflict', () => publish(plan))).toContain('已经发布过');
  });

  test('of a plan that is not there is refused', async () => {
    await refusedUnchanged(server, 'not_found', () => publish({ id: randomUUID() }));
  });

  test('twice at once books once', async () => {
    await addExpert(server);
    await acceptedRequest(server);
    const plan = await propose();
    const replies = await Promise.all([publish(plan), publish(plan), publish(plan)]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['conflict', 'conflict', 'ok']);
    expect((await tableContents(server.db)).visitStop).toHaveLength(1);
  });

  test('of two plans for the same firms at once books one', async () => {
    await addExpert(server);
    await addExpert(server);
    for (const areaId of ['kaifaqu', 'heping', 'donggang']) await acceptedRequest(server, { values: { areaId } });
    const plans = [await propose(), await propose({ fromOn: '2017-09-12' })];
    const replies = await Promise.all(plans.map(publish));
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['conflict', 'ok']);
    expect((await tableContents(server.db)).visitStop).toHaveLength(3);
  });

  const stale: [string, RegExp, (expertId: string, request: RequestView, firm: TestCaller) => Promise<unknown>][] = [
    ['a request that was withdrawn', /有 1 份申请的情况变了/, (_, request, firm) => firm.call('request.withdraw', at(request))],
    ['a request that waits for something', /有 1 份申请的情况变了/, (_, request) => dispatcher.call('request.pause', { ...at(request), pauseReason: 'testing', note: '等待检测结果，暂停计时。' })],
    ['leave', /有 1 位专家的情况变了/, (id) => dispatcher.call('expert.set-leave', { id, halves: [{ date: '2017-09-11', half: 'am' }], away: true })],
    ['a booking by hand', /有 1 位专家的情况变了/, (id) => scheduledRequest(server, id, { values: { areaId: 'baodi' }, slot: { date: '2017-09-15', half: 'am' } })],
    ['a changed profile', /有 1 位专家的情况变了/, (id) => dispatcher.call('expert.change', { id, version: 1, ...sampleExpert({ weeklyLimit: 4 }) })],
    ['both', /有 1 份申请、1 位专家的情况变了，请重新生成。/, (expertId, request) => dispatcher.call('request.assign', { ...at(request), expertId }).then((reply) => dispatcher.call('request.schedule', { ...at(dataOf(reply)), ...tuesday }))],
    ['a day that has come', /日期已经到了/, () => {
      server.clock.set('2017-09-12T08:00:00+08:00');
      return Promise.resolve();
    }],
  ];

  test.each(stale)('on stale data is refused, in words, and nothing is half-done: %s', async (_, words, happens) => {
    const expert = await addExpert(server);
    const firm = await server.asGuest();
    const request = await acceptedRequest(server, { firm });
    await acceptedRequest(server, { values: { areaId: 'heping' } });
    const plan = await propose({ toOn: '2017-09-12' });
    await happens(expert.id, request, firm);
    dispatcher = await server.as('dispatcher');
    expect(await refusedUnchanged(server, 'conflict', () => publish(plan))).toMatch(words);
    expect(dataOf(await dispatcher.call('plan.latest', {})).plan?.stale).toMatch(words);
  });

  test('is not held up by what came in since, nor by words in a case', async () => {
    await addExpert(server);
    const firm = await server.asGuest();
    const request = await acceptedRequest(server, { firm });
    const plan = await propose();
    await acceptedRequest(server);
    dataOf(await firm.call('request.say', { id: request.id, text: '请提前一天电话联系。' }));
    expect(dataOf(await publish(plan)).publishedAt).not.toBeNull();
  });
});
