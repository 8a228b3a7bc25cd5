import { dataOf, errorOf, startTestServer, type TestServer } from '../../support/server';
import { draftBy, newsroomOf, type Newsroom } from '../../support/samples/sample-manuscript';

let server: TestServer;
let room: Newsroom;
beforeAll(async () => {
  server = await startTestServer();
  room = await newsroomOf(server);
});
afterAll(() => server.close());

describe('the list of manuscripts', () => {
  test('of one office is for its editors and for the bureau', async () => {
    const { id } = await draftBy(room.author);
    for (const editor of [room.author, room.colleague, room.reviewer]) {
      expect(dataOf(await editor.call('manuscript.list', { officeId: 'donggang' })).manuscripts.map((row) => row.id)).toEqual([id]);
    }
    expect(dataOf(await room.reviewer.call('manuscript.list', { officeId: 'baodi' })).manuscripts).toEqual([]);
  });

  test.each(['draft', 'waiting', 'folder', undefined] as const)('of an office out of sight is refused: %s', async (state) => {
    for (const officeId of ['baodi', 'no-such-office']) {
      expect(errorOf(await room.author.call('manuscript.list', { officeId, ...(state && { state }) })).code).toBe('forbidden');
    }
  });
});
