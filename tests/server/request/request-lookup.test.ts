import { receiptNumber } from '../../../src/domain/request/receipt-number';
import { textLike, textWith } from '../../support/matchers';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';
import { fileRequest } from '../../support/samples/sample-request';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.clock.set('2017-09-07T09:00:00+08:00');
});

const lookUp = (number: string, phoneTail: string) => server.call('request.lookup', { receiptNumber: number, phoneTail });
const codeOf = async (number: string, phoneTail: string): Promise<string> => errorOf(await lookUp(number, phoneTail)).code;

describe('looking a request up by its receipt', () => {
  test('tells how far it is, in every spelling of the number', async () => {
    const { receiptNumber: number } = await fileRequest(await server.asGuest());
    const spelled = `${number.slice(0, 2).toLowerCase()} ${number.slice(2, 6)} ${number.slice(6)}`;
    expect(dataOf(await lookUp(spelled, '１２３４'))).toMatchObject({
      receiptNumber: number,
      state: 'submitted',
      officeName: '开发区检验检疫局',
      subject: '三同与出口转内销',
      promise: { kind: 'running', dueOn: '2017-09-14' },
    });
  });

  test('carries nothing personal, nothing the firm wrote and no note of an officer', async () => {
    const request = await fileRequest(await server.asGuest());
    const zone = await server.as('officer-development-zone');
    await zone.call('request.return', { id: request.id, version: 1, reason: '请示例联系人补充产品名称。' });
    const status = dataOf(await lookUp(request.receiptNumber, '1234'));
    expect(Object.keys(status).sort()).toEqual(
      ['kindId', 'next', 'officeName', 'outcome', 'promise', 'receiptNumber', 'state', 'stateLabel', 'subject', 'submittedAt', 'timeline', 'title'].sort(),
    );
    expect(status.timeline.map(({ note }) => note)).toEqual([null, null]);
    const bytes = JSON.stringify(status);
    for (const secret of ['示例', '1380000', '91350100M000100Y43', '同线', request.id]) expect(bytes).not.toContain(secret);
  });

  test('answers an unknown number and wrong digits alike', async () => {
    const { receiptNumber: number } = await fileRequest(await server.asGuest());
    const unknown = receiptNumber('ZY', '1701', 1);
    expect(await lookUp(unknown, '1234')).toEqual(await lookUp(number, '0000'));
    expect(errorOf(await lookUp(unknown, '1234'))).toMatchObject({ code: 'not_found', message: textLike(/受理编号.*后四位/) });
  });

  test('closes after five failures for an hour, even to the right digits', async () => {
    const { receiptNumber: number } = await fileRequest(await server.asGuest());
    const { receiptNumber: other } = await fileRequest(await server.asGuest());
    for (let failure = 0; failure < 5; failure += 1) expect(await codeOf(number, '0000')).toBe('not_found');
    expect(await codeOf(number, '1234')).toBe('too_many_tries');
    expect((await lookUp(other, '1234')).ok).toBe(true);
    server.clock.advance(59 * 60_000);
    expect(await codeOf(number, '1234')).toBe('too_many_tries');
    server.clock.advance(60_000);
    expect((await lookUp(number, '1234')).ok).toBe(true);
  });

  test('does not count what was right', async () => {
    const { receiptNumber: number } = await fileRequest(await server.asGuest());
    for (let time = 0; time < 8; time += 1) expect((await lookUp(number, '1234')).ok).toBe(true);
  });

  test('lets no more through when tried in parallel', async () => {
    const { receiptNumber: number } = await fileRequest(await server.asGuest());
    const replies = await Promise.all(Array.from({ length: 20 }, (_, tail) => lookUp(number, String(tail).padStart(4, '0'))));
    const inParallel = replies.filter((reply) => errorOf(reply).code === 'not_found').length;
    let afterwards = 0;
    while ((await codeOf(number, '0000')) === 'not_found') afterwards += 1;
    expect(inParallel + afterwards).toBe(5);
    expect(await codeOf(number, '1234')).toBe('too_many_tries');
  });

  test('tells a slip of the pen apart, and counts nothing for it', async () => {
    const { receiptNumber: number } = await fileRequest(await server.asGuest());
    const slip = `${number.slice(0, -1)}${(Number(number.slice(-1)) + 1) % 10}`;
    const refusal = errorOf(await lookUp(slip, '1234'));
    expect(refusal).toMatchObject({ code: 'invalid_input', fields: { receiptNumber: textWith('某一位') } });
    expect(await server.db.selectFrom('lookupFailure').select('id').where('receiptNumber', '=', slip).execute()).toEqual([]);
  });
});
