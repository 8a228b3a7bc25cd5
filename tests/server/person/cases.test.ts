import { erasePersonalData } from '../../../server/storage/request/erasure-store';
import { filesFolder, uploaded } from '../../support/samples/attached';
import { someText } from '../../support/matchers';
import { at, castOf, done, inState, letIn, type Cast } from '../../support/samples/request-case';
import { fileRequest, sampleCompletion } from '../../support/samples/sample-request';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

const DAY = 86_400_000;
const folder = filesFolder();

let server: TestServer;
let cast: Cast;
beforeAll(async () => {
  server = await startTestServer({ configuration: { files: { kind: 'disk', folder: folder.path } } });
});
afterAll(async () => {
  await server.close();
  folder.remove();
});
beforeEach(async () => {
  server.clock.set('2017-09-07T09:00:00+08:00');
  cast = await castOf(server);
});

describe('what a person did in cases', () => {
  test('is exported: words, what they follow, what they were asked', async () => {
    const [firm, colleague] = [await server.asGuest(), await server.asGuest()];
    const request = await fileRequest(firm);
    await letIn(firm, colleague, request);
    await done(firm, 'request.say', { id: request.id, text: '请问要准备什么？' });
    await done(colleague, 'request.say', { id: request.id, text: '我们还有检测报告。' });
    const accepted = await done(cast.zone, 'request.accept', at(request));
    await done(cast.zone, 'request.conclude', { ...at(accepted), outcome: 'resolved', reply: '问题已经解决。' });
    server.clock.advance(30 * DAY);
    await server.application.runRequests();
    await done(firm, 'survey.answer', { id: request.id, round: 30, helped: 'yes', comment: '很有帮助。' });

    const number = someText;
    const [own, theirs] = [await done(firm, 'person.export', {}), await done(colleague, 'person.export', {})];
    expect(own.caseMessages).toEqual([{ 受理编号: number, 时间: '2017-09-07T09:00:00+08:00', 谁能看到: '所有参与的人', 内容: '请问要准备什么？' }]);
    expect(own.surveys).toMatchObject([{ 办结后天数: 30, 是否有帮助: '有帮助', 补充说明: '很有帮助。' }]);
    expect([own.followings, own.requests.length]).toEqual([[], 1]);
    expect(theirs.caseMessages.map((entry) => entry['内容'])).toEqual(['我们还有检测报告。']);
    expect(theirs.followings).toEqual([{ 受理编号: number, 开始跟进: '2017-09-07T09:00:00+08:00' }]);
    expect([theirs.surveys, theirs.requests]).toEqual([[], []]);
  });

  test('as an expert is exported: the profile and the leave', async () => {
    await done(cast.expert, 'expert.set-leave', { halves: [{ date: '2017-09-20', half: 'pm' }], away: true });
    const [profile] = (await done(cast.expert, 'person.export', {})).expertProfiles;
    expect(profile).toMatchObject({ 活动: '2017 年“质量月”', 姓名: someText, 参加安排: true, 请假: ['2017-09-20 下午'] });
    expect((await done(cast.zone, 'person.export', {})).expertProfiles).toEqual([]);
  });

  test('goes with an owner: words and open invitations; colleagues still see the case, without what was written', async () => {
    const firm = await server.asGuest();
    const request = await inState(server, { ...cast, owner: firm }, 'accepted');
    await letIn(firm, cast.colleague, request);
    const { token } = await done(firm, 'request.invite', { id: request.id });
    await done(firm, 'request.say', { id: request.id, text: '我是示例联系人，电话没变。' });
    await done(cast.zone, 'request.say', { id: request.id, text: '示例联系人您好，已收到。' });
    await done(firm, 'request.say', { id: request.id, text: '还有照片。', attachmentIds: [await uploaded(server, firm)] });

    await done(firm, 'person.delete', { confirm: true });
    const contents = await tableContents(server.db);
    for (const [table, rows] of Object.entries(contents)) expect([table, table !== 'audit' && rows.some((one) => one.includes(firm.person.id))]).toEqual([table, false]);
    for (const words of ['电话没变', '示例联系人您好', '还有照片']) expect(JSON.stringify(contents)).not.toContain(words);
    expect(await done(cast.colleague, 'request.get', { id: request.id })).toMatchObject({ state: 'accepted', actors: ['follower'], messages: [], attachments: [], mayWrite: false });
    expect((await done(cast.colleague, 'request.mine', {})).requests.map(({ id }) => id)).toContain(request.id);
    expect(errorOf(await (await server.asGuest()).call('request.follow', { token: token ?? '' })).code).toBe('not_found');
    // Nobody is asked about it any more.
    const accepted = await done(cast.zone, 'request.get', { id: request.id });
    await done(cast.zone, 'request.conclude', { ...at(accepted), outcome: 'resolved', reply: '已经办完。' });
    server.clock.advance(40 * DAY);
    await server.application.runRequests();
    expect(await server.db.selectFrom('requestSurvey').selectAll().where('requestId', '=', request.id).execute()).toEqual([]);
  });

  test('goes with an owner from what was written down on site, too', async () => {
    const firm = await server.asGuest();
    const request = await inState(server, { ...cast, owner: firm }, 'scheduled');
    const promises = [{ text: '向示例联系人寄送样稿', by: 'expert', dueOn: '2017-09-20' } as const];
    await done(cast.expert, 'visit.record', { requestId: request.id, version: request.version, findings: '示例联系人介绍了产线。', policies: '', promises });
    await done(firm, 'person.delete', { confirm: true });
    expect(JSON.stringify(await tableContents(server.db))).not.toMatch(/示例联系人介绍|向示例联系人/);
    expect((await done(cast.dispatcher, 'request.get', { id: request.id })).visit).toMatchObject({ state: 'done', record: { findings: '', promises: [] } });
  });

  test('goes with a colleague: what they wrote, also where an office’s repeated call would still say it', async () => {
    const colleague = await server.asGuest();
    const request = await fileRequest(cast.owner);
    await letIn(cast.owner, colleague, request);
    await done(colleague, 'request.say', { id: request.id, text: '我是王同事，请联系我。' });
    await done(cast.zone, 'request.accept', at(request));
    expect(JSON.stringify(await tableContents(server.db))).toContain('王同事');
    await done(colleague, 'person.delete', { confirm: true });
    expect(JSON.stringify(await tableContents(server.db))).not.toContain('王同事');
    expect(await done(cast.owner, 'request.get', { id: request.id })).toMatchObject({ followerCount: 0, messages: [] });
  });

  test('stays of an officer and an expert, without their names', async () => {
    const request = await inState(server, cast, 'assigned');
    await done(cast.zone, 'request.say', { id: request.id, text: '请准备产品标签。' });
    await done(cast.expert, 'request.say', { id: request.id, text: '我周二上午到。' });
    await done(cast.expert, 'person.delete', { confirm: true });
    await done(cast.zone, 'person.delete', { confirm: true });
    const seen = await done(cast.owner, 'request.get', { id: request.id });
    expect(seen.messages.map(({ by, text }) => [by, text])).toEqual([
      ['开发区检验检疫局', '请准备产品标签。'],
      ['专家', '我周二上午到。'],
    ]);
    expect(await done(cast.dispatcher, 'request.get', { id: request.id })).toMatchObject({ state: 'assigned', office: { expertId: cast.expertId } });
  });
});

describe('retention', () => {
  const personal = async ({ id }: { id: string }) => (await done(cast.owner, 'request.get', { id })).fields.map((field) => field.id).filter((field) => ['contactName', 'phone'].includes(field));

  test('erases who it was, after each request’s own days from its end, and nothing else', async () => {
    const [early, late, open] = [await inState(server, cast, 'withdrawn'), await inState(server, cast, 'withdrawn'), await fileRequest(cast.owner)];
    await server.db.updateTable('serviceRequest').set({ retentionDays: 200 }).where('id', '=', late.id).execute();
    const after = (days: number) => new Date(server.clock.now().getTime() + days * DAY);
    expect(await erasePersonalData(server.db, after(90))).toBe(0);
    expect(await erasePersonalData(server.db, new Date(after(90).getTime() + 1))).toBeGreaterThan(0);
    expect(await erasePersonalData(server.db, new Date(after(90).getTime() + 1))).toBe(0);
    expect([await personal(early), await personal(late), await personal(open)]).toEqual([[], ['contactName', 'phone'], ['contactName', 'phone']]);
    const seen = await done(cast.owner, 'request.get', { id: early.id });
    expect(seen).toMatchObject({ firmName: '天津示例食品有限公司', state: 'withdrawn' });
    expect(seen.fields.map(({ id }) => id)).toContain('need');
  });

  test('takes the files too, and what is reopened afterwards is kept anew until its own end', async () => {
    const [owner] = [cast.owner];
    const concluded = await inState(server, cast, 'concluded');
    await done(owner, 'request.say', { id: concluded.id, text: '有一张照片。', attachmentIds: [await uploaded(server, owner)] });
    server.clock.advance(91 * DAY);
    cast = await castOf(server);
    await server.application.keepHouse();
    const erased = await done(cast.owner, 'request.get', { id: concluded.id });
    expect(erased).toMatchObject({ mayWrite: false, messages: [{ text: '有一张照片。', attachments: [] }] });

    const reopened = await done(cast.owner, 'request.reopen', { ...at(erased), reason: '问题又出现了。' });
    const returned = await done(cast.bureau, 'request.return', { ...at(reopened), reason: '请补充联系方式。' });
    const dates = dataOf(await server.call('request.form', { kindId: 'expert-visit' })).dates.slice(0, 1);
    await done(cast.owner, 'request.complete', sampleCompletion({ ...at(returned), values: { preferredDates: dates } }));
    await server.application.keepHouse();
    expect(await personal(concluded)).toEqual(['contactName', 'phone']);
    await done(cast.owner, 'request.withdraw', { id: concluded.id, version: returned.version + 1 });
    server.clock.advance(91 * DAY);
    cast = await castOf(server);
    await server.application.keepHouse();
    expect(await personal(concluded)).toEqual([]);
  });
});
