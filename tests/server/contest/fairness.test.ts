import { keyHash } from '../../../server/contest/bank';
import type { FairnessView } from '../../../src/contract/contest/fairness';
import { runChores } from '../../support/naive-contest';
import { decideAppeal, fileAppeal, otherKey } from '../../support/samples/sample-appeal';
import { answersFor, asMember, newNonce, startAttempt, takeContest } from '../../support/samples/sample-contest';
import { changeContest } from '../../support/samples/sample-results';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { publishedBankHash, recomputedPaper, sha256 } from '../../support/verifier';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const OPENS = '2017-09-07T09:00:00+08:00';
const CLOSES = '2017-09-28T18:00:00+08:00';
const OVER = '2017-09-28T18:00:10+08:00';

async function draw(): Promise<void> {
  server.clock.set('2017-10-01T00:00:00+08:00');
  await runChores(server);
}

const fairness = async (caller?: TestCaller): Promise<FairnessView> => dataOf(await (caller ?? server).call('contest.fairness', {}));
const storedSeed = async (): Promise<string> => (await server.db.selectFrom('contest').select('seed').executeTakeFirstOrThrow()).seed;

function revealedOf({ revealed }: FairnessView): NonNullable<FairnessView['revealed']> {
  if (!revealed) throw new Error('Nothing is revealed.');
  return revealed;
}

describe('before the contest is over', () => {
  test('only what was fixed beforehand is told, the same before and after the opening', async () => {
    server.clock.set('2017-09-01T09:00:00+08:00');
    const early = await fairness();
    expect(early).toMatchObject({ phase: 'before', opensAt: OPENS, closesAt: CLOSES, appealsUntil: '2017-09-30', prizeCount: 20, revealed: null, mine: null, prizes: null });
    expect(early.commitment).toEqual({ seedHash: sha256(await storedSeed()), bankHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown, committedAt: OPENS });

    server.clock.set(OPENS);
    const member = await asMember(server);
    await takeContest(server, member);
    const during = await fairness(member);
    expect(during).toEqual({ ...early, phase: 'open' });
    expect(dataOf(await server.call('contest.eligible', {}))).toEqual({ codes: [], nextCursor: null });
  });

  test('the seed stays secret until the grace has passed, not only until the closing, where nothing is drawn from it any more', async () => {
    changeContest(server, { prizes: undefined });
    const member = await asMember(server);
    await takeContest(server, member);
    for (const instant of [CLOSES, '2017-09-28T18:00:09.999+08:00']) {
      server.clock.set(instant);
      expect(await fairness(member)).toMatchObject({ phase: 'closed', revealed: null, mine: null });
    }
    server.clock.set(OVER);
    expect(revealedOf(await fairness()).seed).toBe(await storedSeed());
  });

  test('no reply to anything has the seed in it', async () => {
    const seed = await storedSeed();
    const replies: string[] = [];
    const fetchText = async (action: string, input: unknown, token?: string, key?: string): Promise<void> => {
      const headers = { 'Content-Type': 'application/json', ...(token && { Authorization: `Bearer ${token}` }), ...(key && { 'Idempotency-Key': key }) };
      replies.push(await (await server.fetch(`/api/${action}`, { method: 'POST', headers, body: JSON.stringify(input) })).text());
    };
    const { token } = await asMember(server);
    const member = (action: string, input: unknown) => fetchText(action, input, token, newNonce());
    const officer = await server.as('officer-bureau');

    await member('contest.start', { nonce: newNonce() });
    const { id: attemptId, paper } = await server.db.selectFrom('contestAttempt').select(['id', 'paper']).executeTakeFirstOrThrow();
    await member('contest.attempt', { attemptId });
    await member('contest.save', { attemptId, answers: [] });
    await member('contest.submit', { attemptId, answers: [] });
    await member('appeal.submit', { attemptId, questionId: paper[0]?.id, reason: '第二个选项的说法也成立，请复核。' });
    for (const action of ['contest.result', 'contest.submit', 'contest.attempt']) await member(action, { attemptId, ...(action === 'contest.submit' && { answers: [] }) });
    for (const action of ['contest.home', 'contest.get', 'contest.fairness', 'contest.eligible', 'certificate.mine', 'erratum.list', 'person.me', 'person.export', 'home.get']) await member(action, {});
    for (const kind of ['people', 'enterprises', 'offices', 'groups']) await member('contest.board', { kind });
    for (const action of ['appeal.list', 'contest.flagged', 'contest.statistics']) await fetchText(action, {}, officer.token);

    for (const reply of replies) expect(reply).toMatch(/^\{"ok":true/);
    for (const reply of replies) expect(reply).not.toContain(seed);
  });
});

describe('once the prizes are drawn', () => {
  test('anyone finds the published hashes in the seed and the bank', async () => {
    const before = await fairness();
    await draw();
    const after = await fairness();
    const revealed = revealedOf(after);
    expect(after.commitment).toEqual(before.commitment);
    expect(sha256(revealed.seed)).toBe(before.commitment.seedHash);
    expect(publishedBankHash(after.contestId, revealed)).toBe(before.commitment.bankHash);
    expect(revealed.bank.length).toBeGreaterThanOrEqual(120);
    const stems = await server.db.selectFrom('question').select(['id', 'stem', 'options']).where('inContest', '=', true).execute();
    expect(new Map(revealed.bank.map(({ id, words }) => [id, words]))).toEqual(new Map(stems.map(({ id, stem, options }) => [id, sha256(JSON.stringify([stem, options]))])));
  });

  test('the independent verifier finds the very papers that were asked, of members and of guests', async () => {
    const callers = [await asMember(server), await asMember(server), await server.asGuest()];
    const shown = new Map<string, readonly string[]>();
    for (const day of ['2017-09-07', '2017-09-08', '2017-09-09']) {
      server.clock.set(`${day}T09:00:00+08:00`);
      for (const caller of callers) {
        const attempt = await startAttempt(caller);
        shown.set(`${caller.person.id} ${attempt.number}`, attempt.questions.map(({ id, options }) => `${id} ${options.join()}`));
        await caller.call('contest.submit', { attemptId: attempt.id, answers: await answersFor(server, attempt, 12) });
      }
    }
    await draw();
    const papers = new Set<string>();
    for (const caller of callers) {
      const view = await fairness(caller);
      expect(view.mine?.papers.map(({ attemptNumber }) => attemptNumber)).toEqual([1, 2, 3]);
      for (const { attemptNumber, nonce, paper } of view.mine?.papers ?? []) {
        const recomputed = recomputedPaper(view.contestId, revealedOf(view), { code: view.mine?.code ?? '', attemptNumber, nonce });
        expect(paper).toEqual(recomputed);
        const options = await Promise.all(recomputed.map(({ id }) => server.db.selectFrom('question').select('options').where('id', '=', id).executeTakeFirstOrThrow()));
        expect(shown.get(`${caller.person.id} ${attemptNumber}`)).toEqual(
          recomputed.map(({ id, optionOrder }, index) => `${id} ${optionOrder.map((original) => options[index]?.options[original]).join()}`),
        );
        papers.add(JSON.stringify(paper));
      }
    }
    expect(papers.size).toBe(9);
  });

  test('papers and codes of others stay their own; who took no part has none', async () => {
    const [member, other] = [await asMember(server), await asMember(server)];
    await takeContest(server, member);
    await draw();
    expect((await fairness(member)).mine).toMatchObject({ eligible: true, papers: [{ attemptNumber: 1 }] });
    expect((await fairness(other)).mine).toBeNull();
    expect((await fairness()).mine).toBeNull();
  });

  test('every answer key that was used has its hash, though errata changed it', async () => {
    const member = await asMember(server);
    const attemptId = await takeContest(server, member, { right: 5 });
    const keyNow = async () => keyHash(await server.db.selectFrom('question').select(['id', 'key', 'voided']).where('inContest', '=', true).execute());
    const used = [await keyNow()];
    const { paper } = await server.db.selectFrom('contestAttempt').select('paper').executeTakeFirstOrThrow();
    const [first = '', second = ''] = paper.map(({ id }) => id);
    await fileAppeal(member, attemptId, first);
    await decideAppeal(server, first, { kind: 'correct', key: await otherKey(server, first) });
    used.push(await keyNow());
    // Somebody else appeals against the same question.
    await server.db.updateTable('contestAppeal').set({ personId: null, state: 'open', decidedAt: null }).where('questionId', '=', first).execute();
    await decideAppeal(server, first, { kind: 'void' });
    used.push(await keyNow());
    await fileAppeal(member, attemptId, second);
    await decideAppeal(server, second, { kind: 'void' });
    used.push(await keyNow());
    await runChores(server);
    await draw();
    expect(revealedOf(await fairness()).keyHashes).toEqual(used);
  });
});

describe('two seeds', () => {
  test('give different papers for the same entrant, attempt and nonce', async () => {
    await draw();
    const view = await fairness();
    const revealed = revealedOf(view);
    const call = { code: '0123456789abcdef', attemptNumber: 1, nonce: newNonce() };
    expect(recomputedPaper(view.contestId, { ...revealed, seed: 'cd'.repeat(32) }, call)).not.toEqual(recomputedPaper(view.contestId, revealed, call));
  });
});

describe('the list of who took part in the draw', () => {
  test('comes in ascending order, two thousand a page', async () => {
    const { id: contestId } = await server.db.selectFrom('contest').select('id').executeTakeFirstOrThrow();
    const codes = Array.from({ length: 4001 }, (_, index) => sha256(String(index)).slice(0, 16));
    for (let from = 0; from < codes.length; from += 1000) {
      const rows = codes.slice(from, from + 1000).map((code, index) => ({ id: `00000000-0000-4000-8000-${String(from + index).padStart(12, '0')}`, contestId, personId: null, code, ranked: true, eligible: true }));
      await server.db.insertInto('contestEntrant').values(rows).execute();
    }
    const pages: string[][] = [];
    let cursor: string | null = null;
    do {
      const page: { codes: readonly string[]; nextCursor: string | null } = dataOf(await server.call('contest.eligible', cursor === null ? {} : { cursor }));
      pages.push([...page.codes]);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(pages.map(({ length }) => length)).toEqual([2000, 2000, 1]);
    expect(pages.flat()).toEqual([...codes].sort());
  });

  test('goes on only from its own cursor', async () => {
    for (const cursor of ['AAAA', Buffer.from('|').toString('base64url'), Buffer.from('x|0123456789abcdef').toString('base64url')]) {
      expect(errorOf(await server.call('contest.eligible', { cursor })).code).toBe('invalid_input');
    }
  });
});
