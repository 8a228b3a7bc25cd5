import { certificateCode } from '../../../src/domain/contest/certificate-code';
import { runChores } from '../../support/naive-contest';
import { decideAppeal, fileAppeal, otherKey } from '../../support/samples/sample-appeal';
import { someText, textLike } from '../../support/matchers';
import { asMember, keysOf, startAttempt, takeContest } from '../../support/samples/sample-contest';
import { changeContest } from '../../support/samples/sample-results';
import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
let forced: number[] = [];
beforeAll(async () => {
  server = await startTestServer({
    useCases: (real) => ({
      ...real,
      'certificate.issue': (context, input) => real['certificate.issue']({ ...context, randomBelow: (below) => forced.shift() ?? context.randomBelow(below) }, input),
    }),
  });
});
afterAll(() => server.close());
beforeEach(() => {
  forced = [];
  server.clock.set('2017-09-07T09:00:00+08:00');
});

const holderName = '张小三';

describe('a certificate', () => {
  test('is issued to whoever passed, also to a guest', async () => {
    for (const caller of [await asMember(server), await server.asGuest()]) {
      await takeContest(server, caller, { right: 15 });
      expect(dataOf(await caller.call('certificate.mine', {}))).toEqual({ certificate: null, mayIssue: true, suggestedName: null });
      const certificate = dataOf(await caller.call('certificate.issue', { holderName }));
      expect(certificate).toMatchObject({
        code: textLike(/^[34679ACDEFGHJKMNPQRTWXY]{14}$/),
        holderName,
        contestTitle: '“质量月”知识竞赛',
        campaignName: someText,
        organiser: someText,
        fullMark: 100,
        issuedOn: '2017-09-07',
        valid: true,
      });
      expect(certificate.score).toBeGreaterThanOrEqual(60);
      expect(dataOf(await caller.call('certificate.mine', {})).certificate).toEqual(certificate);
    }
  });

  test('suggests the name under which one stands on the board', async () => {
    const member = await asMember(server);
    await member.call('contest.enter', { nameChoice: 'masked', name: '李示例', enterprise: null, officeId: null });
    expect(dataOf(await member.call('certificate.mine', {}))).toEqual({ certificate: null, mayIssue: false, suggestedName: '李示例' });
  });

  test('issued again keeps its code and its day and takes the new name', async () => {
    const member = await asMember(server);
    await takeContest(server, member);
    const first = dataOf(await member.call('certificate.issue', { holderName }));
    server.clock.set('2017-09-09T09:00:00+08:00');
    expect(dataOf(await member.call('certificate.issue', { holderName: '张小四' }))).toEqual({ ...first, holderName: '张小四' });
    expect(dataOf(await server.call('certificate.verify', { code: first.code })).holderName).toBe('张**');
  });

  test('issued twice at once has one code', async () => {
    const member = await asMember(server);
    await takeContest(server, member);
    const certificates = (await Promise.all([1, 2, 3].map(() => member.call('certificate.issue', { holderName })))).map(dataOf);
    expect(new Set(certificates.map(({ code }) => code)).size).toBe(1);
  });

  test('never takes a code that another one has', async () => {
    const [member, other] = [await asMember(server), await asMember(server)];
    await takeContest(server, member);
    await takeContest(server, other);
    const symbols = (value: number): number[] => Array.from({ length: 13 }, () => value);
    forced = symbols(0);
    const first = dataOf(await member.call('certificate.issue', { holderName }));
    forced = [...symbols(0), ...symbols(1)];
    const second = dataOf(await other.call('certificate.issue', { holderName }));
    expect([first.code.slice(0, 13), second.code.slice(0, 13)]).toEqual(['3'.repeat(13), '4'.repeat(13)]);
  });

  test('is not issued without a pass, while an attempt runs, or to who took no part; nothing is left behind', async () => {
    const [failed, running, stranger] = [await asMember(server), await asMember(server), await asMember(server)];
    await takeContest(server, failed, { right: 3 });
    await startAttempt(running);
    const before = await tableContents(server.db);
    for (const caller of [failed, running, stranger]) {
      expect(dataOf(await caller.call('certificate.mine', {}))).toEqual({ certificate: null, mayIssue: false, suggestedName: null });
      expect(errorOf(await caller.call('certificate.issue', { holderName }))).toMatchObject({ code: 'not_found', message: '还没有合格的成绩。达到 60 分后就能领取证书。' });
    }
    expect(await tableContents(server.db)).toEqual(before);
  });
});

describe('a certificate of a contest that tells results at its end', () => {
  test('waits for the end, which tells nobody whether they passed', async () => {
    const [passed, failed] = [await asMember(server), await asMember(server)];
    await takeContest(server, passed);
    await takeContest(server, failed, { right: 3 });
    const restore = changeContest(server, { results: 'at-close' });
    for (const caller of [passed, failed]) {
      expect(dataOf(await caller.call('certificate.mine', {}))).toEqual({ certificate: null, mayIssue: false, suggestedName: null });
      expect(errorOf(await caller.call('certificate.issue', { holderName }))).toMatchObject({ code: 'conflict', message: '成绩在竞赛结束后公布，届时再来领取证书。' });
    }
    server.clock.set('2017-09-28T18:00:10+08:00');
    expect(dataOf(await passed.call('certificate.issue', { holderName })).valid).toBe(true);
    expect(errorOf(await failed.call('certificate.issue', { holderName })).code).toBe('not_found');
    restore();
  });
});

describe('anyone who has the code', () => {
  test('learns that the certificate is genuine, with the name masked, however the code is written', async () => {
    const member = await asMember(server);
    await takeContest(server, member);
    const { code, contestTitle, campaignName, organiser } = dataOf(await member.call('certificate.issue', { holderName }));
    const seen = { code, holderName: '张**', contestTitle, campaignName, organiser, issuedOn: '2017-09-07', valid: true };
    for (const spelling of [code, code.toLowerCase(), `${code.slice(0, 5)}-${code.slice(5, 10)}-${code.slice(10)}`]) {
      expect(dataOf(await server.call('certificate.verify', { code: spelling }))).toEqual(seen);
    }
  });

  test('is told kindly that a code is unknown, and which kind of mistake a wrong one is', async () => {
    expect(errorOf(await server.call('certificate.verify', { code: certificateCode(() => 5) }))).toMatchObject({ code: 'not_found', message: '没有查到这个编号的证书，请对照证书核对后再试。' });
    expect(errorOf(await server.call('certificate.verify', { code: '' })).fields).toEqual({ code: '请填写证书编号。' });
    expect(errorOf(await server.call('certificate.verify', { code: '33333333333334' })).fields).toEqual({ code: '证书编号有误，可能是某一位写错了，请对照证书核对。' });
  });

  test('learns when a correction of the questions has taken the pass away, and when another gave it back', async () => {
    const member = await asMember(server);
    const attempt = await startAttempt(member);
    const single = attempt.questions.filter(({ type }) => type === 'single');
    const others = attempt.questions.filter(({ type }) => type === 'judgement');
    const answered = [...single.slice(0, 8), ...others];
    const keys = await keysOf(server, attempt.id);
    const answers = answered.map(({ id }) => ({ questionId: id, chosen: [...(keys.get(id) ?? [])], revision: 1 }));
    dataOf(await member.call('contest.submit', { attemptId: attempt.id, answers }));
    const { code, score } = dataOf(await member.call('certificate.issue', { holderName }));
    expect(score).toBe(60);
    const isValid = async () => dataOf(await server.call('certificate.verify', { code })).valid;
    expect(await isValid()).toBe(true);

    const [first, ninth] = [single[0]?.id ?? '', single[8]?.id ?? ''];
    await fileAppeal(member, attempt.id, first);
    await decideAppeal(server, first, { kind: 'correct', key: await otherKey(server, first) });
    await runChores(server);
    expect(await isValid()).toBe(false);
    expect(dataOf(await member.call('certificate.mine', {}))).toMatchObject({ certificate: { code, score: 55, valid: false }, mayIssue: false });
    expect(errorOf(await member.call('certificate.issue', { holderName })).code).toBe('not_found');

    await fileAppeal(member, attempt.id, ninth);
    await decideAppeal(server, ninth, { kind: 'void' });
    await runChores(server);
    expect(await isValid()).toBe(true);
  });
});
