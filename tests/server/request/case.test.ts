import type { RequestView } from '../../../src/contract/request/request';
import { filesFolder, uploaded } from '../../support/samples/attached';
import { refusedUnchanged } from '../../support/refused';
import { at, castOf, done, inState, letIn, type Cast } from '../../support/samples/request-case';
import { fileRequest } from '../../support/samples/sample-request';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
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

const words = ({ messages }: RequestView) => messages.map(({ by, text, mine }) => [by, text, mine]);
const seenBy = (caller: TestCaller, { id }: Pick<RequestView, 'id'>) => done(caller, 'request.get', { id });
const toldOf = async (caller: TestCaller, { id }: Pick<RequestView, 'id'>): Promise<string[]> => {
  const rows = await server.db.selectFrom('message').select(['title', 'route', 'text']).where('personId', '=', caller.person.id).where('requestId', '=', id).orderBy('at').execute();
  return rows.map(({ title }) => title);
};
const unanswered = async (caller: TestCaller, { id }: RequestView): Promise<boolean | undefined> => {
  const rows = (await done(caller, 'request.inbox', { state: 'submitted' })).requests;
  return rows.find((row) => row.id === id)?.unanswered;
};

describe('talking in a case', () => {
  test('everybody reads who spoke for whom, and the other side is told', async () => {
    const request = await inState(server, cast, 'assigned');
    await done(cast.owner, 'request.say', { id: request.id, text: '请问要准备什么？' });
    await done(cast.zone, 'request.say', { id: request.id, text: '请准备产品标签。' });
    await done(cast.expert, 'request.say', { id: request.id, text: '也请准备检测报告。' });
    await done(cast.dispatcher, 'request.say', { id: request.id, text: '有困难请联系我们。' });
    const seen = words(await seenBy(cast.owner, request));
    expect(seen).toEqual([
      ['企业', '请问要准备什么？', true],
      ['开发区检验检疫局', '请准备产品标签。', false],
      ['专家', '也请准备检测报告。', false],
      ['天津出入境检验检疫局', '有困难请联系我们。', false],
    ]);
    expect((await toldOf(cast.owner, request)).filter((title) => title === '有新的留言')).toHaveLength(3);
    expect((await toldOf(cast.zone, request)).filter((title) => title === '有新的留言')).toHaveLength(1);
  });

  test('what is written inside the firm never sees, and nobody of the firm may write there', async () => {
    const request = await inState(server, cast, 'assigned');
    await letIn(cast.owner, cast.colleague, request);
    await done(cast.zone, 'request.say', { id: request.id, text: '这家企业去年来过。', audience: 'inside' });
    await done(cast.expert, 'request.say', { id: request.id, text: '我下周去看。', audience: 'inside' });
    for (const insider of [cast.zone, cast.dispatcher, cast.expert]) expect((await seenBy(insider, request)).messages.map(({ text }) => text)).toEqual(['这家企业去年来过。', '我下周去看。']);
    for (const firm of [cast.owner, cast.colleague]) {
      expect((await seenBy(firm, request)).messages).toEqual([]);
      await refusedUnchanged(server, 'forbidden', () => firm.call('request.say', { id: request.id, text: '里面说了什么？', audience: 'inside' }));
    }
    expect(await toldOf(cast.owner, request)).not.toContain('有新的留言');
  });

  test('the inbox shows what waits for an answer, until one is given; a note is none', async () => {
    const request = await fileRequest(cast.owner);
    expect(await unanswered(cast.zone, request)).toBe(false);
    const { version } = await done(cast.owner, 'request.say', { id: request.id, text: '请问收到了吗？' });
    expect(await unanswered(cast.zone, request)).toBe(true);
    await done(cast.zone, 'request.say', { id: request.id, text: '已收到，内部核对。', audience: 'inside' });
    expect(await unanswered(cast.zone, request)).toBe(true);
    await done(cast.zone, 'request.say', { id: request.id, text: '收到了。' });
    expect(await unanswered(cast.zone, request)).toBe(false);
    // Words never conflict with what somebody else is about to do.
    expect(version).toBe(request.version);
    await done(cast.zone, 'request.accept', at(request));
  });

  test('with photos, each once; a refused one leaves no message', async () => {
    const request = await fileRequest(cast.owner);
    const photo = await uploaded(server, cast.owner);
    const { messages } = await done(cast.owner, 'request.say', { id: request.id, text: '补一张照片。', attachmentIds: [photo] });
    expect(messages[0]?.attachments.map(({ id }) => id)).toEqual([photo]);
    await refusedUnchanged(server, 'invalid_input', () => cast.owner.call('request.say', { id: request.id, text: '再发一次。', attachmentIds: [photo] }));
  });

  test('shows in one’s own list as news, to each until that one has read it', async () => {
    const [first, second] = [await fileRequest(cast.owner), await fileRequest(cast.owner)];
    await letIn(cast.owner, cast.colleague, first);
    const withNews = async (caller: TestCaller) => (await done(caller, 'request.mine', {})).requests.filter(({ unanswered: news }) => news).map(({ id }) => id);
    const before = await withNews(cast.owner);
    await done(cast.owner, 'request.say', { id: first.id, text: '请问收到了吗？' });
    expect(await withNews(cast.owner)).toEqual(before);
    for (const { id } of [first, second]) await done(cast.zone, 'request.say', { id, text: '收到了。' });
    expect((await withNews(cast.owner)).sort()).toEqual([...before, first.id, second.id].sort());
    // Somebody else's reading, and having looked at it, change nothing by themselves.
    await seenBy(cast.owner, first);
    await done(cast.colleague, 'message.read', { requestId: first.id });
    expect(await withNews(cast.owner)).toContain(first.id);
    expect(await withNews(cast.colleague)).not.toContain(first.id);
    await done(cast.owner, 'message.read', { requestId: first.id });
    expect((await withNews(cast.owner)).sort()).toEqual([...before, second.id].sort());
  });

  test.each(['confirmed', 'declined', 'withdrawn', 'merged'] as const)('ends when %s', async (state) => {
    const request = await inState(server, cast, state);
    await refusedUnchanged(server, 'conflict', () => cast.owner.call('request.say', { id: request.id, text: '还有一个问题。' }));
  });

  test('goes on when concluded', async () => {
    const request = await inState(server, cast, 'concluded');
    expect((await done(cast.owner, 'request.say', { id: request.id, text: '谢谢，还想问一句。' })).messages).toHaveLength(1);
    expect((await done(cast.zone, 'request.inbox', { state: 'concluded' })).requests.find(({ id }) => id === request.id)?.unanswered).toBe(true);
  });
});

describe('following a request', () => {
  test('by an invitation that works once, for whoever has it', async () => {
    const request = await fileRequest(cast.owner);
    const { token, expiresAt } = await done(cast.owner, 'request.invite', { id: request.id });
    expect(expiresAt).toBe('2017-09-14T09:00:00+08:00');
    const [guest, late] = [await server.asGuest(), await server.asGuest()];
    expect(JSON.stringify(await tableContents(server.db))).not.toContain(token);
    expect(await done(guest, 'request.follow-offer', { token: token ?? '' })).toEqual({ title: '请专家上门', firmName: '天津示例食品有限公司', receiptNumber: request.receiptNumber, valid: true });
    expect(errorOf(await guest.call('request.get', { id: request.id })).code).toBe('not_found');

    expect(await done(guest, 'request.follow', { token: token ?? '' })).toEqual({ id: request.id });
    expect(await seenBy(guest, request)).toMatchObject({ actors: ['follower'], moves: [], mayWrite: true, followerCount: null, office: null });
    expect((await done(guest, 'request.mine', {})).requests.map(({ id }) => id)).toEqual([request.id]);
    expect(await seenBy(cast.owner, request)).toMatchObject({ followerCount: 1 });
    expect(await toldOf(cast.owner, request)).toEqual(['同事已加入']);
    expect((await seenBy(cast.zone, request)).timeline.at(-1)).toMatchObject({ kind: 'follow', by: '企业' });

    expect(dataOf(await late.call('request.follow-offer', { token: token ?? '' })).valid).toBe(false);
    await refusedUnchanged(server, 'not_found', () => late.call('request.follow', { token: token ?? '' }));
    // Whoever follows already is led there again.
    expect(await done(guest, 'request.follow', { token: token ?? '' })).toEqual({ id: request.id });
  });

  test('not after seven days', async () => {
    const request = await fileRequest(cast.owner);
    const { token } = await done(cast.owner, 'request.invite', { id: request.id });
    server.clock.advance(7 * DAY);
    const guest = await server.asGuest();
    expect((await done(guest, 'request.follow-offer', { token: token ?? '' })).valid).toBe(false);
    await refusedUnchanged(server, 'not_found', () => guest.call('request.follow', { token: token ?? '' }));
    expect(errorOf(await guest.call('request.follow-offer', { token: 'a'.repeat(43) })).code).toBe('not_found');
  });

  test('of two who open it at once one comes in', async () => {
    const request = await fileRequest(cast.owner);
    const { token } = await done(cast.owner, 'request.invite', { id: request.id });
    const guests = [await server.asGuest(), await server.asGuest()];
    const replies = await Promise.all(guests.map((guest) => guest.call('request.follow', { token: token ?? '' })));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await seenBy(cast.owner, request)).followerCount).toBe(1);
  });

  test('an invitation is the owner’s to give, its repeated answer carries no token, and ten may follow', async () => {
    const request = await fileRequest(cast.owner);
    await letIn(cast.owner, cast.colleague, request);
    for (const other of [cast.colleague, cast.zone, cast.dispatcher]) await refusedUnchanged(server, 'forbidden', () => other.call('request.invite', { id: request.id }));
    const key = 'invite-once-0001';
    const invite = async () => dataOf(await cast.owner.call('request.invite', { id: request.id }, { key })).token;
    expect([(await invite()) === null, await invite()]).toEqual([false, null]);
    const { token } = await done(cast.owner, 'request.invite', { id: request.id });
    for (let count = 1; count < 10; count += 1) await letIn(cast.owner, await server.asGuest(), request);
    await refusedUnchanged(server, 'conflict', () => cast.owner.call('request.invite', { id: request.id }));
    const guest = await server.asGuest();
    await refusedUnchanged(server, 'conflict', () => guest.call('request.follow', { token: token ?? '' }));
  });

  test('ends by leaving, or by the owner for all, open invitations included', async () => {
    const request = await fileRequest(cast.owner);
    await letIn(cast.owner, cast.colleague, request);
    const guest = await server.asGuest();
    await letIn(cast.owner, guest, request);
    await done(cast.colleague, 'request.unfollow', { id: request.id });
    expect(errorOf(await cast.colleague.call('request.get', { id: request.id })).code).toBe('not_found');
    await refusedUnchanged(server, 'forbidden', () => guest.call('request.unfollow', { id: request.id, all: true }));
    await refusedUnchanged(server, 'forbidden', () => cast.owner.call('request.unfollow', { id: request.id }));
    const { token } = await done(cast.owner, 'request.invite', { id: request.id });
    await done(cast.owner, 'request.unfollow', { id: request.id, all: true });
    expect(errorOf(await guest.call('request.get', { id: request.id })).code).toBe('not_found');
    expect(errorOf(await guest.call('request.follow', { token: token ?? '' })).code).toBe('not_found');
  });
});

describe('asking whether it helped', () => {
  test('is asked after 30 and 90 days, and answered once each', async () => {
    const concluded = await inState(server, cast, 'concluded');
    await done(cast.owner, 'request.confirm', at(concluded));
    await server.db.updateTable('serviceRequest').set({ surveyAt: null }).where('id', '<>', concluded.id).execute();
    server.clock.advance(30 * DAY - 1);
    expect(await server.application.runRequests()).toMatchObject({ surveyed: 0 });
    server.clock.advance(1);
    expect(await server.application.runRequests()).toMatchObject({ surveyed: 1 });
    expect(await server.application.runRequests()).toMatchObject({ surveyed: 0 });
    cast = await castOf(server);
    expect(await seenBy(cast.owner, concluded)).toMatchObject({ survey: { round: 30 } });
    expect(await seenBy(cast.zone, concluded)).toMatchObject({ survey: null });
    expect(await toldOf(cast.owner, concluded)).toContain('办结之后，有帮助吗？');

    const answer = { id: concluded.id, round: 30, helped: 'partly', comment: '标签改好了。' } as const;
    await refusedUnchanged(server, 'forbidden', () => cast.zone.call('survey.answer', answer));
    await refusedUnchanged(server, 'not_found', () => cast.owner.call('survey.answer', { ...answer, round: 90 }));
    expect((await done(cast.owner, 'survey.answer', answer)).survey).toBeNull();
    await refusedUnchanged(server, 'conflict', () => cast.owner.call('survey.answer', answer));

    server.clock.advance(60 * DAY);
    expect(await server.application.runRequests()).toMatchObject({ surveyed: 1 });
    cast = await castOf(server);
    expect((await seenBy(cast.owner, concluded)).survey).toEqual({ round: 90 });
    server.clock.advance(400 * DAY);
    expect(await server.application.runRequests()).toMatchObject({ surveyed: 0 });
  });

  test('not of what was not our duty, nor of what was reopened; and 90 days count from the second conclusion', async () => {
    const accepted = await inState(server, cast, 'accepted');
    await done(cast.zone, 'request.conclude', { ...at(accepted), outcome: 'not-our-duty', reply: '请联系负责的单位。', responsible: '示例部门' });
    const reopened = await inState(server, cast, 'reopened');
    await server.db.updateTable('serviceRequest').set({ surveyAt: null }).where('id', 'not in', [accepted.id, reopened.id]).execute();
    server.clock.advance(30 * DAY);
    expect(await server.application.runRequests()).toMatchObject({ surveyed: 0 });
    cast = await castOf(server);
    const again = await done(cast.bureau, 'request.accept', at(reopened));
    const second = await done(cast.bureau, 'request.conclude', { ...at(again), outcome: 'resolved', reply: '已经解决。' });
    server.clock.advance(30 * DAY);
    expect(await server.application.runRequests()).toMatchObject({ surveyed: 1 });
    const rounds = await server.db.selectFrom('requestSurvey').select('round').where('requestId', '=', second.id).execute();
    expect(rounds).toEqual([{ round: 30 }]);
  });
});
