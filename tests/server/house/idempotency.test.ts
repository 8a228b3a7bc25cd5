import { refuse } from '../../../server/refusal';
import type { UseCases } from '../../../server/dispatch/call';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';

// Stands in for a change with an effect that can be counted: each run leaves a row.
let refuseNext = false;
const failWith: Error[] = [];
const counting = (real: UseCases): UseCases => ({
  ...real,
  'wrong-question.remove': async ({ db, now }, { questionId }) => {
    await db.insertInto('lookupFailure').values({ receiptNumber: questionId, at: now }).execute();
    await new Promise((resume) => setTimeout(resume, 5));
    const failure = failWith.shift();
    if (failure !== undefined) throw failure;
    if (refuseNext) return refuse('conflict');
    const rows = await db.selectFrom('lookupFailure').selectAll().where('receiptNumber', '=', questionId).execute();
    return { total: rows.length, dueCount: 0 };
  },
});

let server: TestServer;
let firm: TestCaller;

beforeAll(async () => {
  server = await startTestServer({ useCases: counting });
  firm = await server.as('firm');
});
afterAll(() => server.close());

const effectsOf = async (id: string) => (await server.db.selectFrom('lookupFailure').selectAll().where('receiptNumber', '=', id).execute()).length;

describe('a change with an idempotency key', () => {
  it('has one effect and one answer however often it is repeated', async () => {
    const first = await firm.call('wrong-question.remove', { questionId: 'repeated' }, { key: 'key-repeated' });
    const again = await firm.call('wrong-question.remove', { questionId: 'repeated' }, { key: 'key-repeated' });
    expect(dataOf(first)).toEqual({ total: 1, dueCount: 0 });
    expect(again).toEqual(first);
    expect(await effectsOf('repeated')).toBe(1);
  });

  it('has one effect and one answer for calls in parallel', async () => {
    const calls = Array.from({ length: 8 }, () => firm.call('wrong-question.remove', { questionId: 'parallel' }, { key: 'key-parallel' }));
    for (const reply of await Promise.all(calls)) expect(dataOf(reply)).toEqual({ total: 1, dueCount: 0 });
    expect(await effectsOf('parallel')).toBe(1);
  });

  it('is refused when the key was used with other input or for another action', async () => {
    dataOf(await firm.call('wrong-question.remove', { questionId: 'one' }, { key: 'key-of-one' }));
    expect(errorOf(await firm.call('wrong-question.remove', { questionId: 'two' }, { key: 'key-of-one' })).code).toBe('key_reused');
    expect(errorOf(await firm.call('practice.start', { from: 'wrong-questions' }, { key: 'key-of-one' })).code).toBe('key_reused');
    expect(await effectsOf('two')).toBe(0);
  });

  it('belongs to one person: another may use the same key', async () => {
    const other = await server.as('firm-2');
    dataOf(await firm.call('wrong-question.remove', { questionId: 'mine' }, { key: 'shared-key' }));
    dataOf(await other.call('wrong-question.remove', { questionId: 'theirs' }, { key: 'shared-key' }));
    expect(await effectsOf('theirs')).toBe(1);
  });

  it('keeps nothing of a refusal, so that the same key can be used once more', async () => {
    refuseNext = true;
    expect(errorOf(await firm.call('wrong-question.remove', { questionId: 'refused' }, { key: 'key-refused' })).code).toBe('conflict');
    refuseNext = false;
    expect(await effectsOf('refused')).toBe(0);
    expect(dataOf(await firm.call('wrong-question.remove', { questionId: 'refused' }, { key: 'key-refused' }))).toEqual({ total: 1, dueCount: 0 });
  });

  it('lets one of parallel calls succeed after the first was refused', async () => {
    refuseNext = true;
    const replies = await Promise.all(Array.from({ length: 3 }, () => firm.call('wrong-question.remove', { questionId: 'all-refused' }, { key: 'key-all-refused' })));
    refuseNext = false;
    expect(replies.map((reply) => errorOf(reply).code)).toEqual(['conflict', 'conflict', 'conflict']);
    expect(await effectsOf('all-refused')).toBe(0);
  });

  it.each(['', 'short', 'a'.repeat(65), '有中文的编号编号', 'with space', 'semi;colon;'])('is refused without a proper key: %j', async (key) => {
    const headers = { Authorization: `Bearer ${firm.token}`, ...(/^[\x20-\x7e]+$/.test(key) ? { 'Idempotency-Key': key } : {}) };
    const response = await server.fetch('/api/wrong-question.remove', { method: 'POST', headers, body: JSON.stringify({ questionId: 'no-key' }) });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: { code: 'key_required' } });
    expect(await effectsOf('no-key')).toBe(0);
  });
});

describe('a transaction that loses against another one', () => {
  const lost = (code: string) => Object.assign(new Error('lost'), { code });

  it.each(['40001', '40P01'])('is run again after %s and has one effect', async (code) => {
    failWith.push(lost(code), lost(code));
    const questionId = `lost-${code.toLowerCase()}`;
    expect(dataOf(await firm.call('wrong-question.remove', { questionId }))).toEqual({ total: 1, dueCount: 0 });
    expect(failWith).toHaveLength(0);
  });

  it('is given up after a few times and answered as unavailable', async () => {
    failWith.push(lost('40001'), lost('40001'), lost('40001'), lost('40001'));
    expect(errorOf(await firm.call('wrong-question.remove', { questionId: 'always-lost' })).code).toBe('unavailable');
    expect(await effectsOf('always-lost')).toBe(0);
    expect(server.failures.splice(0)).toHaveLength(1);
  });
});
