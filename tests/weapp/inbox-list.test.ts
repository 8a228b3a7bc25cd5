import { randomUUID } from 'node:crypto';
import { requestColumns } from '../../server/storage/request/request-store';
import { run } from '../support/running-app';
import { fileRequest } from '../support/samples/sample-request';
import type { TestServer } from '../support/server';
import { largestSetData } from './host/budgets';
import { engines } from './host/engines';
import type { HostedApp } from './host/hosted-app';
import type { ViewEngine } from './host/view-engine';

jest.setTimeout(300_000);

const KB = 1024;
const PAGE = 10;
const INBOX = 'officer/inbox/index';

/** One request that was filed, and as many copies of it as are missing. */
async function fillInbox(server: TestServer, count: number): Promise<void> {
  const { id } = await fileRequest(await server.as('firm'));
  const row = await server.db.selectFrom('serviceRequest').select(requestColumns).where('id', '=', id).executeTakeFirstOrThrow();
  const { preferredDates, answers, personalAnswers, ...columns } = row;
  const json = { preferredDates: JSON.stringify(preferredDates), answers: JSON.stringify(answers), personalAnswers: JSON.stringify(personalAnswers) };
  const copies = Array.from({ length: count - 1 }, (_, index) => ({ ...columns, ...json, id: randomUUID(), receiptNumber: `ZY1708${String(index).padStart(6, '0')}` }));
  for (let from = 0; from < copies.length; from += 500) await server.db.insertInto('serviceRequest').values(copies.slice(from, from + 500)).execute();
}

const rowsOf = (app: HostedApp) => app.page().all({ role: 'link' });

/** The list of what waits to be accepted, read to its end. */
async function openInbox(engine: ViewEngine, count: number): Promise<{ app: HostedApp; server: TestServer }> {
  const running = await run({ engine }, async (server) => {
    await fillInbox(server, count);
    return { path: INBOX, storage: { session: (await server.as('officer-development-zone')).token } };
  });
  const { app } = running;
  await app.page().tap('待受理');
  for (let shown = PAGE; shown < count; shown += PAGE) await app.page().reachBottom();
  expect(rowsOf(app)).toHaveLength(count);
  return running;
}

/** Everything that WeChat had to carry to the list's page while something happened, in bytes. */
async function cost(app: HostedApp, act: () => Promise<unknown>): Promise<number> {
  const before = app.setDatas().length;
  await act();
  return app
    .setDatas()
    .slice(before)
    .filter(({ route }) => route === INBOX)
    .reduce((sum, { bytes }) => sum + bytes, 0);
}

async function costs(engine: ViewEngine, count: number) {
  const { app, server } = await openInbox(engine, count);
  const [first] = rowsOf(app);
  if (!first) throw new Error('The list is empty.');
  await app.page().tap(first);
  await app.page().tap('受理');
  const deleting = await cost(app, () => app.page().tap('确认受理'));
  await app.back();
  expect(rowsOf(app)).toHaveLength(count - 1);
  await fileRequest(await server.as('firm'));
  const adding = await cost(app, () => app.page().pullDown());
  expect(rowsOf(app)).toHaveLength(PAGE);
  expect(largestSetData(app)).toBeLessThanOrEqual(50 * KB);
  return { deleting, adding };
}

// What Taro sends is the same whoever draws it; the older engine takes minutes for 1,000 rows.
const [newest] = engines;

it('sends about as much for one of 1,000 rows that goes or comes as for one of 10', async () => {
  const ofTen = await costs(newest, PAGE);
  const ofThousand = await costs(newest, 1000);
  expect(ofTen.deleting).toBeGreaterThan(0);
  expect(ofThousand.deleting / ofTen.deleting).toBeLessThanOrEqual(1.2);
  expect(ofThousand.adding / ofTen.adding).toBeLessThanOrEqual(1.2);
});

describe.each(engines)('the officers’ inbox in the compiled mini-program, drawn by $name', (engine) => {
  it('marks rows for acceptance without sending them again', async () => {
    const { app } = await openInbox(engine, 2 * PAGE);
    expect(await cost(app, () => app.page().tap('批量受理'))).toBeLessThanOrEqual(8 * KB);
    const [first] = app.page().all({ role: 'checkbox' });
    if (!first) throw new Error('Nothing can be chosen.');
    expect(await cost(app, () => app.page().tap(first))).toBeLessThanOrEqual(KB);
    expect(await cost(app, () => app.page().tap('受理所选 1 份'))).toBeLessThanOrEqual(20 * KB);
    expect(app.page().text()).toContain('已受理 1 份。');
  });
});
