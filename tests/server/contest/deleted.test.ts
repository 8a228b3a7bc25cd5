import { randomUUID } from 'node:crypto';
import { answersFor, asMember, newNonce, startAttempt, takeContest } from '../../support/samples/sample-contest';
import { runChores } from '../../support/naive-contest';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { tableContents } from '../../support/table-contents';

// A persona stands for somebody whom the platform knows: deleted, and signed in again, it is another person.

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

const remove = async (caller: TestCaller) => dataOf(await caller.call('person.delete', { confirm: true }));
const mine = async (caller: TestCaller) => dataOf(await caller.call('contest.get', {})).mine;
const entrants = () => server.db.selectFrom('contestEntrant').select(['personId', 'code', 'identityHash']).execute();

/** Starts and hands in nothing. */
async function spendAttempt(caller: TestCaller): Promise<string> {
  const { id } = await startAttempt(caller);
  dataOf(await caller.call('contest.submit', { attemptId: id, answers: [] }));
  return id;
}

describe('a person who was deleted while the contest runs', () => {
  test('has no more attempts by coming back', async () => {
    const person = await server.as('citizen');
    dataOf(await person.call('contest.enter', { nameChoice: 'real', name: '李示例', enterprise: null, officeId: null }));
    const attemptId = await takeContest(server, person);
    await spendAttempt(person);
    const [before] = await entrants();
    await remove(person);

    const back = await server.as('citizen');
    expect(back.person.id).not.toBe(person.person.id);
    expect(errorOf(await back.call('contest.start', { nonce: newNonce() }))).toMatchObject({ code: 'no_attempts_left' });
    expect(await entrants()).toEqual([{ personId: back.person.id, code: before?.code, identityHash: null }]);
    expect(await mine(back)).toMatchObject({ entry: { nameChoice: 'anonymous', name: null }, attemptsLeftToday: 0, attemptsLeft: 4, best: { attemptId } });
    server.clock.set('2017-09-08T09:00:00+08:00');
    expect(await startAttempt(back)).toMatchObject({ number: 3 });
  });

  test('goes on with the attempt that was running, though it is started several times at once', async () => {
    const person = await server.as('citizen');
    const { id } = await startAttempt(person);
    await remove(person);
    const back = await server.as('citizen');
    const started = await Promise.all(Array.from({ length: 5 }, () => startAttempt(back)));
    expect(new Set(started.map((attempt) => attempt.id))).toEqual(new Set([id]));
    expect(await entrants()).toHaveLength(1);
    dataOf(await back.call('contest.submit', { attemptId: id, answers: await answersFor(server, started[0] ?? (await startAttempt(back)), 20) }));
  });

  test('is the same entrant on entering again, and by being deleted again', async () => {
    for (let times = 0; times < 2; times += 1) {
      const person = await server.as('citizen');
      dataOf(await person.call('contest.enter', { nameChoice: 'masked', name: '李示例', enterprise: null, officeId: null }));
      await spendAttempt(person);
      await remove(person);
    }
    const back = await server.as('citizen');
    expect(errorOf(await back.call('contest.start', { nonce: newNonce() })).code).toBe('no_attempts_left');
    expect(await entrants()).toHaveLength(1);
  });

  test('leaves a mark that names nobody, of which another person takes nothing', async () => {
    const person = await server.as('citizen');
    await spendAttempt(person);
    await remove(person);
    const [kept] = await entrants();
    expect(kept).toMatchObject({ personId: null, identityHash: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown });
    expect((await tableContents(server.db)).contestEntrant?.join()).not.toMatch(/citizen|李示例/);
    for (const other of [await server.as('firm'), await server.asGuest(), await asMember(server)]) {
      expect(await startAttempt(other)).toMatchObject({ number: 1 });
    }
    expect((await entrants()).filter(({ personId }) => personId === null)).toEqual([kept]);
  });
});

test('a guest, whom no platform knows, leaves no mark', async () => {
  const guest = await server.asGuest();
  await spendAttempt(guest);
  await remove(guest);
  expect(await entrants()).toMatchObject([{ personId: null, identityHash: null }]);
});

describe('once the contest has closed', () => {
  test('the marks are erased, before the seed under which they were made is told', async () => {
    const person = await server.as('citizen');
    await spendAttempt(person);
    await remove(person);
    await runChores(server);
    expect(await entrants()).toMatchObject([{ identityHash: expect.any(String) as unknown }]);
    server.clock.set('2017-09-28T18:00:00+08:00');
    await runChores(server);
    expect(await entrants()).toMatchObject([{ personId: null, identityHash: null }]);
  });

  test('no mark is made any more, and nobody comes back by one', async () => {
    const [early, late] = [await server.as('citizen'), await server.as('firm')];
    await spendAttempt(early);
    await spendAttempt(late);
    await remove(early);
    server.clock.set('2017-09-28T18:00:00+08:00');
    await remove(await server.as('firm'));
    const before = await entrants();
    expect(before.filter(({ identityHash }) => identityHash !== null)).toHaveLength(1);
    const back = await server.as('citizen');
    expect(errorOf(await back.call('contest.start', { nonce: newNonce() })).code).toBe('contest_not_open');
    expect(errorOf(await back.call('contest.enter', { nameChoice: 'anonymous', name: null, enterprise: null, officeId: null })).code).toBe('contest_not_open');
    expect(await entrants()).toEqual(before);
    expect(errorOf(await back.call('contest.attempt', { attemptId: randomUUID() })).code).toBe('not_found');
  });
});
