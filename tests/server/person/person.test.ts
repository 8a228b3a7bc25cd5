import { formatCertificateCode } from '../../../src/domain/contest/certificate-code';
import { listWith, someText, textLike } from '../../support/matchers';
import { decideAppeal, fileAppeal, reason } from '../../support/samples/sample-appeal';
import { asMember, startAttempt, takeContest } from '../../support/samples/sample-contest';
import { changeContest } from '../../support/samples/sample-results';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';
import { fileRequest } from '../../support/samples/sample-request';
import { tableContents } from '../../support/table-contents';

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
    await fileRequest(firm, { values: { areaId: 'donggang' } });
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
    await fileRequest(other, { values: { firmName: '另一家示例企业', contactName: '别人' } });
    const zone = await server.as('officer-development-zone');
    await zone.call('request.return', { id: request.id, version: 1, reason: '请补充产品的名称。' });
    const practice = dataOf(await firm.call('practice.start', { from: 'topic', topicId: 'quality-basics' }));
    const [question] = practice.questions;
    const { key } = await server.db.selectFrom('question').select('key').where('id', '=', question?.id ?? '').executeTakeFirstOrThrow();
    const { optionOrder } = await server.db.selectFrom('practiceQuestion').select('optionOrder').where('questionId', '=', question?.id ?? '').executeTakeFirstOrThrow();
    const wrong = optionOrder.findIndex((original) => !key.includes(original));
    await firm.call('practice.answer', { practiceId: practice.id, questionId: question?.id ?? '', chosen: [wrong] });

    const data = dataOf(await firm.call('person.export', {}));
    expect(data).toMatchObject({ exportedAt: '2017-09-07T09:00:00+08:00', person: firm.person, identities: [{ 来源: '演示', 标识: 'firm' }], roles: [] });
    expect(data.sessions.length).toBeGreaterThan(0);
    expect(data.requests).toHaveLength(1);
    expect(data.requests[0]).toMatchObject({ 事项: '请专家上门', 状态: '退回补充', 填写的内容: { 企业名称: '天津示例食品有限公司', 联系人: '示例联系人', 联系电话: '13800001234', 所在区域: '开发区' } });
    expect(data.requests[0]?.['办理过程']).toMatchObject([{ 事项: '已提交' }, { 事项: '退回补充', 说明: '请补充产品的名称。' }]);
    expect(data.practices).toHaveLength(1);
    expect(JSON.stringify(data)).not.toContain('别人');
    expect(Object.keys(data.practices[0] ?? {})).toEqual(['练习', '每日一题日期', '开始时间', '完成时间', '题目']);
    expect(data.practices[0]?.['题目']).toHaveLength(10);
    expect(data.wrongQuestions).toEqual([
      { 题目: question?.stem, 答错次数: 1, 最近答错: '2017-09-07T09:00:00+08:00', 下次复习: '2017-09-08', 连续答对次数: 0 },
    ]);
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
      // The audit log's id leads nowhere now.
      if (table !== 'audit' && rows.some((row) => row.includes(firm.person.id))) throw new Error(`${table} still names the person.`);
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
    expect(seen.map(({ fields }) => fields.map(({ id }) => id).filter((id) => ['contactName', 'phone', 'need'].includes(id)))).toEqual([[], [], []]);
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

const personalEntry = { nameChoice: 'real', name: '李示例', enterprise: { name: '天津示例食品有限公司', creditCode: '91350100M000100Y43' }, officeId: 'baodi' } as const;

describe('what the contest keeps about a person', () => {
  test('is exported with attempts, appeals and certificate, in words a person reads', async () => {
    const member = await asMember(server);
    dataOf(await member.call('contest.enter', personalEntry));
    const attemptId = await takeContest(server, member, { right: 19 });
    const result = dataOf(await member.call('contest.result', { attemptId }));
    await fileAppeal(member, attemptId, result.questions[0]?.id ?? '');
    const { code } = dataOf(await member.call('certificate.issue', { holderName: '李示例' }));
    server.clock.set('2017-09-08T09:00:00+08:00');
    const open = await startAttempt(member);

    const { contest } = dataOf(await member.call('person.export', {}));
    expect(contest).toHaveLength(1);
    expect(contest[0]).toMatchObject({
      竞赛: '“质量月”知识竞赛',
      公开编号: textLike(/^[0-9a-f]{16}$/),
      参加排名和抽奖: true,
      榜单显示: '实名',
      姓名: '李示例',
      企业名称: '天津示例食品有限公司',
      统一社会信用代码: '91350100M000100Y43',
      单位: '宝坻检验检疫局',
      最好成绩: result.score?.points,
      合格: true,
      已进入抽奖名单: false,
      中奖次序: null,
      证书: { 证书编号: formatCertificateCode(code), 姓名: '李示例', 发证日期: '2017-09-07' },
      申诉: [{ 题目: result.questions[0]?.stem, 理由: reason, 状态: '等待答复', 答复: null }],
      答卷: [
        { 次数: 1, 随机数: textLike(/^[0-9a-f]{32}$/), 状态: '已交卷', 到时自动交卷: false, 用时毫秒: 300_000, 得分: result.score?.points, 答对题数: 19, 提请工作人员查看: [] },
        { 次数: 2, 状态: '答题中', 交卷时间: null, 得分: null, 答对题数: null },
      ],
    });
    const [taken, running] = contest[0]?.['答卷'] as { 题目: Record<string, unknown>[] }[];
    expect(taken?.题目[0]).toEqual({
      题目: result.questions[0]?.stem,
      选项: result.questions[0]?.options,
      我的答案: result.questions[0]?.chosen.map((option) => result.questions[0]?.options[option]),
      分值: result.questions[0]?.points,
      得分: result.questions[0]?.earned,
    });
    expect(running?.题目.map(({ 题目 }) => 题目)).toEqual(open.questions.map(({ stem }) => stem));
    expect(running?.题目.every((question) => question['我的答案'] === null && question['得分'] === null)).toBe(true);
  });

  test('does not tell in its export what the results do not tell yet', async () => {
    const member = await asMember(server);
    await takeContest(server, member);
    const restore = changeContest(server, { results: 'at-close' });
    const [entry] = dataOf(await member.call('person.export', {})).contest;
    restore();
    expect(entry).toMatchObject({ 最好成绩: null, 合格: null, 答卷: [{ 状态: '已交卷', 得分: null, 答对题数: null, 提请工作人员查看: null }] });
    const [attempt] = entry?.['答卷'] as { 题目: { 得分: unknown }[] }[];
    expect(attempt?.题目.every(({ 得分 }) => 得分 === null)).toBe(true);
  });

  test('is deleted but for the result, which stays as a code: not named, without certificate, with its rank', async () => {
    const [member, officer] = [await asMember(server), await server.as('officer-bureau')];
    dataOf(await member.call('contest.enter', personalEntry));
    const attemptId = await takeContest(server, member);
    const [answered = '', waiting = ''] = dataOf(await member.call('contest.result', { attemptId })).questions.map(({ id }) => id);
    await fileAppeal(member, attemptId, answered, '我单位王证书认为选项有误。');
    await decideAppeal(server, answered, { kind: 'keep' });
    await fileAppeal(member, attemptId, waiting, '王证书再次认为选项有误。');
    const { code } = dataOf(await member.call('certificate.issue', { holderName: '王证书' }));
    const entrant = await server.db.selectFrom('contestEntrant').selectAll().where('personId', '=', member.person.id).executeTakeFirstOrThrow();
    const before = await tableContents(server.db);

    expect(dataOf(await member.call('person.delete', { confirm: true }))).toEqual({ deleted: true });
    const contents = await tableContents(server.db);
    const everything = JSON.stringify({ ...contents, audit: [] });
    for (const personal of [member.person.id, '王证书', code]) expect(everything).not.toContain(personal);
    expect(await server.db.selectFrom('contestEntrant').selectAll().where('id', '=', entrant.id).executeTakeFirstOrThrow()).toEqual({
      ...entrant,
      ...{ personId: null, nameChoice: 'anonymous', name: null, enterpriseCode: null, enterpriseName: null, officeId: null, groupId: null },
    });
    for (const table of ['contestAttempt', 'contestRankScore', 'contestRankCell']) expect(contents[table]).toEqual(before[table]);
    expect(errorOf(await server.call('certificate.verify', { code })).code).toBe('not_found');
    // Another test's appeal may wait; this person's does not.
    expect(dataOf(await officer.call('appeal.list', {})).questions.flatMap(({ appeals }) => appeals.map((appeal) => appeal.reason))).not.toContain('');
  });

  test('lets a person who was deleted while answering be graded all the same', async () => {
    const member = await asMember(server);
    const { id } = await startAttempt(member);
    dataOf(await member.call('person.delete', { confirm: true }));
    server.clock.advance(3_600_000);
    await server.application.runContest();
    expect(await server.db.selectFrom('contestAttempt').select(['state', 'closedBy', 'score']).where('id', '=', id).executeTakeFirstOrThrow()).toEqual({ state: 'submitted', closedBy: 'deadline', score: 0 });
  });
});
