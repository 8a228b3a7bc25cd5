import { bankReader } from '../../../server/contest/bank';
import { closeOverdueAttempts } from '../../../server/contest/close-overdue';
import { answersFor, asMember, startAttempt } from '../../support/samples/sample-contest';
import { dataOf, startTestServer, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

const MINUTE = 60_000;
const GRACE = 10_000;

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ now: '2017-09-08T10:00:00+08:00' });
});
afterEach(() => server.close());

/** Closes as a process of its own does. */
async function closed(): Promise<number> {
  const { contest } = server.application.campaign;
  if (!contest) throw new Error('There is no contest.');
  return closeOverdueAttempts({ db: server.db, contest, readBank: bankReader(contest), now: server.clock.now() });
}

/** Attempts with so many right answers saved, one each, and then left. */
async function leave(rights: readonly number[]) {
  return Promise.all(
    rights.map(async (right) => {
      const caller = await asMember(server);
      const attempt = await startAttempt(caller);
      dataOf(await caller.call('contest.save', { attemptId: attempt.id, answers: await answersFor(server, attempt, right), hiddenCount: 5 }));
      return { caller, attemptId: attempt.id };
    }),
  );
}

test('what was left behind is graded with what was saved, as of the deadline, once the grace has passed', async () => {
  const left = await leave([20, 0]);
  server.clock.advance(15 * MINUTE + GRACE);
  expect(await closed()).toBe(0);
  server.clock.advance(1);
  expect(await closed()).toBe(2);
  const results = await Promise.all(left.map(async ({ caller, attemptId }) => dataOf(await caller.call('contest.result', { attemptId }))));
  expect(results).toMatchObject([
    { closedBy: 'deadline', submittedAt: '2017-09-08T10:15:00+08:00', usedMs: 15 * MINUTE, score: { points: 100 }, standing: { rank: 1, of: 2 } },
    { closedBy: 'deadline', submittedAt: '2017-09-08T10:15:00+08:00', usedMs: 15 * MINUTE, score: { points: 0 }, standing: { rank: 2, of: 2 } },
  ]);
  const rows = await server.db.selectFrom('contestAttempt').select(['hiddenCount', 'flags']).execute();
  expect(rows).toEqual([
    { hiddenCount: 5, flags: ['often-hidden'] },
    { hiddenCount: 5, flags: ['often-hidden'] },
  ]);
});

test('is what a late hand-in would have made of it, to the row', async () => {
  const [byPerson, byTimer] = await leave([7, 7]);
  if (!byPerson || !byTimer) throw new Error('Nobody came.');
  server.clock.advance(16 * MINUTE);
  dataOf(await byPerson.caller.call('contest.submit', { attemptId: byPerson.attemptId, answers: [], hiddenCount: 9 }));
  expect(await closed()).toBe(1);
  const rows = await server.db.selectFrom('contestAttempt').select(['submittedAt', 'closedBy', 'usedMs', 'hiddenCount', 'flags', 'keyVersion']).execute();
  expect(rows[0]).toEqual(rows[1]);
});

test('is one of the chores that the timer does', async () => {
  await leave([20]);
  server.clock.advance(16 * MINUTE);
  expect(await server.application.runContest()).toMatchObject({ closedAttempts: 1 });
});

test('leaves running attempts alone', async () => {
  await leave([3]);
  server.clock.advance(10 * MINUTE);
  const [running] = await leave([3]);
  server.clock.advance(6 * MINUTE);
  expect(await closed()).toBe(1);
  const rows = await server.db.selectFrom('contestAttempt').select(['id', 'state']).where('state', '=', 'open').execute();
  expect(rows).toEqual([{ id: running?.attemptId, state: 'open' }]);
});

test('twice, or in several processes beside the people’s own hand-ins, does everything once', async () => {
  const left = await leave(Array.from({ length: 130 }, (_, index) => index % 21));
  server.clock.advance(16 * MINUTE);
  const [runs, replies] = await Promise.all([
    Promise.all(Array.from({ length: 3 }, closed)),
    Promise.all(left.slice(0, 20).map(({ caller, attemptId }) => caller.call('contest.submit', { attemptId, answers: [] }))),
  ]);
  expect(runs.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(130);
  for (const reply of replies) expect(dataOf(reply)).toMatchObject({ closedBy: 'deadline', submittedAt: '2017-09-08T10:15:00+08:00' });
  const before = await tableContents(server.db);
  expect(await closed()).toBe(0);
  expect(await tableContents(server.db)).toEqual(before);
  const boards = await Promise.all(left.map(async ({ caller }) => dataOf(await caller.call('contest.board', { kind: 'people' }))));
  for (const { own, total } of boards) {
    const better = boards.filter((other) => (other.own?.score ?? 0) > (own?.score ?? 0)).length;
    expect([own?.rank, total]).toEqual([better + 1, 130]);
  }
});
