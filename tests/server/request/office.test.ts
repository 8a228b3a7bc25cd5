import { readSheet } from 'read-excel-file/node';
import { unzipSync } from 'fflate';
import { randomUUID } from 'node:crypto';
import { requestColumns } from '../../../server/storage/request/request-store';
import { refusedUnchanged } from '../../support/refused';
import { at, castOf, done, inState, letIn, type Cast } from '../../support/samples/request-case';
import { fileRequest } from '../../support/samples/sample-request';
import { errorOf, startTestServer, type TestServer } from '../../support/server';

let server: TestServer;
let cast: Cast;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.clock.set('2017-09-07T09:00:00+08:00');
  cast = await castOf(server);
  await server.db.deleteFrom('serviceRequest').execute();
});

describe('accepting several at once', () => {
  test('accepts what can be, and names and leaves the rest', async () => {
    const [one, two, changed, elsewhere] = [await fileRequest(cast.owner), await fileRequest(cast.stranger), await inState(server, cast, 'returned'), await fileRequest(cast.owner, { values: { areaId: 'baodi' } })];
    const nowhere = randomUUID();
    const requests = [at(one), at(two), at(changed), at(elsewhere), { id: nowhere, version: 1 }];
    const { accepted, refused } = await done(cast.zone, 'request.accept-many', { requests });
    expect([...accepted].sort()).toEqual([one.id, two.id].sort());
    expect(new Map(refused.map(({ id, message }) => [id, message]))).toEqual(
      new Map([
        [changed.id, '这份申请刚刚有了变化，请刷新后再操作。'],
        [elsewhere.id, '没有找到这份申请。'],
        [nowhere, '没有找到这份申请。'],
      ]),
    );
    expect(await done(cast.zone, 'request.get', { id: changed.id })).toMatchObject({ state: 'returned', version: changed.version });
    expect(await done(cast.owner, 'request.get', { id: one.id })).toMatchObject({ state: 'accepted', promise: { what: 'conclude' } });
    const rows = await server.db.selectFrom('audit').select('about').where('action', '=', 'request.accept-many').execute();
    expect(rows.map(({ about }) => about).sort()).toEqual([...accepted].sort());
  });

  test('refuses the same one twice, and more than thirty', async () => {
    const one = at(await fileRequest(cast.owner));
    await refusedUnchanged(server, 'invalid_input', () => cast.zone.call('request.accept-many', { requests: [one, one] }));
    const many = Array.from({ length: 31 }, () => ({ id: randomUUID(), version: 1 }));
    await refusedUnchanged(server, 'invalid_input', () => cast.zone.call('request.accept-many', { requests: many }));
  });

  test('by two officers with the same list accepts each once', async () => {
    const requests = [];
    for (let count = 0; count < 4; count += 1) requests.push(at(await fileRequest(cast.owner)));
    const replies = await Promise.all([done(cast.zone, 'request.accept-many', { requests }), done(cast.zone, 'request.accept-many', { requests: [...requests].reverse() })]);
    expect(replies.flatMap(({ accepted }) => accepted).sort()).toEqual(requests.map(({ id }) => id).sort());
  });
});

describe('duplicates', () => {
  const need = '想了解即食海苔转内销时标签怎样做到同线同标同质。';

  test('are suggested by firm, kind and likeness, of offices the caller answers for', async () => {
    const request = await fileRequest(cast.owner, { values: { need } });
    const like = await fileRequest(cast.stranger, { values: { need: '即食海苔转内销，标签怎样做到同标同质？想请专家讲讲。' } });
    await fileRequest(cast.owner, { values: { need: '通关时报检流程耗时较长，希望改进。' } });
    await fileRequest(cast.owner, { values: { need, creditCode: '91120116MA05J8KX0M' }, creditCodeConfirmed: true });
    const elsewhere = await fileRequest(cast.owner, { values: { need, areaId: 'baodi' } });
    await done(cast.owner, 'request.withdraw', at(await fileRequest(cast.owner, { values: { need } })));
    const { requests } = await done(cast.zone, 'request.similar', { id: request.id });
    expect(requests.map(({ id }) => id)).toEqual([like.id]);
    expect(requests[0]).toMatchObject({ version: 1, firmName: '天津示例食品有限公司', stateLabel: '已提交，等待受理', excerpt: '即食海苔转内销，标签怎样做到同标同质？想请专家讲讲。' });
    expect(requests[0]?.likeness).toBeGreaterThan(0.4);
    expect((await done(cast.dispatcher, 'request.similar', { id: request.id })).requests.map(({ id }) => id)).toEqual([elsewhere.id, like.id]);
    expect(errorOf(await cast.baodi.call('request.similar', { id: request.id })).code).toBe('not_found');
  });

  test('merged: its people follow the other one, its own page says where it went', async () => {
    const into = await fileRequest(cast.owner);
    const duplicate = await fileRequest(cast.stranger);
    await letIn(cast.stranger, cast.colleague, duplicate);
    await letIn(cast.stranger, cast.owner, duplicate);
    const { version } = await done(cast.zone, 'request.get', { id: duplicate.id });
    const merged = await done(cast.zone, 'request.merge', { id: duplicate.id, version, intoId: into.id });
    expect(merged).toMatchObject({ state: 'merged', mergedInto: into.receiptNumber, promise: { kind: 'ended' }, moves: [] });
    for (const [person, actors] of [[cast.stranger, ['follower']], [cast.colleague, ['follower']], [cast.owner, ['owner']]] as const) {
      expect((await done(person, 'request.get', { id: into.id })).actors).toEqual(actors);
    }
    expect(await done(cast.owner, 'request.get', { id: into.id })).toMatchObject({ state: 'submitted', version: 1, followerCount: 2 });
    expect((await done(cast.owner, 'request.get', { id: into.id })).timeline.at(-1)).toMatchObject({ kind: 'merged-in', by: '开发区检验检疫局' });
  });

  test.each<[string, (cast: Cast) => Promise<{ into: { id: string }; code: 'invalid_input' | 'not_found' }>]>([
    ['another firm’s', async ({ owner }) => ({ into: await fileRequest(owner, { values: { creditCode: '91120116MA05J8KX0M' }, creditCodeConfirmed: true }), code: 'invalid_input' })],
    ['one of another office', async ({ owner }) => ({ into: await fileRequest(owner, { values: { areaId: 'baodi' } }), code: 'not_found' })],
    ['one that has ended', async (people) => ({ into: await inState(server, people, 'withdrawn'), code: 'invalid_input' })],
    ['one that there is not', () => Promise.resolve({ into: { id: randomUUID() }, code: 'not_found' })],
  ])('is not merged into %s', async (_, make) => {
    const request = await fileRequest(cast.owner);
    const { into, code } = await make(cast);
    await refusedUnchanged(server, code, () => cast.zone.call('request.merge', { ...at(request), intoId: into.id }));
  });

  test('is not merged into itself, nor by anybody into an anonymous one', async () => {
    const request = await fileRequest(cast.owner);
    await refusedUnchanged(server, 'invalid_input', () => cast.zone.call('request.merge', { ...at(request), intoId: request.id }));
    const clue = { subjectId: 'counterfeit', product: '示例牌插座', place: '示例市场 3 号摊', need: '外壳没有认证标志，价格偏低。' };
    const file = () => done(cast.owner, 'request.submit', { campaignId: 'tianjin-2017', kindId: 'clue-report', values: clue, anonymous: true, consent: true });
    const [one, other] = [await file(), await file()];
    await refusedUnchanged(server, 'invalid_input', () => cast.bureau.call('request.merge', { ...at(one), intoId: other.id }));
    expect((await done(cast.bureau, 'request.similar', { id: one.id })).requests).toEqual([]);
  });

  test('two merges into each other: one happens', async () => {
    const [one, other] = [await fileRequest(cast.owner), await fileRequest(cast.stranger)];
    const replies = await Promise.all([cast.zone.call('request.merge', { ...at(one), intoId: other.id }), cast.zone.call('request.merge', { ...at(other), intoId: one.id })]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe('the dashboard', () => {
  test('counts what the offices have, how old it is and what was kept', async () => {
    await inState(server, cast, 'confirmed');
    const late = await inState(server, cast, 'accepted');
    await fileRequest(cast.owner, { values: { areaId: 'baodi' } });
    server.clock.set('2017-09-18T09:00:00+08:00');
    cast = await castOf(server);
    await fileRequest(cast.owner, { values: { preferredDates: ['2017-09-22'] } });
    await done(cast.zone, 'request.conclude', { ...at(late), outcome: 'resolved', reply: '已经解决问题。' });

    const zone = await done(cast.zone, 'request.dashboard', {});
    expect(zone.totals).toEqual({ open: 1, waiting: 1, overdue: 0, concluded: 2 });
    expect(zone.byOffice).toEqual([{ officeId: 'development-zone', name: '开发区检验检疫局', open: 1, overdue: 0, closed: 2 }]);
    const all = await done(cast.dispatcher, 'request.dashboard', {});
    expect(all.totals).toEqual({ open: 2, waiting: 2, overdue: 1, concluded: 2 });
    expect(all.byOffice.find(({ officeId }) => officeId === 'baodi')).toMatchObject({ open: 1, overdue: 1, closed: 0 });
    expect(all.byKind.find(({ kindId }) => kindId === 'expert-visit')).toEqual({ kindId: 'expert-visit', title: '请专家上门', open: 2, overdue: 1, closed: 2 });
    expect(Object.fromEntries(all.byState.filter(({ count }) => count > 0).map(({ state, count }) => [state, count]))).toEqual({ submitted: 2, concluded: 1, confirmed: 1 });
    expect(all.ages.map(({ count }) => count)).toEqual([1, 0, 1, 0, 0]);
    expect(all.promises).toEqual({ kept: 2, missed: 0 });
    expect((await done(cast.dispatcher, 'request.dashboard', { officeId: 'baodi' })).totals.open).toBe(1);
    for (const input of [{ officeId: 'baodi' }, {}]) expect(errorOf(await (input.officeId ? cast.zone : cast.expert).call('request.dashboard', input)).code).toBe('forbidden');
  });

  test('counts whether it helped', async () => {
    await inState(server, cast, 'confirmed');
    server.clock.advance(30 * 86_400_000);
    await server.application.runRequests();
    cast = await castOf(server);
    const [{ id } = { id: '' }] = (await done(cast.owner, 'request.mine', {})).requests;
    await done(cast.owner, 'survey.answer', { id, round: 30, helped: 'yes' });
    expect((await done(cast.zone, 'request.dashboard', {})).helped).toEqual({ yes: 1, partly: 0, no: 0 });
  });
});

describe('the Excel export', () => {
  test('has what the list has, no contacts, and nothing that Excel would calculate', async () => {
    await fileRequest(cast.owner, { values: { firmName: '=HYPERLINK("示例")' } });
    await fileRequest(cast.owner, { values: { firmName: '+@-示例公司' } });
    const accepted = await inState(server, cast, 'accepted');
    const { name, base64, rowCount } = await done(cast.zone, 'request.export', {});
    expect([name, rowCount]).toEqual(['企业申请-2017-09-07.xlsx', 3]);
    const bytes = Buffer.from(base64, 'base64');
    const rows = await readSheet(bytes);
    expect(rows[0]).toEqual(['受理编号', '事项', '方面', '企业', '状态', '办理单位', '提交时间', '承诺日期', '剩余工作日', '暂停计时', '结果', '曾超过承诺期限']);
    expect(rows.slice(1).map((row) => row[3]).sort()).toEqual(['+@-示例公司', '=HYPERLINK("示例")', '天津示例食品有限公司']);
    const listed = rows.find((row) => row[0] === accepted.receiptNumber.replace(/^(..)(....)(...)(...)$/, '$1 $2 $3 $4'));
    expect(listed?.slice(1)).toEqual(['请专家上门', '三同与出口转内销', '天津示例食品有限公司', '已受理', '开发区检验检疫局', '2017-09-07 09:00', '2017-10-25', 30, null, null, '否']);
    const parts = Object.entries(unzipSync(bytes)).map(([part, content]) => `${part} ${Buffer.from(content).toString('utf8')}`).join();
    expect(parts).not.toMatch(/<f>|13800001234|示例联系人/);
  });

  test('is narrowed as the list is, and says when it is not the whole', async () => {
    await inState(server, cast, 'declined');
    await fileRequest(cast.owner);
    expect((await done(cast.zone, 'request.export', { state: 'closed' })).rowCount).toBe(1);
    expect((await done(cast.zone, 'request.export', { state: 'returned' })).rowCount).toBe(0);
    const row = await server.db.selectFrom('serviceRequest').select(requestColumns).where('state', '=', 'submitted').executeTakeFirstOrThrow();
    const { preferredDates, answers, personalAnswers, ...columns } = row;
    const copies = Array.from({ length: 2000 }, (_, index) => ({
      ...columns,
      ...{ id: randomUUID(), receiptNumber: `ZY1708${String(index).padStart(6, '0')}` },
      ...{ preferredDates: JSON.stringify(preferredDates), answers: JSON.stringify(answers), personalAnswers: JSON.stringify(personalAnswers) },
    }));
    for (let from = 0; from < copies.length; from += 500) await server.db.insertInto('serviceRequest').values(copies.slice(from, from + 500)).execute();
    const { name, base64, rowCount } = await done(cast.zone, 'request.export', {});
    expect([name, rowCount]).toEqual(['企业申请-2017-09-07-前2000份.xlsx', 2000]);
    expect((await readSheet(Buffer.from(base64, 'base64'))).at(-1)?.[0]).toMatch(/超过 2000 份/);
  });

  test('is for those who answer for an office', async () => {
    for (const caller of [cast.expert, cast.administrator, cast.owner]) expect(errorOf(await caller.call('request.export', {})).code).toBe('forbidden');
  });
});
