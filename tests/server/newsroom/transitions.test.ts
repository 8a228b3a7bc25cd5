import type { ActionName, Input } from '../../../src/contract/actions';
import type { ManuscriptView } from '../../../src/contract/newsroom/manuscript';
import { manuscriptStates, type ManuscriptState } from '../../../src/domain/manuscript/state';
import { dataOf, errorOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { manuscriptIn, newsroomOf, PUBLISH_AT, sampleContent, type Newsroom } from '../../support/sample-manuscript';
import { tableContents } from '../../support/table-contents';

let server: TestServer;
let room: Newsroom;
let callers: Readonly<Record<'author' | 'colleague' | 'bureau' | 'stranger' | 'officer' | 'citizen', TestCaller>>;
beforeAll(async () => {
  server = await startTestServer();
  room = await newsroomOf(server);
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
  // What was published or withdrawn once is nobody's unreviewed work, but its state says no anyway.
  const mayReview = change === 'manuscript.review' && caller === 'author' && ['published', 'withdrawn'].includes(state);
  if (!by.includes(caller) && !mayReview) return 'forbidden';
  return states.includes(state) ? 'ok' : 'conflict';
}

describe.each(Object.keys(changes) as Change[])('%s', (change) => {
  test.each(manuscriptStates)('of what is %s', async (state) => {
    const view = await manuscriptIn(room, state);
    const answers = (Object.keys(callers) as CallerName[]).map((name) => ({ name, expected: expected(change, state, name) }));
    const before = await tableContents(server.db);
    for (const { name, expected: code } of answers.filter(({ expected: code }) => code !== 'ok')) {
      expect([name, errorOf(await callers[name].call(change, changes[change](view) as never)).code]).toEqual([name, code]);
    }
    expect(await tableContents(server.db)).toEqual(before);
    for (const { name } of answers.filter(({ expected: code }) => code === 'ok')) {
      const another = await manuscriptIn(room, state);
      expect(dataOf(await callers[name].call(change, changes[change](another) as never))).toMatchObject({ id: another.id });
    }
  });
});
