import { actions, isActionName, type ActionName } from '../../../src/contract/actions';
import type { ErrorCode, Reply } from '../../../src/contract/errors';
import { dataOf, startTestServer, type TestCaller, type TestServer } from '../../support/server';
import { newNonce, startAttempt, takeContest } from '../../support/sample-contest';
import { fileRequest, sampleCompletion, sampleRequest } from '../../support/sample-request';

// Who gets what. The request in question was filed by `owner` and is with `own office`; for `request.transfer` it is
// with the bureau. `x` is an action's own answer, whatever the person: nobody is kept out.

const callers = ['nobody', 'citizen', 'owner', 'other firm', 'own office', 'other office', 'bureau', 'dispatcher', 'expert', 'administrator'] as const;
type CallerName = (typeof callers)[number];
type Answer = 'ok' | ErrorCode;
type Row = Record<CallerName, Answer>;

type Ten<Item> = [Item, Item, Item, Item, Item, Item, Item, Item, Item, Item];

/** In the order of `callers`. */
const row = (...answers: Ten<Answer>): Row =>
  Object.fromEntries(callers.map((name, index) => [name, answers[index]])) as Row;

const open = row('ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok');
const signedIn = row('not_signed_in', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok');
const ownerOnly = row('not_signed_in', 'not_found', 'ok', 'not_found', 'not_found', 'not_found', 'not_found', 'not_found', 'not_found', 'not_found');
const contestOffice = row('not_signed_in', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'ok', 'forbidden', 'forbidden', 'forbidden');
const administratorOnly = row('not_signed_in', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'forbidden', 'ok');

const table: Record<ActionName, Row> = {
  //                       nobody           citizen      owner        other firm   own office   other office bureau       dispatcher   expert       administrator
  'session.demo': open,
  'session.guest': open,
  'session.wechat': open,
  'session.end': signedIn,
  'home.get': open,
  'activity.list': open,
  'article.list': open,
  'article.get': open,
  'practice.start': signedIn,
  'practice.get': ownerOnly,
  'practice.answer': ownerOnly,
  'contest.home': open,
  'contest.get': open,
  'contest.enter': signedIn,
  'contest.join-group': row('not_signed_in', 'unavailable', 'unavailable', 'unavailable', 'unavailable', 'unavailable', 'unavailable', 'unavailable', 'unavailable', 'unavailable'),
  'contest.start': signedIn,
  'contest.attempt': ownerOnly,
  'contest.save': ownerOnly,
  'contest.submit': ownerOnly,
  'contest.result': ownerOnly,
  'contest.board': open,
  'contest.rank': signedIn,
  'contest.fairness': open,
  'contest.eligible': open,
  'certificate.mine': signedIn,
  'certificate.issue': ownerOnly,
  'certificate.verify': open,
  'appeal.submit': ownerOnly,
  'appeal.list': contestOffice,
  'appeal.decide': contestOffice,
  'erratum.list': open,
  'contest.flagged': contestOffice,
  'contest.statistics': contestOffice,
  'wrong-question.list': signedIn,
  'wrong-question.remove': signedIn,
  'wrong-question.collect': ownerOnly,
  'request.form': open,
  'request.submit': signedIn,
  'request.mine': signedIn,
  'request.get': row('not_signed_in', 'not_found', 'ok', 'not_found', 'ok', 'not_found', 'not_found', 'not_found', 'not_found', 'not_found'),
  'request.complete': row('not_signed_in', 'not_found', 'ok', 'not_found', 'forbidden', 'not_found', 'not_found', 'not_found', 'not_found', 'not_found'),
  'request.withdraw': row('not_signed_in', 'not_found', 'ok', 'not_found', 'forbidden', 'not_found', 'not_found', 'not_found', 'not_found', 'not_found'),
  'request.lookup': open,
  'request.inbox': row('not_signed_in', 'forbidden', 'forbidden', 'forbidden', 'ok', 'ok', 'ok', 'forbidden', 'forbidden', 'forbidden'),
  'request.accept': row('not_signed_in', 'forbidden', 'forbidden', 'forbidden', 'ok', 'not_found', 'not_found', 'forbidden', 'forbidden', 'forbidden'),
  'request.return': row('not_signed_in', 'forbidden', 'forbidden', 'forbidden', 'ok', 'not_found', 'not_found', 'forbidden', 'forbidden', 'forbidden'),
  'request.transfer': row('not_signed_in', 'forbidden', 'forbidden', 'forbidden', 'not_found', 'not_found', 'ok', 'forbidden', 'forbidden', 'forbidden'),
  'pairing.start': open,
  'pairing.take': open,
  'pairing.get': signedIn,
  'pairing.confirm': signedIn,
  'role.list': administratorOnly,
  'role.revoke': administratorOnly,
  'invitation.make': administratorOnly,
  'invitation.list': administratorOnly,
  'invitation.revoke': administratorOnly,
  'invitation.get': signedIn,
  'audit.list': administratorOnly,
  'person.me': open,
  'person.export': signedIn,
  // Makes an editor of everyone, so nothing that asks for a role may come after it.
  'invitation.accept': signedIn,
  'person.delete': signedIn,
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

interface Scene {
  readonly administrator: TestCaller;
  readonly owner: TestCaller;
  readonly officer: TestCaller;
}

const reason = '请补充产品的名称。';

async function returned({ owner, officer }: Scene): Promise<{ id: string; version: number }> {
  const { id, version } = await fileRequest(owner);
  return dataOf(await officer.call('request.return', { id, version, reason }));
}

let passed: { attemptId: string; questionId: string } | undefined;

/** The owner's one attempt that was handed in, every answer right; attempts are few. */
async function passedAttempt(owner: TestCaller): Promise<{ attemptId: string; questionId: string }> {
  if (passed) return passed;
  const { id, questions } = await startAttempt(owner);
  const next = questions[0]?.id ?? '';
  passed = { attemptId: await takeContest(server, owner), questionId: next };
  expect(passed.attemptId).toBe(id);
  return passed;
}

async function invite(administrator: TestCaller): Promise<{ id: string; token: string }> {
  const { id, token } = dataOf(await administrator.call('invitation.make', { role: 'editor', officeId: 'bureau', inviteeName: '示例编辑' }));
  return { id, token: token ?? '' };
}

async function grant(administrator: TestCaller): Promise<string> {
  const { token } = await invite(administrator);
  return dataOf(await (await server.asGuest()).call('invitation.accept', { token })).id;
}

/** What each action is called with, on things of `owner` that are made for this one call. */
const inputs: Record<ActionName, (scene: Scene) => unknown> = {
  'session.demo': () => ({ persona: 'citizen' }),
  'session.guest': () => ({}),
  'session.wechat': () => ({ code: 'a-code' }),
  'session.end': () => ({}),
  'home.get': () => ({}),
  'activity.list': () => ({}),
  'article.list': () => ({}),
  'article.get': () => ({ id: 'launch-of-quality-month' }),
  'practice.start': () => ({ from: 'topic', topicId: 'quality-basics' }),
  'practice.get': async ({ owner }) => {
    const { id } = dataOf(await owner.call('practice.start', { from: 'topic', topicId: 'quality-basics' }));
    return { practiceId: id };
  },
  'practice.answer': async ({ owner }) => {
    const { id, questions } = dataOf(await owner.call('practice.start', { from: 'topic', topicId: 'quality-basics' }));
    return { practiceId: id, questionId: questions[0]?.id, chosen: [0] };
  },
  'contest.home': () => ({}),
  'contest.get': () => ({}),
  'contest.enter': () => ({ nameChoice: 'anonymous', name: null, enterprise: null, officeId: 'baodi' }),
  'contest.join-group': () => ({ code: 'a-code', encryptedData: 'AAAA', iv: 'AAAAAAAAAAAAAAAAAAAAAA==' }),
  'contest.start': () => ({ nonce: newNonce() }),
  'contest.attempt': async ({ owner }) => ({ attemptId: (await startAttempt(owner)).id }),
  'contest.save': async ({ owner }) => ({ attemptId: (await startAttempt(owner)).id, answers: [] }),
  'contest.submit': async ({ owner }) => ({ attemptId: (await passedAttempt(owner)).attemptId, answers: [] }),
  'contest.result': async ({ owner }) => ({ attemptId: (await passedAttempt(owner)).attemptId }),
  'contest.board': () => ({ kind: 'people' }),
  'contest.rank': () => ({}),
  'contest.fairness': () => ({}),
  'contest.eligible': () => ({}),
  'certificate.mine': () => ({}),
  'certificate.issue': async ({ owner }) => {
    await passedAttempt(owner);
    return { holderName: '示例姓名' };
  },
  'certificate.verify': async ({ owner }) => {
    await passedAttempt(owner);
    return { code: dataOf(await owner.call('certificate.issue', { holderName: '示例姓名' })).code };
  },
  // The owner's own call is the first one that files it.
  'appeal.submit': async ({ owner }) => ({ ...(await passedAttempt(owner)), reason: '选项里有两个说法都成立。' }),
  'appeal.list': () => ({}),
  'appeal.decide': async ({ owner }) => {
    const { attemptId, questionId } = await passedAttempt(owner);
    await owner.call('appeal.submit', { attemptId, questionId, reason: '选项里有两个说法都成立。' });
    return { questionId, keyVersion: 1, decision: { kind: 'keep' }, reply: '经复核，这道题没有问题。' };
  },
  'erratum.list': () => ({}),
  'contest.flagged': () => ({}),
  'contest.statistics': () => ({}),
  'wrong-question.list': () => ({}),
  'wrong-question.remove': () => ({ questionId: 'quality-basics-001' }),
  'wrong-question.collect': async ({ owner }) => ({ attemptId: (await passedAttempt(owner)).attemptId }),
  'request.form': () => ({}),
  'request.submit': () => sampleRequest(),
  'request.mine': () => ({}),
  'request.get': async ({ owner }) => ({ id: (await fileRequest(owner)).id }),
  'request.complete': async (scene) => {
    const { id, version } = await returned(scene);
    return sampleCompletion({ id, version });
  },
  'request.withdraw': async ({ owner }) => ({ id: (await fileRequest(owner)).id, version: 1 }),
  'request.lookup': async ({ owner }) => ({ receiptNumber: (await fileRequest(owner)).receiptNumber, phoneTail: '1234' }),
  'request.inbox': () => ({}),
  'request.accept': async ({ owner }) => ({ id: (await fileRequest(owner)).id, version: 1 }),
  'request.return': async ({ owner }) => ({ id: (await fileRequest(owner)).id, version: 1, reason }),
  'request.transfer': async ({ owner }) => ({ id: (await fileRequest(owner, { areaId: 'heping' })).id, version: 1, officeId: 'baodi' }),
  'pairing.start': () => ({}),
  'pairing.take': async () => {
    const { id, secret } = dataOf(await server.call('pairing.start', {}));
    return { id, secret };
  },
  'pairing.get': async () => ({ code: dataOf(await server.call('pairing.start', {})).code }),
  'pairing.confirm': async () => ({ id: dataOf(await server.call('pairing.start', {})).id }),
  'role.list': () => ({}),
  'role.revoke': async ({ administrator }) => ({ id: await grant(administrator) }),
  'invitation.make': () => ({ role: 'expert', officeId: null, inviteeName: '示例专家' }),
  'invitation.list': () => ({}),
  'invitation.revoke': async ({ administrator }) => ({ id: (await invite(administrator)).id }),
  'invitation.get': async ({ administrator }) => ({ token: (await invite(administrator)).token }),
  'invitation.accept': async ({ administrator }) => ({ token: (await invite(administrator)).token }),
  'audit.list': () => ({}),
  'person.me': () => ({}),
  'person.export': () => ({}),
  'person.delete': () => ({ confirm: true }),
};

const personas: Record<Exclude<CallerName, 'nobody' | 'owner'>, string> = {
  citizen: 'citizen',
  'other firm': 'firm-2',
  'own office': 'officer-development-zone',
  'other office': 'officer-baodi',
  bureau: 'officer-bureau',
  dispatcher: 'dispatcher',
  expert: 'expert',
  administrator: 'administrator',
};

const answerOf = (reply: Reply<unknown>): Answer => (reply.ok ? 'ok' : reply.error.code);

describe('access', () => {
  test('has a row for every action of the contract and for no other', () => {
    expect(Object.keys(table).sort()).toEqual(Object.keys(actions).sort());
  });

  test.each(Object.keys(table).filter(isActionName))('%s', async (name) => {
    const answers: Partial<Row> = {};
    for (const caller of callers) {
      const owner = await server.as('firm');
      const officer = await server.as('officer-development-zone');
      const administrator = await server.as('administrator');
      const input = (await inputs[name]({ administrator, owner, officer })) as never;
      const person = caller === 'nobody' ? server : caller === 'owner' ? owner : await server.as(personas[caller]);
      answers[caller] = answerOf(await person.call(name, input));
    }
    expect(answers).toEqual(table[name]);
  });
});
