import { erasePersonalData } from '../../server/storage/stores/request-store';
import { listWith, someText } from '../support/matchers';
import { dataOf, errorOf, startTestServer, type TestServer } from '../support/server';
import { fileRequest, sampleCompletion } from '../support/sample-request';
import { tableContents } from '../support/table-contents';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(() => {
  server.clock.set('2017-09-07T09:00:00+08:00');
});

describe('who one is', () => {
  test('nobody, with the clock and the personas of the demo', async () => {
    expect(dataOf(await server.call('person.me', {}))).toMatchObject({
      clock: { now: '2017-09-07T09:00:00+08:00', demo: true },
      person: null,
      offices: [],
      requestCount: 0,
      wrongQuestionCount: 0,
      personas: listWith([{ id: 'officer-bureau', name: someText, summary: someText }]),
    });
  });

  test('somebody, with what waits', async () => {
    const firm = await server.asGuest();
    await fileRequest(firm, { areaId: 'donggang' });
    expect(dataOf(await firm.call('person.me', {}))).toMatchObject({ person: firm.person, requestCount: 1, offices: [] });
    const officer = await server.as('officer-donggang');
    expect(dataOf(await officer.call('person.me', {})).offices).toEqual([{ id: 'donggang', name: '东港检验检疫局', waitingCount: 1 }]);
  });
});

describe('what is kept about a person', () => {
  test('is exported whole, in words a person reads, without anybody else’s and without a key', async () => {
    const firm = await server.as('firm');
    const other = await server.as('firm-2');
    const request = await fileRequest(firm);
    await fileRequest(other, { firmName: '另一家示例企业', contactName: '别人' });
    const zone = await server.as('officer-development-zone');
    await zone.call('request.return', { id: request.id, version: 1, reason: '请补充产品的名称。' });
    const practice = dataOf(await firm.call('practice.start', { from: 'topic', topicId: 'quality-basics' }));
    const [question] = practice.questions;
    for (const chosen of [[0]]) await firm.call('practice.answer', { practiceId: practice.id, questionId: question?.id ?? '', chosen });

    const data = dataOf(await firm.call('person.export', {}));
    expect(data).toMatchObject({ exportedAt: '2017-09-07T09:00:00+08:00', person: firm.person, identities: [{ 来源: '演示', 标识: 'firm' }], roles: [] });
    expect(data.sessions.length).toBeGreaterThan(0);
    expect(data.requests).toHaveLength(1);
    expect(data.requests[0]).toMatchObject({ 企业名称: '天津示例食品有限公司', 联系人: '示例联系人', 联系电话: '13800001234', 所在区域: '开发区', 状态: '退回补充' });
    expect(data.requests[0]?.['办理过程']).toMatchObject([{ 事项: '已提交' }, { 事项: '退回补充', 说明: '请补充产品的名称。' }]);
    expect(data.practices).toHaveLength(1);
    expect(JSON.stringify(data)).not.toContain('别人');
    expect(Object.keys(data.practices[0] ?? {})).toEqual(['练习', '开始时间', '完成时间', '题目']);
    expect(data.practices[0]?.['题目']).toHaveLength(10);
    for (const word of ['explanation', '"key"', 'optionOrder']) expect(JSON.stringify(data)).not.toContain(word);
  });

  test('is deleted: person, identity, sessions and practice go, requests stay without anything personal', async () => {
    const firm = await server.as('firm');
    const zone = await server.as('officer-development-zone');
    const [open, accepted, returned] = [await fileRequest(firm), await fileRequest(firm), await fileRequest(firm)];
    await zone.call('request.accept', { id: accepted.id, version: 1 });
    await zone.call('request.return', { id: returned.id, version: 1, reason: '请示例联系人补充产品名称。' });
    await firm.call('practice.start', { from: 'topic', topicId: 'quality-basics' });

    expect(dataOf(await firm.call('person.delete', { confirm: true }, { key: 'delete-me-0001' }))).toEqual({ deleted: true });
    const contents = await tableContents(server.db);
    for (const [table, rows] of Object.entries(contents)) {
      if (rows.some((row) => row.includes(firm.person.id))) throw new Error(`${table} still names the person.`);
    }
    const everything = JSON.stringify(contents);
    for (const personal of ['示例联系人', '13800001234', '同线、同标、同质。']) {
      // What the other firm of this suite filed is its own.
      const rows = (contents.serviceRequest ?? []).filter((row) => [open, accepted, returned].some(({ id }) => row.includes(id)));
      expect(rows).toHaveLength(3);
      expect(rows.join()).not.toContain(personal);
    }
    expect(everything).not.toContain('请示例联系人补充产品名称');

    const seen = await Promise.all([open, accepted, returned].map(async ({ id }) => dataOf(await zone.call('request.get', { id }))));
    expect(seen.map(({ state }) => state)).toEqual(['withdrawn', 'accepted', 'withdrawn']);
    expect(seen[0]?.timeline.at(-1)).toMatchObject({ title: '已撤回', by: '企业' });
    expect(seen.every(({ contactName, phone, need }) => contactName === null && phone === null && need === '')).toBe(true);
    expect(errorOf(await server.call('request.lookup', { receiptNumber: accepted.receiptNumber, phoneTail: '1234' })).code).toBe('not_found');

    expect(errorOf(await firm.call('person.delete', { confirm: true }, { key: 'delete-me-0001' })).code).toBe('session_expired');
    // Coming back, it is somebody new.
    expect((await server.as('firm')).person.id).not.toBe(firm.person.id);
  });

  test('is deleted together with what is filed in the same moment, or that is refused', async () => {
    const firm = await server.asGuest();
    await fileRequest(firm);
    const [deleted] = await Promise.all([firm.call('person.delete', { confirm: true }), fileRequest(firm).catch(() => null)]);
    expect(deleted.ok).toBe(true);
    const rows = await server.db.selectFrom('serviceRequest').select('phone').where('personId', '=', firm.person.id).execute();
    expect(rows).toEqual([]);
  });

  test('is not deleted without a word of confirmation', async () => {
    const firm = await server.asGuest();
    const before = await tableContents(server.db);
    const reply = await firm.call('person.delete', { confirm: false as unknown as true });
    expect(errorOf(reply)).toMatchObject({ code: 'invalid_input', fields: { confirm: someText } });
    expect(await tableContents(server.db)).toEqual(before);
  });
});

describe('retention', () => {
  test('erases contact and phone of what was closed before a day, and nothing else', async () => {
    const firm = await server.asGuest();
    const [early, late, open] = [await fileRequest(firm), await fileRequest(firm), await fileRequest(firm)];
    await firm.call('request.withdraw', { id: early.id, version: 1 });
    server.clock.set('2017-09-08T09:00:00+08:00');
    const zone = await server.as('officer-development-zone');
    await zone.call('request.accept', { id: late.id, version: 1 });
    await server.db.updateTable('serviceRequest').set({ phone: null }).where('personId', 'is', null).execute();

    expect(await erasePersonalData(server.db, new Date('2017-09-08T08:59:59+08:00'))).toBe(1);
    expect(await erasePersonalData(server.db, new Date('2017-09-08T08:59:59+08:00'))).toBe(0);
    const seen = await Promise.all([early, late, open].map(async ({ id }) => dataOf(await firm.call('request.get', { id }))));
    expect(seen.map(({ contactName, phone }) => [contactName, phone])).toEqual([
      [null, null],
      ['示例联系人', '13800001234'],
      ['示例联系人', '13800001234'],
    ]);
    expect(seen[0]?.firmName).toBe('天津示例食品有限公司');
  });

  test('leaves a returned request that was completed open', async () => {
    const firm = await server.asGuest();
    const zone = await server.as('officer-development-zone');
    const request = await fileRequest(firm);
    await zone.call('request.return', { id: request.id, version: 1, reason: '请补充产品的名称。' });
    await firm.call('request.complete', sampleCompletion({ id: request.id, version: 2 }));
    await erasePersonalData(server.db, new Date('2027-01-01T00:00:00+08:00'));
    expect(dataOf(await firm.call('request.get', { id: request.id })).phone).toBe('13800001234');
  });
});
