import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { requestColumns } from '../../../server/storage/request/request-store';
import type { Input } from '../../../src/contract/actions';
import { isClosed, type RequestState } from '../../../src/domain/request/state';
import { done } from '../../support/samples/request-case';
import { fileRequest } from '../../support/samples/sample-request';
import { errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { states } from '../../support/request-table';

let server: TestServer;
const offices = ['bureau', 'development-zone', 'baodi'] as const;
const kinds = ['expert-visit', 'testing-consultation'] as const;

interface Row {
  readonly id: string;
  readonly officeId: string;
  readonly kind: string;
  readonly state: RequestState;
  readonly dueOn: string | null;
  readonly submittedAt: Date;
}
let rows: Row[];

// Of every office, kind and state several, many of them due on one day or filed in one instant.
beforeAll(async () => {
  server = await startTestServer();
  await fileRequest(await server.as('firm'));
  const sample = await server.db.selectFrom('serviceRequest').select(requestColumns).executeTakeFirstOrThrow();
  await server.db.deleteFrom('serviceRequest').execute();
  const target = randomUUID();
  rows = offices.flatMap((officeId, office) =>
    kinds.flatMap((kind) =>
      states.flatMap((state, position) =>
        [0, 1, 2].map((copy) => ({
          ...{ id: randomUUID(), officeId, kind, state },
          dueOn: isClosed(state) || ['returned', 'scheduled'].includes(state) ? null : `2017-09-${String(4 + ((position + copy) % 5)).padStart(2, '0')}`,
          submittedAt: new Date(Date.UTC(2017, 8, 1 + ((copy + office) % 3), position)),
        })),
      ),
    ),
  );
  rows.push({ id: target, officeId: 'legal', kind: 'expert-visit', state: 'submitted', dueOn: '2017-09-08', submittedAt: new Date('2017-09-01T00:00:00Z') });
  for (const [index, row] of [...rows].reverse().entries()) {
    const standing = ['returned', 'scheduled'].includes(row.state);
    await server.db
      .insertInto('serviceRequest')
      .values({
        ...{ ...sample, ...row, receiptNumber: `ZY1709${String(index).padStart(6, '0')}`, preferredDates: '[]', answers: '{}', personalAnswers: '{}' },
        ...{ workingDaysLeft: standing ? 2 : null, pausedFor: standing ? 'visit' : null, outcome: ['concluded', 'confirmed'].includes(row.state) ? 'resolved' : null },
        ...{ mergedInto: row.state === 'merged' ? target : null, closedAt: isClosed(row.state) ? new Date('2017-09-06T00:00:00Z') : null },
      })
      .execute();
  }
});
afterAll(() => server.close());

/** Every page one after the other. */
async function pages(caller: TestCaller, narrowed: Input<'request.inbox'>): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { requests, nextCursor } = await done(caller, 'request.inbox', { ...narrowed, cursor });
    ids.push(...requests.map(({ id }) => id));
    if (nextCursor === null) return ids;
    expect(requests).toHaveLength(10);
    cursor = nextCursor;
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : 1);
const bySoonest = (a: Row, b: Row): number => compare(`${a.dueOn ?? '9'} ${a.id}`, `${b.dueOn ?? '9'} ${b.id}`);
const byNewest = (a: Row, b: Row): number => compare(`${b.submittedAt.toISOString()} ${b.id}`, `${a.submittedAt.toISOString()} ${a.id}`);

describe('the inbox', () => {
  const listed: [string, Input<'request.inbox'>][] = [
    ['open', {}],
    ['closed', { state: 'closed' }],
    ...states.filter((state) => !['confirmed', 'declined', 'withdrawn', 'merged'].includes(state)).map((state): [string, Input<'request.inbox'>] => [state, { state: state as 'submitted' }]),
    ['open of a kind', { kindId: 'testing-consultation' }],
    ['closed of a kind', { kindId: 'expert-visit', state: 'closed' }],
    ['of one office', { officeId: 'baodi' }],
    ['overdue', { due: 'overdue' }],
    ['soon due', { due: 'soon' }],
    ['overdue of a state', { due: 'overdue', state: 'accepted' }],
    ['closed and overdue', { due: 'overdue', state: 'closed' }],
  ];

  test.each(listed)('%s: every row once, in order, over all pages', async (_, narrowed) => {
    const { state = 'open', officeId, kindId, due } = narrowed;
    const expected = rows
      .filter((row) => (state === 'open' ? !isClosed(row.state) : state === 'closed' ? isClosed(row.state) : row.state === state))
      .filter((row) => (officeId === undefined || row.officeId === officeId) && (kindId === undefined || row.kind === kindId))
      .filter(({ dueOn }) => due === undefined || (dueOn !== null && (due === 'overdue' ? dueOn < '2017-09-07' : dueOn >= '2017-09-07' && dueOn <= '2017-09-11')))
      .sort(state === 'closed' || (state !== 'open' && isClosed(state)) ? byNewest : bySoonest);
    expect(await pages(await server.as('dispatcher'), narrowed)).toEqual(expected.map(({ id }) => id));
  });

  test('of an officer has the own office’s alone', async () => {
    const ids = await pages(await server.as('officer-baodi'), {});
    expect(new Set(ids)).toEqual(new Set(rows.filter(({ officeId, state }) => officeId === 'baodi' && !isClosed(state)).map(({ id }) => id)));
  });

  test('of another office is refused, and so is a cursor of another list', async () => {
    const officer = await server.as('officer-baodi');
    expect(errorOf(await officer.call('request.inbox', { officeId: 'bureau' })).code).toBe('forbidden');
    const { nextCursor } = await done(officer, 'request.inbox', { state: 'closed' });
    expect(errorOf(await officer.call('request.inbox', { cursor: nextCursor ?? '' })).code).toBe('invalid_input');
  });

  test('loses nothing and repeats nothing while others file', async () => {
    const dispatcher = await server.as('dispatcher');
    const first = await done(dispatcher, 'request.inbox', { state: 'submitted' });
    const { id } = await fileRequest(await server.as('firm'));
    const ids = first.requests.map((row) => row.id);
    for (let cursor = first.nextCursor; cursor !== null; ) {
      const page = await done(dispatcher, 'request.inbox', { state: 'submitted', cursor });
      ids.push(...page.requests.map((row) => row.id));
      cursor = page.nextCursor;
    }
    expect(ids).toHaveLength(new Set(ids).size);
    expect(ids).toEqual(expect.arrayContaining(rows.filter(({ state }) => state === 'submitted').map((row) => row.id)));
    await server.db.deleteFrom('serviceRequest').where('id', '=', id).execute();
  });

  test('person.me counts what waits', async () => {
    const { offices: own } = await done(await server.as('officer-baodi'), 'person.me', {});
    const { count } = (await sql<{ count: number }>`select count(*)::int as count from service_request where office_id = 'baodi' and state in ('submitted', 'reopened')`.execute(server.db)).rows[0] ?? { count: -1 };
    expect(own).toEqual([{ id: 'baodi', name: '宝坻检验检疫局', waitingCount: count }]);
  });
});

describe('one’s own list', () => {
  test('has every one once, newest first, and nobody else’s', async () => {
    const firm = await server.asGuest();
    const filed: string[] = [];
    for (let index = 0; index < 12; index += 1) {
      if (index > 3) server.clock.advance(60_000);
      filed.push((await fileRequest(firm)).id);
    }
    const first = await done(firm, 'request.mine', {});
    const second = await done(firm, 'request.mine', { cursor: first.nextCursor ?? '' });
    const ids = [...first.requests, ...second.requests].map(({ id }) => id);
    expect([first.requests.length, second.requests.length, second.nextCursor]).toEqual([10, 2, null]);
    expect(ids.slice(0, 8)).toEqual(filed.slice(4).reverse());
    expect(new Set(ids)).toEqual(new Set(filed));
    expect((await done(await server.asGuest(), 'request.mine', {})).requests).toEqual([]);
  });
});
