import { randomUUID } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../../../server/storage/tables';
import type { ActionName, Input } from '../../../src/contract/actions';
import type { ManuscriptView } from '../../../src/contract/newsroom/manuscript';
import { manuscriptStates, type ManuscriptState } from '../../../src/domain/manuscript/state';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { manuscriptIn, newsroomOf, PUBLISH_AT, sampleContent, type Newsroom } from '../../support/samples/sample-manuscript';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
let room: Newsroom;
let callers: Readonly<Record<'author' | 'colleague' | 'bureau' | 'stranger' | 'officer' | 'citizen', TestCaller>>;
let models: ReadonlyMap<ManuscriptState, ManuscriptView>;
beforeAll(async () => {
  server = await startTestServer();
  room = await newsroomOf(server);
  models = new Map(await Promise.all(manuscriptStates.map(async (state) => [state, await manuscriptIn(room, state)] as const)));
  callers = { author: room.author, colleague: room.colleague, bureau: room.reviewer, stranger: room.stranger, officer: await server.as('officer-donggang'), citizen: await server.as('citizen') };
});
afterAll(() => server.close());

type CallerName = keyof typeof callers;

const changes = {
  'manuscript.save': ({ id, revision }) => ({ id, revision, content: sampleContent({ title: '改过的标题' }) }),
  'manuscript.restore': ({ id, revision }) => ({ id, revision, number: 1 }),
  'manuscript.submit': ({ id, revision }) => ({ id, revision }),
  'manuscript.review': ({ id, revision }) => ({ id, revision, decision: 'approve' }),
  'manuscript.publish': ({ id, revision }) => ({ id, revision, at: PUBLISH_AT, pinnedUntil: null }),
  'manuscript.unschedule': ({ id, revision }) => ({ id, revision }),
  'manuscript.pin': ({ id, revision }) => ({ id, revision, pinnedUntil: '2017-09-09T09:00:00+08:00' }),
  'manuscript.withdraw': ({ id, revision }) => ({ id, revision, note: '内容需要重新核实。' }),
} as const satisfies { readonly [Name in ActionName]?: (view: ManuscriptView) => Input<Name> };

type Change = keyof typeof changes;

/** In which states, and by whom of those who see it. */
const possible: Readonly<Record<Change, { readonly in: readonly ManuscriptState[]; readonly by: readonly CallerName[] }>> = {
  'manuscript.save': { in: manuscriptStates, by: ['author', 'colleague'] },
  'manuscript.restore': { in: manuscriptStates, by: ['author', 'colleague'] },
  'manuscript.submit': { in: ['draft', 'withdrawn'], by: ['author', 'colleague'] },
  'manuscript.review': { in: ['in-review'], by: ['colleague', 'bureau'] },
  'manuscript.publish': { in: ['approved', 'scheduled'], by: ['author', 'colleague', 'bureau'] },
  'manuscript.unschedule': { in: ['scheduled'], by: ['author', 'colleague', 'bureau'] },
  'manuscript.pin': { in: ['published'], by: ['author', 'colleague', 'bureau'] },
  'manuscript.withdraw': { in: ['published'], by: ['author', 'colleague', 'bureau'] },
};

function expected(change: Change, state: ManuscriptState, caller: CallerName): string {
  if (caller === 'officer' || caller === 'citizen') return 'forbidden';
  if (caller === 'stranger') return 'not_found';
  const { in: states, by } = possible[change];
  if (!by.includes(caller)) return 'forbidden';
  return states.includes(state) ? 'ok' : 'conflict';
}

/** A fresh one in this state: every row of the one that came there by the editors' own steps, under another id. */
async function copyIn(state: ManuscriptState): Promise<ManuscriptView> {
  const model = models.get(state);
  if (!model) throw new Error(`There is none that is ${state}.`);
  const id = randomUUID();
  await server.db.transaction().execute(async (trx) => {
    for (const [table, key] of Object.entries(tables)) await copyRows(trx, { table, key, from: model.id, to: id });
  });
  return { ...model, id };
}

/** What is kept of a manuscript and its article, with the column of the manuscript's id, in the order in which they refer to each other. */
const tables = { manuscript: 'id', manuscript_version: 'manuscript_id', manuscript_event: 'manuscript_id', article: 'id', search_title: 'article_id', search_text: 'article_id', search_body: 'article_id' } as const;

async function copyRows(db: Kysely<Database>, { table, key, from, to }: { table: string; key: string; from: string; to: string }): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and column_name <> ${key} and is_generated = 'NEVER' and is_identity = 'NO'`.execute(db);
  const columns = sql.join(rows.map(({ name }) => sql.id(name)));
  await sql`insert into ${sql.table(table)} (${sql.id(key)}, ${columns}) select ${to}, ${columns} from ${sql.table(table)} where ${sql.id(key)} = ${from}`.execute(db);
}

describe.each(Object.keys(changes) as Change[])('%s', (change) => {
  test.each(manuscriptStates)('of what is %s', async (state) => {
    const view = await copyIn(state);
    const answers = (Object.keys(callers) as CallerName[]).map((name) => ({ name, expected: expected(change, state, name) }));
    const before = await tableContents(server.db);
    for (const { name, expected: code } of answers.filter(({ expected: code }) => code !== 'ok')) {
      expect([name, errorOf(await callers[name].call(change, changes[change](view) as never)).code]).toEqual([name, code]);
    }
    expect(await tableContents(server.db)).toEqual(before);
    for (const { name } of answers.filter(({ expected: code }) => code === 'ok')) {
      const another = await copyIn(state);
      expect(dataOf(await callers[name].call(change, changes[change](another) as never))).toMatchObject({ id: another.id });
    }
  });
});
