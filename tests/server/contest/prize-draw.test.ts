import { drawPrizesOnce } from '../../../server/contest/draw-prizes';
import type { FairnessView } from '../../../src/contract/contest/fairness';
import { choreContext, runChores } from '../../support/naive-contest';
import { decideAppeal, fileAppeal } from '../../support/samples/sample-appeal';
import { someText } from '../../support/matchers';
import { asMember, startAttempt, takeContest } from '../../support/samples/sample-contest';
import { changeContest } from '../../support/samples/sample-results';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';
import { listHash, recomputedWinners } from '../../support/verifier';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const OVER = '2017-09-28T18:00:10+08:00';
/** The last day of appeals is 30 September. */
const LAST_APPEAL = '2017-09-30T23:59:59+08:00';
const AFTER_APPEALS = '2017-10-01T00:00:00+08:00';

const fairness = async (caller?: TestCaller): Promise<FairnessView> => dataOf(await (caller ?? server).call('contest.fairness', {}));
const drawn = async (): Promise<number | null | undefined> => (await runChores(server)).drawnPrizes;
const codeOf = async ({ person }: TestCaller): Promise<string> => (await server.db.selectFrom('contestEntrant').select('code').where('personId', '=', person.id).executeTakeFirstOrThrow()).code;

async function membersWhoPassed(count: number): Promise<TestCaller[]> {
  const members = await Promise.all(Array.from({ length: count }, () => asMember(server)));
  for (const member of members) await takeContest(server, member, { seconds: 1 });
  return members;
}

describe('the prize draw', () => {
  test('is uniform among those who passed, and the independent verifier finds the same winners', async () => {
    const passed = await membersWhoPassed(60);
    const [failed, guest, deleted] = [await asMember(server), await server.asGuest(), await asMember(server)];
    await takeContest(server, failed, { right: 3 });
    await takeContest(server, guest);
    await takeContest(server, deleted);
    const deletedCode = await codeOf(deleted);
    dataOf(await deleted.call('person.delete', { confirm: true }));
    const [real, masked] = passed;
    await real?.call('contest.enter', { nameChoice: 'real', name: '李示例', enterprise: null, officeId: null });
    await masked?.call('contest.enter', { nameChoice: 'masked', name: '王示例', enterprise: null, officeId: null });

    server.clock.set(AFTER_APPEALS);
    expect(await drawn()).toBe(20);
    const view = await fairness(real);
    const codes = dataOf(await server.call('contest.eligible', {})).codes;
    expect(codes).toEqual((await Promise.all(passed.map(codeOf))).sort());
    for (const code of [await codeOf(failed), await codeOf(guest), deletedCode]) expect(codes).not.toContain(code);
    expect(view.prizes).toMatchObject({ drawnAt: AFTER_APPEALS, eligibleCount: 60, eligibleHash: listHash(codes) });
    expect(view.mine?.eligible).toBe(true);
    expect((await fairness(guest)).mine?.eligible).toBe(false);

    const recomputed = recomputedWinners(view.contestId, view.revealed?.seed ?? '', codes, view.prizeCount);
    expect(view.prizes?.winners.map(({ place, code, ticket }) => ({ place, code, ticket }))).toEqual(recomputed);
    const names = new Map([[await codeOf(passed[0] as TestCaller), '李示例'], [await codeOf(passed[1] as TestCaller), '王**']]);
    for (const { code, name } of view.prizes?.winners ?? []) expect(name).toBe(names.get(code) ?? `参赛者 ${code.slice(0, 4)}`);
  });

  test('is drawn once, by however many processes', async () => {
    await membersWhoPassed(30);
    server.clock.set(AFTER_APPEALS);
    const counts = await Promise.all([drawn(), drawn(), drawn()]);
    expect([...counts].sort()).toEqual([0, 0, 20]);
    const before = await tableContents(server.db);
    server.clock.set('2017-10-02T00:00:00+08:00');
    expect(await drawn()).toBe(0);
    expect(await tableContents(server.db)).toEqual(before);
  });

  test('gives a prize to everyone where there are fewer than prizes, and none where nobody passed', async () => {
    await membersWhoPassed(3);
    server.clock.set(AFTER_APPEALS);
    expect(await drawn()).toBe(3);

    const empty = await startTestServer({ now: AFTER_APPEALS });
    expect((await runChores(empty)).drawnPrizes).toBe(0);
    expect(dataOf(await empty.call('contest.fairness', {})).prizes).toEqual({ drawnAt: AFTER_APPEALS, eligibleCount: 0, eligibleHash: listHash([]), winners: [] });
    await empty.close();
  });

  test('waits for the closing, the grace, and the whole last day of appeals, and the seed with it', async () => {
    const [member] = await membersWhoPassed(2);
    for (const instant of ['2017-09-28T17:59:59+08:00', '2017-09-28T18:00:00+08:00', OVER, LAST_APPEAL]) {
      server.clock.set(instant);
      expect(await drawn()).toBe(0);
      expect(await fairness(member)).toMatchObject({ prizes: null, revealed: null, mine: null });
      expect(dataOf(await server.call('contest.get', {})).drawn).toBe(false);
    }
    server.clock.set(AFTER_APPEALS);
    expect((await fairness(member)).revealed).toBeNull();
    expect(await drawn()).toBe(2);
    expect(await fairness(member)).toMatchObject({ revealed: { seed: someText }, mine: { eligible: true } });
    expect(dataOf(await server.call('contest.get', {})).drawn).toBe(true);
  });

  test('waits for the last day of appeals as it is stored, though this process was started with an earlier one', async () => {
    await membersWhoPassed(1);
    await server.db.updateTable('contest').set({ appealsUntil: '2017-10-09' }).execute();
    server.clock.set('2017-10-09T23:59:59+08:00');
    expect(await drawn()).toBe(0);
    expect((await fairness()).appealsUntil).toBe('2017-10-09');
    server.clock.set('2017-10-10T00:00:00+08:00');
    expect(await drawn()).toBe(1);
  });

  test('is not held where the contest has no prizes', async () => {
    await membersWhoPassed(1);
    changeContest(server, { prizes: undefined });
    server.clock.set(AFTER_APPEALS);
    expect(await drawPrizesOnce(choreContext(server))).toBe(0);
    expect(await fairness()).toMatchObject({ prizeCount: 0, prizes: null });
  });

  test('waits until what was left open is closed, and counts it', async () => {
    const member = await asMember(server);
    server.clock.set('2017-09-28T17:59:00+08:00');
    await startAttempt(member);
    server.clock.set(AFTER_APPEALS);
    expect(await runChores(server)).toMatchObject({ closedAttempts: 1, drawnPrizes: 0 });
    expect((await fairness()).prizes?.eligibleCount).toBe(0);
  });

  test('waits for the answer to every appeal, and for the grading anew', async () => {
    const [member] = await membersWhoPassed(1);
    if (!member) throw new Error('There is no member.');
    const { id: attemptId, paper } = await server.db.selectFrom('contestAttempt').select(['id', 'paper']).executeTakeFirstOrThrow();
    const questionId = paper[0]?.id ?? '';
    server.clock.set(LAST_APPEAL);
    await fileAppeal(member, attemptId, questionId);
    server.clock.set(AFTER_APPEALS);
    expect(await drawn()).toBe(0);

    await decideAppeal(server, questionId, { kind: 'void' });
    expect(await drawPrizesOnce(choreContext(server))).toBe(0);
    expect(await runChores(server)).toMatchObject({ rescoredAttempts: 1, drawnPrizes: 1 });
  });

  test('once drawn, lets a question only be kept, and an appeal that is late be refused', async () => {
    const [member] = await membersWhoPassed(1);
    if (!member) throw new Error('There is no member.');
    const { id: attemptId, paper } = await server.db.selectFrom('contestAttempt').select(['id', 'paper']).executeTakeFirstOrThrow();
    const questionId = paper[0]?.id ?? '';
    await fileAppeal(member, attemptId, questionId);
    server.clock.set(AFTER_APPEALS);
    // An appeal that came in while the prizes were drawn.
    await server.db.updateTable('contest').set({ drawnAt: server.clock.now(), eligibleCount: 0, eligibleHash: listHash([]) }).execute();
    const officer = await server.as('officer-bureau');
    const before = await tableContents(server.db);
    for (const decision of [{ kind: 'void' as const }, { kind: 'correct' as const, key: [0] }]) {
      const error = errorOf(await officer.call('appeal.decide', { questionId, keyVersion: 1, decision, reply: '经复核，这样处理。' }));
      expect(error).toMatchObject({ code: 'conflict', message: '奖项已经抽出，题目不能再更正或作废，只能维持。' });
    }
    expect(errorOf(await member.call('appeal.submit', { attemptId, questionId: paper[1]?.id ?? '', reason: '这道题的选项有两个都对。' })).message).toBe('申诉已于 9 月 30 日截止。');
    expect(await tableContents(server.db)).toEqual(before);
    expect(dataOf(await officer.call('appeal.decide', { questionId, keyVersion: 1, decision: { kind: 'keep' }, reply: '经复核，题目没有问题。' }))).toEqual({ keyVersion: 1, answeredCount: 1 });
  });

  test('keeps the winners of a person who is deleted afterwards as a code', async () => {
    const [member] = await membersWhoPassed(1);
    if (!member) throw new Error('There is no member.');
    await member.call('contest.enter', { nameChoice: 'real', name: '李示例', enterprise: null, officeId: null });
    server.clock.set(AFTER_APPEALS);
    await drawn();
    expect((await fairness()).prizes?.winners[0]?.name).toBe('李示例');
    const code = await codeOf(member);
    dataOf(await member.call('person.delete', { confirm: true }));
    expect((await fairness()).prizes?.winners).toMatchObject([{ place: 1, code, name: `参赛者 ${code.slice(0, 4)}` }]);
    expect(dataOf(await server.call('contest.eligible', {})).codes).toEqual([code]);
  });
});
