import { someText } from '../../support/matchers';
import { refusedUnchanged } from '../../support/refused';
import { at, castOf, done, inState, reason, reply, titlesOf, type Cast } from '../../support/samples/request-case';
import { fileRequest, sampleCompletion } from '../../support/samples/sample-request';
import { errorOf, startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
let cast: Cast;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  await on('2017-09-07T09:00:00+08:00');
});

/** Moves the clock; everybody signs in anew. */
async function on(instant: string): Promise<void> {
  server.clock.set(instant);
  cast = await castOf(server);
}

describe('answering a request', () => {
  test('accepted on the due day keeps the promise and gives the next one', async () => {
    const request = await fileRequest(cast.owner);
    await on('2017-09-14T23:59:00+08:00');
    const accepted = await done(cast.zone, 'request.accept', { ...at(request), note: '专家会与您联系。' });
    expect(accepted).toMatchObject({ state: 'accepted', version: 2, actors: ['officer'], promise: { kind: 'running', what: 'conclude', dueOn: '2017-11-01', workingDaysLeft: 30 } });
    expect(accepted.timeline[1]).toMatchObject({ title: '开发区检验检疫局已受理', by: '开发区检验检疫局', note: '专家会与您联系。' });
    expect(accepted.next[0]).toContain('安排专家');
    expect((await done(cast.owner, 'request.get', { id: request.id })).moves).toEqual(['withdraw']);
  });

  test('accepted late is a promise missed, whatever comes after', async () => {
    const request = await fileRequest(cast.owner);
    await on('2017-09-18T00:00:00+08:00');
    expect((await done(cast.zone, 'request.get', { id: request.id })).promise).toMatchObject({ kind: 'running', dueOn: '2017-09-14', workingDaysLeft: -2 });
    const accepted = await done(cast.zone, 'request.accept', at(request));
    expect((await done(cast.zone, 'request.conclude', { ...at(accepted), outcome: 'resolved', reply })).promise).toEqual({ kind: 'missed' });
  });

  test('returned stops the clock; completed starts it with what was left, after the campaign’s end too', async () => {
    const request = await fileRequest(cast.owner);
    await on('2017-09-12T10:00:00+08:00');
    const returned = await done(cast.zone, 'request.return', { ...at(request), reason });
    expect(returned).toMatchObject({ state: 'returned', promise: { kind: 'paused', reason: 'completion', workingDaysLeft: 2 }, moves: [], values: null });
    expect(returned.timeline[1]).toMatchObject({ title: '退回补充', note: reason });
    await on('2017-10-09T10:00:00+08:00');
    const mine = await done(cast.owner, 'request.get', { id: request.id });
    expect(mine).toMatchObject({ moves: ['complete', 'withdraw'], values: { need: someText, phone: '13800001234' } });
    const completed = await done(cast.owner, 'request.complete', sampleCompletion({ ...at(mine), values: { need: '补充：即食海苔，希望了解同标的要求。', preferredDates: ['2017-10-16'] } }));
    expect(completed).toMatchObject({ state: 'submitted', promise: { kind: 'running', what: 'answer', dueOn: '2017-10-11', workingDaysLeft: 2 }, officeName: '开发区检验检疫局' });
    expect(titlesOf(completed)).toEqual(['已提交', '退回补充', '已补充并重新提交']);
  });

  test('completed with another area goes to the office of that area, and the other one sees it no more', async () => {
    const returned = await inState(server, cast, 'returned');
    const completed = await done(cast.owner, 'request.complete', sampleCompletion({ ...at(returned), values: { areaId: 'baodi' } }));
    expect(completed.officeName).toBe('宝坻检验检疫局');
    expect(errorOf(await cast.zone.call('request.get', { id: returned.id })).code).toBe('not_found');
  });

  test('declined ends it with the reason', async () => {
    const declined = await inState(server, cast, 'declined');
    expect(declined).toMatchObject({ state: 'declined', promise: { kind: 'kept' }, moves: [], mayWrite: false, next: [] });
    expect(declined.timeline[1]).toMatchObject({ title: '不予受理', note: reason });
  });

  test('two officers at once: one succeeds, the other is told to look again', async () => {
    const request = await fileRequest(cast.owner);
    const replies = await Promise.all([cast.zone.call('request.accept', at(request)), cast.zone.call('request.return', { ...at(request), reason })]);
    expect(replies.flatMap((each) => (each.ok ? ['ok'] : [each.error.code])).sort()).toEqual(['conflict', 'ok']);
    expect((await done(cast.zone, 'request.get', { id: request.id })).timeline).toHaveLength(2);
  });
});

describe('passing a request on', () => {
  test('twice by offices, from the third time on by a dispatcher; the clock goes on', async () => {
    const request = await fileRequest(cast.owner, { values: { areaId: 'wuqing' } });
    await on('2017-09-11T10:00:00+08:00');
    const waiting = await done(cast.bureau, 'request.get', { id: request.id });
    expect(waiting.office?.transferTo.map(({ id }) => id)).toEqual(['development-zone', 'donggang', 'baodi', 'mail', 'nanjiang', 'legal']);
    for (const officeId of ['bureau', 'customs']) await refusedUnchanged(server, 'invalid_input', () => cast.bureau.call('request.transfer', { ...at(request), officeId, reason }));

    const first = await done(cast.bureau, 'request.transfer', { ...at(request), officeId: 'baodi', reason });
    // The bureau has let go of it: of the firm it is told nothing more.
    expect(first).toMatchObject({ officeName: '宝坻检验检疫局', actors: [], moves: [], messages: [], office: null, promise: { dueOn: '2017-09-14', workingDaysLeft: 3 } });
    expect(first.fields.map(({ id }) => id)).not.toContain('phone');
    expect(errorOf(await cast.bureau.call('request.get', { id: request.id })).code).toBe('not_found');

    const second = await done(cast.baodi, 'request.transfer', { ...at(first), officeId: 'development-zone', reason });
    const third = { ...at(second), officeId: 'nanjiang', reason };
    expect(await refusedUnchanged(server, 'forbidden', () => cast.zone.call('request.transfer', third))).toMatch(/调度人员/);
    expect((await done(cast.zone, 'request.get', { id: request.id })).office).toMatchObject({ needsDispatcher: true, transferTo: [] });
    const passedOn = await done(cast.dispatcher, 'request.transfer', third);
    expect(passedOn.timeline.at(-1)).toMatchObject({ title: '已转至南疆办事处', by: '天津出入境检验检疫局调度人员', note: reason });
    expect(passedOn).toMatchObject({ officeName: '南疆办事处', promise: { dueOn: '2017-09-14' } });
  });

  test('an accepted one is to be accepted again, its promise stays', async () => {
    const accepted = await inState(server, cast, 'accepted');
    const dueOn = '2017-10-25';
    expect(accepted.promise).toMatchObject({ kind: 'running', what: 'conclude', dueOn });
    expect(await done(cast.zone, 'request.transfer', { ...at(accepted), officeId: 'baodi', reason })).toMatchObject({ state: 'submitted', promise: { kind: 'running', dueOn } });
  });
});

describe('the promise', () => {
  test('stands still for a named reason that the firm sees, and goes on', async () => {
    const accepted = await inState(server, cast, 'accepted');
    const paused = await done(cast.zone, 'request.pause', { ...at(accepted), pauseReason: 'testing', note: '样品已送检测。' });
    expect(paused).toMatchObject({ state: 'accepted', promise: { kind: 'paused', reason: 'testing', reasonName: '等待检测结果', workingDaysLeft: 30 } });
    expect(paused.moves).not.toContain('pause');
    await refusedUnchanged(server, 'conflict', () => cast.zone.call('request.pause', { ...at(paused), pauseReason: 'firm-asked', note: '企业要求推迟。' }));
    expect((await done(cast.owner, 'request.get', { id: accepted.id })).timeline.at(-1)).toMatchObject({ title: '暂停计算期限：等待检测结果', note: '样品已送检测。' });
    await on('2017-09-20T09:00:00+08:00');
    const resumed = await done(cast.zone, 'request.resume', at(paused));
    expect(resumed.promise).toMatchObject({ kind: 'running', what: 'conclude', workingDaysLeft: 30 });
    await refusedUnchanged(server, 'conflict', () => cast.zone.call('request.resume', at(resumed)));
  });
});

describe('the end of a request', () => {
  test.each(['resolved', 'advised'] as const)('concluded as %s waits for the firm', async (outcome) => {
    const accepted = await inState(server, cast, 'accepted');
    const concluded = await done(cast.zone, 'request.conclude', { ...at(accepted), outcome, reply });
    expect(concluded).toMatchObject({ state: 'concluded', outcome, promise: { kind: 'kept' }, moves: [], mayWrite: true });
    expect(concluded.timeline.at(-1)?.note).toBe(reply);
    expect((await done(cast.owner, 'request.get', { id: accepted.id })).moves).toEqual(['confirm', 'reopen']);
  });

  test('not our duty always says whose it is', async () => {
    const accepted = await inState(server, cast, 'accepted');
    const notOurs = { ...at(accepted), outcome: 'not-our-duty', reply } as const;
    await refusedUnchanged(server, 'invalid_input', () => cast.zone.call('request.conclude', notOurs));
    const concluded = await done(cast.zone, 'request.conclude', { ...notOurs, responsible: '示例市市场监管部门' });
    expect(concluded.timeline.at(-1)?.title).toBe('已办结：不属于本单位职责，请联系示例市市场监管部门');
  });

  test('confirmed is over', async () => {
    const confirmed = await inState(server, cast, 'confirmed');
    expect(confirmed).toMatchObject({ state: 'confirmed', moves: [], mayWrite: false, outcome: 'advised' });
    await refusedUnchanged(server, 'conflict', () => cast.owner.call('request.reopen', { ...at(confirmed), reason: '还是没有解决。' }));
  });

  test('reopened goes to the bureau, once; the second conclusion stands', async () => {
    const reopened = await inState(server, cast, 'reopened');
    expect(reopened).toMatchObject({ state: 'reopened', officeName: '天津出入境检验检疫局', outcome: null, promise: { kind: 'running', what: 'answer', dueOn: '2017-09-14' } });
    const accepted = await done(cast.bureau, 'request.accept', at(reopened));
    const concluded = await done(cast.bureau, 'request.conclude', { ...at(accepted), outcome: 'resolved', reply });
    expect((await done(cast.owner, 'request.get', { id: concluded.id })).moves).toEqual(['confirm']);
    expect(await refusedUnchanged(server, 'conflict', () => cast.owner.call('request.reopen', { ...at(concluded), reason: '还是没有解决。' }))).toMatch(/重新办理过一次/);
    expect(await done(cast.owner, 'request.confirm', at(concluded))).toMatchObject({ state: 'confirmed', outcome: 'resolved' });
  });

  test.each(['submitted', 'returned', 'reopened', 'accepted', 'assigned', 'scheduled'] as const)('withdrawn when %s ends the promise', async (state) => {
    const request = await inState(server, cast, state);
    const withdrawn = await done(cast.owner, 'request.withdraw', at(request));
    expect(withdrawn).toMatchObject({ state: 'withdrawn', promise: { kind: 'ended' }, moves: [], next: [], mayWrite: false });
    expect(withdrawn.timeline.at(-1)).toMatchObject({ title: '已撤回', by: '企业' });
    await refusedUnchanged(server, 'conflict', () => cast.dispatcher.call('request.accept', at(withdrawn)));
  });

  test.each(['visited', 'concluded', 'confirmed', 'declined', 'withdrawn', 'merged'] as const)('cannot be withdrawn when %s', async (state) => {
    const request = await inState(server, cast, state);
    await refusedUnchanged(server, 'conflict', () => cast.owner.call('request.withdraw', at(request)));
  });
});
