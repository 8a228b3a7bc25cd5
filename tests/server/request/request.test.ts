import { normaliseReceiptNumber } from '../../../src/domain/request/receipt-number';
import type { RequestView } from '../../../src/contract/request/request';
import { someText, textLike } from '../../support/matchers';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { fileRequest, sampleCompletion, sampleRequest } from '../../support/sample-request';
import { tableContents } from '../../support/table-contents';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.clock.set('2017-09-07T09:00:00+08:00');
});

// Signed in anew each time: an officer's session does not outlast the days that these tests let pass.
const zone = (): Promise<TestCaller> => server.as('officer-development-zone');
const baodi = (): Promise<TestCaller> => server.as('officer-baodi');
const bureau = (): Promise<TestCaller> => server.as('officer-bureau');

const at = ({ id, version }: RequestView) => ({ id, version });
const titles = ({ timeline }: RequestView): string[] => timeline.map(({ title }) => title);

describe('filing a request', () => {
  test('gives a receipt, an office, a promise and the first event', async () => {
    const firm = await server.asGuest();
    const request = await fileRequest(firm);
    expect(normaliseReceiptNumber(request.receiptNumber)).toBe(request.receiptNumber);
    expect(request.receiptNumber).toMatch(/^ZY1709/);
    expect(request).toMatchObject({
      state: 'submitted',
      stateLabel: '已提交，等待受理',
      version: 1,
      officeName: '开发区检验检疫局',
      subject: '三同与出口转内销',
      areaName: '开发区',
      creditCodeDoubtful: false,
      promise: { kind: 'running', dueOn: '2017-09-14', workingDaysLeft: 5 },
      submittedAt: '2017-09-07T09:00:00+08:00',
      mine: true,
      moves: ['withdraw'],
      transferTo: [],
      phone: '13800001234',
    });
    expect(request.timeline).toEqual([{ at: '2017-09-07T09:00:00+08:00', kind: 'submitted', title: '已提交', by: '企业', note: null }]);
    expect(request.next[0]).toContain('5 个工作日');
  });

  test('sends an area without an office of its own to the bureau', async () => {
    expect(await fileRequest(await server.asGuest(), { areaId: 'heping' })).toMatchObject({ officeName: '天津出入境检验检疫局', areaName: '和平区' });
  });

  test('draws another receipt number when one is taken', async () => {
    const drawn = [7, 7, 7, 8];
    const own = await startTestServer({
      useCases: (real) => ({ ...real, 'request.submit': (context, input) => real['request.submit']({ ...context, randomBelow: () => drawn.shift() ?? 0 }, input) }),
    });
    const firm = await own.asGuest();
    const serials = [await fileRequest(firm), await fileRequest(firm)].map(({ receiptNumber }) => receiptNumber.slice(6, 11));
    expect(serials).toEqual(['00007', '00008']);
    await own.close();
  });

  test('with a doubtful credit code explains, and takes it once confirmed', async () => {
    const firm = await server.asGuest();
    const doubtful = sampleRequest({ creditCode: '91350211M0000XUF46' });
    const { code, fields } = errorOf(await firm.call('request.submit', doubtful));
    expect(code).toBe('invalid_input');
    expect(fields?.creditCode).toMatch(/前 17 位.*应为 R.*营业执照.*确认/);
    expect(dataOf(await firm.call('request.submit', { ...doubtful, creditCodeConfirmed: true })).creditCodeDoubtful).toBe(true);
  });

  test.each<[string, Parameters<typeof sampleRequest>[0], Record<string, RegExp>]>([
    ['an unknown area', { areaId: 'pudong' }, { areaId: /区域/ }],
    ['an unknown subject', { subjectId: 'taxes' }, { subjectId: /方面/ }],
    ['tomorrow', { preferredDates: ['2017-09-08'] }, { preferredDates: /9 月 8 日（周五）不能选/ }],
    ['a Sunday', { preferredDates: ['2017-09-12', '2017-09-17'] }, { preferredDates: /^9 月 17 日（周日）不能选/ }],
    ['a day beyond thirty', { preferredDates: ['2017-10-10'] }, { preferredDates: /10 月 10 日/ }],
    ['several mistakes at once', { areaId: 'pudong', subjectId: 'taxes', preferredDates: ['2017-09-07'] }, { areaId: /./, subjectId: /./, preferredDates: /./ }],
    ['a malformed credit code', { creditCode: '123' }, { creditCode: /18 位/ }],
  ])('refuses %s and changes nothing', async (_, changes, expected) => {
    const firm = await server.as('firm');
    const before = await tableContents(server.db);
    const { code, fields = {} } = errorOf(await firm.call('request.submit', sampleRequest(changes)));
    expect(code).toBe('invalid_input');
    expect(Object.keys(fields).sort()).toEqual(Object.keys(expected).sort());
    for (const [field, message] of Object.entries(expected)) expect(fields[field]).toMatch(message);
    expect(await tableContents(server.db)).toEqual(before);
  });

  test.each([
    ['2017-08-31T23:59:59+08:00', /9 月 1 日/],
    ['2017-10-01T00:00:00+08:00', /9 月 30 日结束/],
  ])('is closed at %s', async (now, reason) => {
    server.clock.set(now);
    const firm = await server.asGuest();
    expect(errorOf(await firm.call('request.submit', sampleRequest()))).toMatchObject({ code: 'campaign_closed', message: textLike(reason) });
    expect(dataOf(await server.call('request.form', {}))).toMatchObject({ open: false, closedReason: textLike(reason) });
  });

  test('is open until the last midnight, for days after the end too', async () => {
    server.clock.set('2017-09-30T23:59:59+08:00');
    expect(dataOf(await server.call('request.form', {})).dates[0]).toBe('2017-10-10');
    expect((await fileRequest(await server.asGuest(), { preferredDates: ['2017-10-10'] })).preferredDates).toEqual(['2017-10-10']);
  });

  test('refuses a draft of another campaign', async () => {
    const firm = await server.asGuest();
    expect(errorOf(await firm.call('request.submit', sampleRequest({ campaignId: 'tianjin-2016' }))).code).toBe('campaign_mismatch');
  });

  test('has one effect for one key, also in parallel', async () => {
    const firm = await server.asGuest();
    const key = 'one-request-0001';
    const replies = await Promise.all(Array.from({ length: 4 }, () => firm.call('request.submit', sampleRequest(), { key })));
    expect(new Set(replies.map((reply) => dataOf(reply).id)).size).toBe(1);
    expect(dataOf(await firm.call('request.mine', {})).requests).toHaveLength(1);
  });
});

describe('answering a request', () => {
  test('accepted in time keeps the promise, on the due day too', async () => {
    const firm = await server.asGuest();
    const request = await fileRequest(firm);
    server.clock.set('2017-09-14T23:59:00+08:00');
    const accepted = dataOf(await (await zone()).call('request.accept', at(request)));
    expect(accepted).toMatchObject({ state: 'accepted', version: 2, promise: { kind: 'kept' }, mine: false, moves: [], contactName: '示例联系人' });
    expect(titles(accepted)).toEqual(['已提交', '开发区检验检疫局已受理']);
    expect(accepted.timeline[1]?.by).toBe('开发区检验检疫局');
    expect(accepted.next[0]).toContain('安排专家');
    expect(dataOf(await firm.call('request.get', { id: request.id })).moves).toEqual(['withdraw']);
  });

  test('accepted late misses it, and shows as overdue before', async () => {
    const request = await fileRequest(await server.asGuest());
    server.clock.set('2017-09-18T00:00:00+08:00');
    expect(dataOf(await (await zone()).call('request.get', { id: request.id })).promise).toEqual({ kind: 'running', dueOn: '2017-09-14', workingDaysLeft: -2 });
    expect(dataOf(await (await zone()).call('request.accept', at(request))).promise).toEqual({ kind: 'missed' });
  });

  test('returned stops the clock; completed starts it with what was left', async () => {
    const firm = await server.asGuest();
    const request = await fileRequest(firm);
    server.clock.set('2017-09-12T10:00:00+08:00');
    const returned = dataOf(await (await zone()).call('request.return', { ...at(request), reason: '请补充产品的名称和规格。' }));
    expect(returned).toMatchObject({ state: 'returned', promise: { kind: 'paused', workingDaysLeft: 2 }, moves: [] });
    expect(returned.timeline[1]).toMatchObject({ title: '退回补充', note: '请补充产品的名称和规格。' });
    // After the campaign's end a returned request can still be completed.
    server.clock.set('2017-10-09T10:00:00+08:00');
    const mine = dataOf(await firm.call('request.get', { id: request.id }));
    expect(mine).toMatchObject({ promise: { kind: 'paused', workingDaysLeft: 2 }, moves: ['complete', 'withdraw'] });
    const completion = sampleCompletion({ ...at(mine), need: '补充：即食海苔，希望了解同标的要求。', preferredDates: ['2017-10-16'] });
    const completed = dataOf(await firm.call('request.complete', completion));
    expect(completed).toMatchObject({ state: 'submitted', promise: { kind: 'running', dueOn: '2017-10-11', workingDaysLeft: 2 }, officeName: '开发区检验检疫局' });
    expect(titles(completed)).toEqual(['已提交', '退回补充', '已补充并重新提交']);
  });

  test('returned when overdue leaves one working day after completion', async () => {
    const firm = await server.asGuest();
    const request = await fileRequest(firm);
    server.clock.set('2017-09-20T10:00:00+08:00');
    const returned = dataOf(await (await zone()).call('request.return', { ...at(request), reason: '请补充产品的名称。' }));
    expect(returned.promise).toEqual({ kind: 'paused', workingDaysLeft: -4 });
    const completed = dataOf(await firm.call('request.complete', sampleCompletion({ ...at(returned), preferredDates: ['2017-09-25'] })));
    expect(completed.promise).toEqual({ kind: 'running', dueOn: '2017-09-21', workingDaysLeft: 1 });
  });

  test('completed with another area goes to the office of that area', async () => {
    const firm = await server.asGuest();
    const request = await fileRequest(firm);
    const returned = dataOf(await (await zone()).call('request.return', { ...at(request), reason: '请核对企业所在区域。' }));
    const completed = dataOf(await firm.call('request.complete', sampleCompletion({ ...at(returned), areaId: 'baodi' })));
    expect(completed).toMatchObject({ officeName: '宝坻检验检疫局' });
    expect(titles(completed).slice(2)).toEqual(['已补充并重新提交', '已转至宝坻检验检疫局']);
    expect(errorOf(await (await zone()).call('request.get', { id: request.id })).code).toBe('not_found');
  });

  test('the bureau passes it on; the clock goes on, and the bureau sees it no more', async () => {
    const firm = await server.asGuest();
    const request = await fileRequest(firm, { areaId: 'wuqing' });
    server.clock.set('2017-09-11T10:00:00+08:00');
    const waiting = dataOf(await (await bureau()).call('request.get', { id: request.id }));
    expect(waiting.moves).toEqual(['accept', 'return', 'transfer']);
    expect(waiting.transferTo.map(({ id }) => id)).toEqual(['development-zone', 'donggang', 'baodi', 'mail', 'nanjiang', 'legal']);
    for (const officeId of ['bureau', 'customs']) {
      expect(errorOf(await (await bureau()).call('request.transfer', { ...at(request), officeId }))).toMatchObject({ code: 'invalid_input', fields: { officeId: someText } });
    }
    const passedOn = dataOf(await (await bureau()).call('request.transfer', { ...at(request), officeId: 'baodi' }));
    expect(passedOn).toMatchObject({ officeName: '宝坻检验检疫局', contactName: null, phone: null, moves: [], promise: { dueOn: '2017-09-14', workingDaysLeft: 3 } });
    expect(titles(passedOn)).toEqual(['已提交', '已转至宝坻检验检疫局']);
    expect(errorOf(await (await bureau()).call('request.get', { id: request.id })).code).toBe('not_found');
    expect(dataOf(await (await baodi()).call('request.get', { id: request.id }))).toMatchObject({ phone: '13800001234', moves: ['accept', 'return'], transferTo: [] });
    expect(errorOf(await (await baodi()).call('request.transfer', { ...at(passedOn), officeId: 'legal' })).code).toBe('forbidden');
  });

  test('withdrawn ends the promise, in the archive too', async () => {
    const firm = await server.asGuest();
    const request = await fileRequest(firm);
    server.clock.set('2017-10-12T10:00:00+08:00');
    const withdrawn = dataOf(await firm.call('request.withdraw', at(request)));
    expect(withdrawn).toMatchObject({ state: 'withdrawn', promise: { kind: 'ended' }, moves: [], next: [] });
    expect(titles(withdrawn)).toEqual(['已提交', '已撤回']);
    expect(errorOf(await firm.call('request.withdraw', at(withdrawn))).code).toBe('conflict');
  });

  test('two officers at once: one succeeds, the other is told to look again', async () => {
    const request = await fileRequest(await server.asGuest());
    const [one, two] = [await zone(), await zone()];
    const replies = await Promise.all([
      one.call('request.accept', at(request)),
      two.call('request.return', { ...at(request), reason: '请补充产品的名称。' }),
    ]);
    expect(replies.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(replies.flatMap((reply) => (reply.ok ? [] : [reply.error.code]))).toEqual(['conflict']);
    expect(dataOf(await (await zone()).call('request.get', { id: request.id })).timeline).toHaveLength(2);
  });

  test('what is refused changes nothing', async () => {
    const firm = await server.asGuest();
    const request = await fileRequest(firm);
    const [officer, stranger] = [await zone(), await baodi()];
    const before = await tableContents(server.db);
    const codes = [
      await officer.call('request.accept', { ...at(request), version: 2 }),
      await officer.call('request.withdraw', at(request)),
      await firm.call('request.complete', sampleCompletion(at(request))),
      await stranger.call('request.accept', at(request)),
      await officer.call('request.transfer', { ...at(request), officeId: 'baodi' }),
      await officer.call('request.return', { ...at(request), reason: '短' }),
    ].map((reply) => errorOf(reply).code);
    expect(codes).toEqual(['conflict', 'forbidden', 'conflict', 'not_found', 'forbidden', 'invalid_input']);
    expect(await tableContents(server.db)).toEqual(before);
  });
});

describe('lists of requests', () => {
  test('one’s own: every one once, newest first, and nobody else’s', async () => {
    const firm = await server.asGuest();
    const filed: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      if (index > 3) server.clock.advance(60_000);
      filed.push((await fileRequest(firm)).id);
    }
    const first = dataOf(await firm.call('request.mine', {}));
    const second = dataOf(await firm.call('request.mine', { cursor: first.nextCursor ?? '' }));
    const ids = [...first.requests, ...second.requests].map(({ id }) => id);
    expect([first.requests.length, second.requests.length, second.nextCursor]).toEqual([10, 2, null]);
    expect(ids.slice(0, 8)).toEqual(filed.slice(4).reverse());
    expect(new Set(ids)).toEqual(new Set(filed));
    expect(dataOf(await (await server.asGuest()).call('request.mine', {})).requests).toEqual([]);
  });

  test('an office’s waiting ones by due date, the others newest first, its own only', async () => {
    const firm = await server.asGuest();
    const nanjiang = await server.as('officer-nanjiang');
    const late = await fileRequest(firm, { areaId: 'nanjiang' });
    server.clock.set('2017-09-11T09:00:00+08:00');
    const filed: string[] = [];
    for (let index = 0; index < 11; index += 1) filed.push((await fileRequest(firm, { areaId: 'nanjiang', preferredDates: ['2017-09-20'] })).id);
    const first = dataOf(await nanjiang.call('request.inbox', {}));
    const second = dataOf(await nanjiang.call('request.inbox', { cursor: first.nextCursor ?? '' }));
    expect(first.requests[0]?.id).toBe(late.id);
    expect([...first.requests, ...second.requests].map(({ id }) => id).sort()).toEqual([late.id, ...filed].sort());
    expect(dataOf(await nanjiang.call('person.me', {})).offices).toEqual([{ id: 'nanjiang', name: '南疆办事处', waitingCount: 12 }]);

    await nanjiang.call('request.accept', at(late));
    expect(dataOf(await nanjiang.call('request.inbox', { state: 'accepted' })).requests.map(({ id }) => id)).toEqual([late.id]);
    expect(dataOf(await nanjiang.call('request.inbox', {})).requests.map(({ id }) => id)).not.toContain(late.id);
    expect(dataOf(await (await server.as('officer-mail')).call('request.inbox', {})).requests).toEqual([]);
  });

  test('refuse a cursor that is not theirs', async () => {
    const waiting = Buffer.from('2017-09-14|00000000-0000-4000-8000-000000000000').toString('base64url');
    for (const reply of [
      await (await zone()).call('request.mine', { cursor: waiting }),
      await (await zone()).call('request.inbox', { state: 'accepted', cursor: waiting }),
      await (await zone()).call('request.inbox', { cursor: Buffer.from("2017-09-14|' or true").toString('base64url') }),
      await (await zone()).call('request.mine', { cursor: Buffer.from('-271821-04-20T00:00:00.000Z|00000000-0000-4000-8000-000000000000').toString('base64url') }),
    ]) {
      expect(errorOf(reply)).toMatchObject({ code: 'invalid_input', fields: { cursor: someText } });
    }
  });
});
