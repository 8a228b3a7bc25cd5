import { refusedUnchanged } from '../../support/refused';
import { acceptedEssay, decide, forgetEssays, submitEssay } from '../../support/samples/sample-essay';
import { dataOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';

let server: TestServer;
let author: TestCaller;
let reviewer: TestCaller;
let id: string;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  await forgetEssays(server);
  author = await server.as('citizen');
  reviewer = await server.as('editor');
  id = await acceptedEssay(author, reviewer);
});
afterAll(() => server.close());

const appreciate = async (caller: TestCaller, wanted = true) => dataOf(await caller.call('essay.appreciate', { id, appreciate: wanted }));
const count = async () => dataOf(await server.call('essay.get', { id })).appreciationCount;

describe('appreciation', () => {
  test('counts a person once, however often and however fast it is given', async () => {
    const firm = await server.as('firm');
    await Promise.all(Array.from({ length: 20 }, () => appreciate(firm)));
    expect(await count()).toBe(1);
    expect(await appreciate(await server.as('firm-2'))).toEqual({ appreciated: true, appreciationCount: 2 });
    expect(dataOf(await firm.call('essay.get', { id }))).toMatchObject({ appreciated: true, appreciationCount: 2, cannotAppreciate: null });
  });

  test('is taken back and given again without counting twice', async () => {
    const firm = await server.as('firm');
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await appreciate(firm)).toEqual({ appreciated: true, appreciationCount: 1 });
      expect(await appreciate(firm, false)).toEqual({ appreciated: false, appreciationCount: 0 });
    }
    await Promise.all(Array.from({ length: 20 }, (_, index) => appreciate(firm, index % 2 === 0)));
    expect(await count()).toBe(dataOf(await firm.call('essay.get', { id })).appreciated ? 1 : 0);
  });

  test('does not count a guest, whom a browser makes anew at will, nor the author', async () => {
    const guest = await server.asGuest();
    await refusedUnchanged(server, 'forbidden', () => guest.call('essay.appreciate', { id, appreciate: true }));
    await refusedUnchanged(server, 'forbidden', () => author.call('essay.appreciate', { id, appreciate: true }));
    expect(dataOf(await guest.call('essay.get', { id })).cannotAppreciate).toContain('微信小程序');
  });

  test('is for what stands in the gallery', async () => {
    const waiting = await submitEssay(author);
    const firm = await server.as('firm');
    await refusedUnchanged(server, 'not_found', () => firm.call('essay.appreciate', { id: waiting, appreciate: true }));
    await decide(reviewer, id, 'take-down');
    await refusedUnchanged(server, 'not_found', () => firm.call('essay.appreciate', { id, appreciate: true }));
  });

  test('goes with the person who gave it', async () => {
    const firm = await server.as('firm');
    await appreciate(firm);
    expect(dataOf(await firm.call('person.export', {})).appreciatedEssays).toMatchObject([{ 标题: '我身边的质量故事' }]);
    dataOf(await firm.call('person.delete', { confirm: true }));
    expect(await count()).toBe(0);
  });
});
