import { normaliseReceiptNumber } from '../../../src/domain/request/receipt-number';
import type { FieldValues } from '../../../src/domain/request/field';
import { textLike } from '../../support/matchers';
import { refusedUnchanged } from '../../support/refused';
import { done } from '../../support/samples/request-case';
import { fileRequest, sampleRequest } from '../../support/samples/sample-request';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.clock.set('2017-09-07T09:00:00+08:00');
});

const clue: FieldValues = { subjectId: 'counterfeit', product: '示例牌插座', place: '示例市场 3 号摊', need: '外壳没有认证标志，价格明显偏低。' };

describe('filing a request', () => {
  test('gives a receipt, an office, a promise and the first event', async () => {
    const request = await fileRequest(await server.asGuest());
    expect(normaliseReceiptNumber(request.receiptNumber)).toBe(request.receiptNumber);
    expect(request.receiptNumber).toMatch(/^ZY1709/);
    expect(request).toMatchObject({
      ...{ kindId: 'expert-visit', title: '请专家上门', state: 'submitted', stateLabel: '已提交，等待受理', version: 1, outcome: null },
      ...{ officeName: '开发区检验检疫局', subject: '三同与出口转内销', creditCodeDoubtful: false, anonymous: false },
      promise: { kind: 'running', what: 'answer', dueOn: '2017-09-14', workingDaysLeft: 5 },
      submittedAt: '2017-09-07T09:00:00+08:00',
      ...{ actors: ['owner'], moves: ['withdraw'], mayWrite: true, followerCount: 0, values: null, survey: null, visit: null, office: null },
    });
    expect(request.timeline).toEqual([{ at: '2017-09-07T09:00:00+08:00', kind: 'submit', title: '已提交', by: '企业', note: null }]);
    expect(Object.fromEntries(request.fields.map(({ id, text }) => [id, text]))).toMatchObject({ areaId: '开发区', phone: '13800001234', preferredDates: '9 月 12 日（周二）、9 月 13 日（周三）' });
    expect(request.next[0]).toContain('5 个工作日');
  });

  test('sends an area without an office of its own to the bureau', async () => {
    expect((await fileRequest(await server.asGuest(), { values: { areaId: 'heping' } })).officeName).toBe('天津出入境检验检疫局');
  });

  test('of every kind asks what that kind declares and says who answers within which days', async () => {
    for (const { id, answerWithin } of dataOf(await server.call('request.kinds', {})).kinds) {
      const form = dataOf(await server.call('request.form', { kindId: id }));
      const values = Object.fromEntries(form.fields.map(({ id: field, type, choices, min }) => [field, sampleValue(field, type, choices[0]?.id ?? '', min)]));
      const request = await done(await server.asGuest(), 'request.submit', { campaignId: form.campaignId, kindId: id, values, consent: true });
      expect(request).toMatchObject({ kindId: id, state: 'submitted', promise: { kind: 'running', workingDaysLeft: answerWithin } });
      expect(request.fields.map((field) => field.id)).toEqual(form.fields.map((field) => field.id));
    }
  });

  test('of a clue without a name keeps nothing of who it is, and cannot be looked up', async () => {
    const guest = await server.asGuest();
    const request = await done(guest, 'request.submit', {
      ...{ campaignId: 'tianjin-2017', kindId: 'clue-report', anonymous: true, consent: true },
      values: { ...clue, contactName: '不该留下', phone: '13800009999' },
    });
    expect(request).toMatchObject({ anonymous: true, firmName: null, officeName: '天津出入境检验检疫局' });
    expect(JSON.stringify(await tableContents(server.db).then(({ serviceRequest }) => serviceRequest))).not.toMatch(/不该留下|13800009999/);
    expect(errorOf(await server.call('request.lookup', { receiptNumber: request.receiptNumber, phoneTail: '9999' })).code).toBe('not_found');
    const [row] = (await done(await server.as('officer-bureau'), 'request.inbox', { kindId: 'clue-report' })).requests.filter(({ id }) => id === request.id);
    expect(row?.firmName).toBe('匿名');
  });

  test('without a name is refused where somebody must be reached', async () => {
    const guest = await server.asGuest();
    await refusedUnchanged(server, 'invalid_input', () => guest.call('request.submit', sampleRequest({ anonymous: true })));
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
    const doubtful = sampleRequest({ values: { creditCode: '91350211M0000XUF46' } });
    const { code, fields } = errorOf(await firm.call('request.submit', doubtful));
    expect(code).toBe('invalid_input');
    expect(fields?.creditCode).toMatch(/前 17 位.*应为 R.*营业执照.*确认/);
    expect(dataOf(await firm.call('request.submit', { ...doubtful, creditCodeConfirmed: true })).creditCodeDoubtful).toBe(true);
  });

  test.each<[string, FieldValues, Record<string, RegExp>]>([
    ['an unknown area', { areaId: 'pudong' }, { areaId: /区域/ }],
    ['an unknown subject', { subjectId: 'taxes' }, { subjectId: /方面/ }],
    ['tomorrow', { preferredDates: ['2017-09-08'] }, { preferredDates: /工作日/ }],
    ['a Sunday', { preferredDates: ['2017-09-12', '2017-09-17'] }, { preferredDates: /工作日/ }],
    ['a day beyond thirty', { preferredDates: ['2017-10-10'] }, { preferredDates: /工作日/ }],
    ['several mistakes at once', { areaId: 'pudong', subjectId: 'taxes', preferredDates: ['2017-09-07'] }, { areaId: /./, subjectId: /./, preferredDates: /./ }],
    ['a malformed credit code', { creditCode: '123' }, { creditCode: /18 位/ }],
    ['a field that the form does not have', { taxNumber: '1' }, { taxNumber: /没有这一项/ }],
    ['a list where a text belongs', { need: ['很多'] }, { need: /./ }],
  ])('refuses %s and changes nothing', async (_, values, expected) => {
    const firm = await server.as('firm');
    const before = await tableContents(server.db);
    const { code, fields = {} } = errorOf(await firm.call('request.submit', sampleRequest({ values })));
    expect(code).toBe('invalid_input');
    expect(Object.keys(fields).sort()).toEqual(Object.keys(expected).sort());
    for (const [field, message] of Object.entries(expected)) expect(fields[field]).toMatch(message);
    expect(await tableContents(server.db)).toEqual(before);
  });

  test('refuses a kind that there is not, and another campaign’s draft', async () => {
    const firm = await server.asGuest();
    expect(errorOf(await firm.call('request.submit', { ...sampleRequest(), kindId: 'loans' })).code).toBe('invalid_input');
    expect(errorOf(await firm.call('request.submit', sampleRequest({ campaignId: 'tianjin-2016' }))).code).toBe('campaign_mismatch');
    expect(errorOf(await server.call('request.form', { kindId: 'loans' })).code).toBe('not_found');
  });

  test.each([
    ['2017-08-31T23:59:59+08:00', /9 月 1 日/],
    ['2017-10-01T00:00:00+08:00', /9 月 30 日结束/],
  ])('is closed at %s', async (now, closedReason) => {
    server.clock.set(now);
    const firm = await server.asGuest();
    expect(errorOf(await firm.call('request.submit', sampleRequest()))).toMatchObject({ code: 'campaign_closed', message: textLike(closedReason) });
    expect(dataOf(await server.call('request.form', { kindId: 'expert-visit' }))).toMatchObject({ open: false, closedReason: textLike(closedReason) });
  });

  test('is open until the last midnight, for days after the end too', async () => {
    server.clock.set('2017-09-30T23:59:59+08:00');
    expect(dataOf(await server.call('request.form', { kindId: 'expert-visit' })).dates[0]).toBe('2017-10-10');
    expect((await fileRequest(await server.asGuest(), { values: { preferredDates: ['2017-10-10'] } })).preferredDates).toEqual(['2017-10-10']);
  });

  test('has one effect for one key, also in parallel', async () => {
    const firm = await server.asGuest();
    const key = 'one-request-0001';
    const replies = await Promise.all(Array.from({ length: 4 }, () => firm.call('request.submit', sampleRequest(), { key })));
    expect(new Set(replies.map((reply) => dataOf(reply).id)).size).toBe(1);
    expect(dataOf(await firm.call('request.mine', {})).requests).toHaveLength(1);
  });
});

/** Something that a field of this type takes. */
function sampleValue(id: string, type: string, firstChoice: string, min: number): string | string[] {
  const texts: Record<string, string | string[]> = {
    ...{ 'firm-name': '天津示例食品有限公司', 'credit-code': '91350100M000100Y43', 'contact-name': '示例联系人', phone: '13800001234', area: 'kaifaqu' },
    ...{ dates: ['2017-09-12'], date: '2017-09-12', number: String(Math.max(min, 1)), need: '想了解怎样做到同线、同标、同质。', choices: [firstChoice] },
  };
  return texts[type] ?? (['subject', 'choice'].includes(type) ? firstChoice : `示例内容，${id}。`.padEnd(Math.max(min, 1), '例'));
}
